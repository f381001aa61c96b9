import * as z from 'zod'
import type { Ports } from '../../ports/index.ts'
import { setAsideWithout } from './set-asides.ts'

export type ErasePorts = Pick<Ports, 'records' | 'offers' | 'tasks' | 'setAsides' | 'ledger' | 'tally'>

const order = z.object({ memberId: z.string().min(1).max(128) })

/** Asks for everything that is kept of a card beside its item to go. */
export function erasureOf(memberId: string): string {
  return JSON.stringify({ memberId } satisfies z.input<typeof order>)
}

/**
 * Everything that is kept of a person beside their item goes. Of what they were granted the amounts stay; what was set
 * aside about others too loses them alone. Can be done again: after a crash it is.
 */
export async function eraseBeside(body: string, ports: ErasePorts): Promise<void> {
  const { memberId } = order.parse(JSON.parse(body))
  await ports.records.erase(memberId)
  await ports.offers.erase(memberId)
  await ports.tasks.erase(memberId)
  await ports.ledger.forget([memberId])
  let gone = 0
  for (const entry of await ports.setAsides.about(memberId)) {
    const left = setAsideWithout(entry, memberId)
    if (left) await ports.setAsides.replace(left)
    else if (await ports.setAsides.remove(entry.key)) gone++
  }
  if (gone > 0) await ports.tally.add({ setAside: -gone })
}
