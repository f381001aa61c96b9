import { RAW_AT_MOST } from '../../shared/app/api/set-asides.ts'
import type { Client } from '../client.ts'
import type { BadLine } from './entry.ts'

/** The most lines of one report. */
const REPORT = 25

/** Reports lines that no bus would accept, so that they are set aside with the reason and not lost. */
export function asideFor(client: Client) {
  let waiting: BadLine[] = []
  let count = 0

  async function report(): Promise<void> {
    const lines = waiting.map(({ line, ...fault }) => {
      return { where: line.where, raw: line.text.slice(0, RAW_AT_MOST), ...fault }
    })
    waiting = []
    await client.call('POST', '/v1/set-asides', { body: { lines } })
  }

  return {
    count: () => count,
    async add(bad: BadLine): Promise<void> {
      waiting.push(bad)
      count += 1
      if (waiting.length >= REPORT) await report()
    },
    async finish(): Promise<void> {
      if (waiting.length > 0) await report()
    },
  }
}
