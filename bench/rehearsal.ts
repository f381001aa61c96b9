import { fileURLToPath } from 'node:url'
import { rehearseFolder } from '../cli/rehearse/rehearse.ts'
import { sessionFor } from '../cli/session.ts'
import { dataAtHand } from './data.ts'

export interface RehearsalTime {
  data: string
  events: number
  /** On the clock on the wall, and of processors, the collector of garbage included. */
  seconds: number
  cpuSeconds: number
}

/** The example rulebook over the whole month, as `wingback rehearse` does it. */
export async function measureRehearsal(): Promise<RehearsalTime> {
  const { name, members, events } = dataAtHand()
  const campaigns = fileURLToPath(new URL('../campaigns', import.meta.url))
  const before = process.cpuUsage()
  const startedAt = performance.now()
  const { rehearsal } = await rehearseFolder(sessionFor(true), campaigns, { files: [members, events] })
  const seconds = (performance.now() - startedAt) / 1000
  const { user, system } = process.cpuUsage(before)
  return { data: name, events: rehearsal.events.accepted, seconds, cpuSeconds: (user + system) / 1e6 }
}
