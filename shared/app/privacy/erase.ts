import * as z from 'zod'
import type { RecordBody } from '../../domain/receipt.ts'
import { listOfReport, wordsOfReceipts } from '../../domain/sending/mail-words.ts'
import type { MailMark, Ports, ReactionRecord } from '../../ports/index.ts'
import { leaveCohorts } from '../results/leave.ts'
import { setAsideWithout } from './set-asides.ts'

export type ErasePorts = Pick<
  Ports,
  'members' | 'mails' | 'results' | 'records' | 'offers' | 'tasks' | 'setAsides' | 'ledger' | 'tally' | 'counters'
>

const order = z.object({ memberId: z.string().min(1).max(128) })

/** A message that asks to delete everything kept of a card beside its item. */
export function erasureOf(memberId: string): string {
  return JSON.stringify({ memberId } satisfies z.input<typeof order>)
}

/**
 * Deletes everything kept of a person beside their item. Amounts of grants stay. Of set-aside messages about others
 * too, only this person's part goes. May be done again after a crash.
 */
export async function eraseBeside(body: string, ports: ErasePorts, now: number): Promise<void> {
  const { memberId } = order.parse(JSON.parse(body))
  await leaveCohorts(memberId, ports, now)
  await ports.mails.forget(memberId, (await ports.records.list(memberId)).flatMap(mailMarksIn))
  await ports.records.erase(memberId)
  await ports.offers.erase(memberId)
  await ports.tasks.erase(memberId)
  await ports.counters.erase(memberId)
  await ports.ledger.forget([memberId])
  let gone = 0
  for (const entry of await ports.setAsides.about(memberId)) {
    const left = setAsideWithout(entry, memberId)
    if (left) await ports.setAsides.replace(left)
    else if (await ports.setAsides.remove(entry.key)) gone++
  }
  if (gone > 0) await ports.tally.add({ setAside: -gone })
}

/** The instants under which the lists of emails have a record's entries. */
function mailMarksIn({ memberId, type, occurredAt, body }: ReactionRecord): MailMark[] {
  const list = listOfReport(type)
  const { receipts } = JSON.parse(body) as RecordBody
  return [...wordsOfReceipts(memberId, receipts), ...(list ? [{ list, at: occurredAt }] : [])]
}
