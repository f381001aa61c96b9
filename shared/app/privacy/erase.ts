import type { Ports } from '../../ports/index.ts'
import { setAsidesAbout } from './set-asides.ts'

export type ErasePorts = Pick<Ports, 'records' | 'offers' | 'tasks' | 'setAsides' | 'ledger'>

/**
 * Everything that is kept of a person beside their item goes; of what they were granted the amounts stay. Can be done again: after a crash it is. Gives how many
 * events that were set aside went with it.
 */
export async function erasePerson(memberId: string, ports: ErasePorts): Promise<number> {
  await ports.records.erase(memberId)
  await ports.offers.erase(memberId)
  await ports.tasks.erase(memberId)
  await ports.ledger.forget([memberId])
  let gone = 0
  for await (const { key } of setAsidesAbout(memberId, ports)) if (await ports.setAsides.remove(key)) gone++
  return gone
}
