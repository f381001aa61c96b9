import { decodeMember } from '../../domain/member/codec.ts'
import { profileOf } from '../../domain/member/profile.ts'
import type { Ports } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'

export type ExportPorts = Pick<
  Ports,
  'members' | 'records' | 'offers' | 'tasks' | 'ledger' | 'setAsides' | 'suppressions'
>

/**
 * Everything kept of a person, card by card, whichever card was asked for: first the card that goes on, then those
 * merged into it or on their way to it. As it is stored, so that nothing is left out; instants are epoch milliseconds.
 * Undefined: nobody has the card, and nothing names it.
 */
export async function everythingOf(asked: string, ports: ExportPorts) {
  const { memberId, member, by } = await survivorOf(asked, ports)
  if (!member && by.length === 0 && (await ports.setAsides.about(asked)).length === 0) return undefined
  const cards = [...new Set([memberId, ...(member?.aliases ?? []), ...by])]
  return { memberId, cards: await Promise.all(cards.map((card) => cardOf(card, ports))) }
}

async function cardOf(memberId: string, ports: ExportPorts) {
  const [stored, records, offers, tasks, ledger, setAsides] = await Promise.all([
    ports.members.read([memberId], { consistent: true }),
    ports.records.list(memberId),
    ports.offers.list(memberId),
    ports.tasks.list(memberId),
    ports.ledger.entries([memberId]),
    ports.setAsides.about(memberId),
  ])
  const item = stored.get(memberId)
  const member = item && decodeMember(item)
  const { email } = member ? profileOf(member) : {}
  return {
    memberId,
    member,
    /** What is known about the address of each card. */
    suppressedAddress: email === undefined ? undefined : await ports.suppressions.read(email),
    /** Events and decisions, in order. */
    records: records
      .sort((a, b) => a.reactedAt - b.reactedAt)
      .map(({ body, ...record }) => ({ ...record, ...JSON.parse(body) })),
    offers,
    tasks,
    ledger,
    setAsides,
  }
}
