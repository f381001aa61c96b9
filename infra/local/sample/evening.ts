import { fileURLToPath } from 'node:url'
import type { Client } from '../../../cli/client.ts'

/** A passenger who is denied boarding on the last day, when payments are paused already. */
const EVENING = fileURLToPath(new URL('evening.jsonl', import.meta.url))

const SUPERVISOR = { by: 'Chen Jing' }

/**
 * What was left open at the end of the sample month, so that whoever looks at Wingback for the first time finds work for a
 * person: a grant that waits for a second one, and payments that somebody paused, with one that is held.
 *
 * @param play puts a file's events on the bus
 */
export async function leaveWork(client: Client, play: (file: string) => Promise<unknown>): Promise<void> {
  const what = { memberId: 'CW100201', basis: 'statutory', cash: '300 EUR', cause: 'bag-PEK-0930' }
  await client.call('POST', '/v1/ledger/grants', {
    body: { ...SUPERVISOR, ...what, reason: 'the bag came after three days' },
  })
  await client.call('POST', '/v1/pauses', { body: { ...SUPERVISOR, campaign: 'payments' } })
  await play(EVENING)
}
