import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { busAt } from '../cli/replay/bus.ts'
import type { BusLine } from '../cli/replay/entry.ts'
import { bus } from '../shared/pipeline.ts'

/** The airline's systems: a process of its own that puts events on the bus, so that it is not measured. */
export interface Load {
  /** Hands over what is to be put, without putting it. */
  prepare(entries: readonly BusLine[]): Promise<void>
  /** Puts it all as fast as the bus takes it. */
  put(): Promise<void>
  end(): void
}

export async function startLoad(endpoint: string): Promise<Load> {
  const child = fork(fileURLToPath(import.meta.url), [endpoint], { serialization: 'advanced', execArgv: [] })
  await once(child, 'message')
  async function ask(message: readonly BusLine[] | 'put'): Promise<void> {
    const [answer] = await Promise.all([once(child, 'message'), child.send(message)])
    if (answer[0] !== 'done') throw new Error(`the load failed: ${answer[0]}`)
  }
  return { prepare: ask, put: () => ask('put'), end: () => void child.kill() }
}

const { send } = process
if (send && import.meta.main) {
  const door = busAt({ name: bus.name, endpoint: process.argv[2] })
  let prepared: BusLine[] = []
  process.on('disconnect', () => process.exit())
  process.on('message', async (message: BusLine[] | 'put') => {
    if (message !== 'put') {
      prepared = message
      process.send!('done')
      return
    }
    const refused = await door.put(prepared)
    process.send!(refused.length === 0 ? 'done' : refused[0]!.message)
  })
  process.send!('ready')
}
