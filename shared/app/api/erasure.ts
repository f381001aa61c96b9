import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { survivorOf } from '../survivor.ts'
import { type ApiPorts, ok, route } from './http.ts'
import { livingMember, noteChange } from './living-member.ts'
import { noSuchMember } from './members.ts'

const one = z.object({ memberId: fields.memberId })

/**
 * Erases a person, by whichever card of theirs: the same event as the airline's own. Asked for again, it is the same event
 * once more. What it takes away is seen by {@link showErasure}.
 */
export const eraseMember = route(one, async ({ memberId }, context, { by }) => {
  const living = await livingMember(memberId, context.ports)
  if (!living.ok) return living.refused
  const card = living.member.memberId
  const event = { type: 'member.erased' as const, id: `${card}:erased`, memberId: card, fields: {} }
  await noteChange(([person]) => ({ is: 'erased', person: person! }), [card], context, by)
  await context.ports.queues.send('events', [ownEvent(event, context.now())])
  return ok({ memberId: card })
})

/** How far an erasure has come: what is still kept of the person, and what stays. Of one who was not erased, what there is. */
export const showErasure = route(one, async ({ memberId }, { ports }) => {
  const { memberId: card, member, by } = await survivorOf(memberId, ports)
  if (!member) return noSuchMember(memberId)
  const cards = [...new Set([card, ...member.aliases, ...by])]
  const left = (await Promise.all(cards.map((each) => keptOf(each, ports)))).reduce(sum, NOTHING)
  const grants = await ports.ledger.grants(cards)
  const erasedAt = member.erasedAt
  return ok({
    erasedAt: erasedAt === undefined ? null : new Date(erasedAt).toISOString(),
    cards: cards.length,
    left,
    isDone: erasedAt !== undefined && Object.values(left).every((count) => count === 0),
    /** Without the person: what was granted must add up for ever. */
    stays: { grants: grants.length },
  })
})

type Kept = Record<'records' | 'offers' | 'tasks' | 'setAsides', number>

const NOTHING: Kept = { records: 0, offers: 0, tasks: 0, setAsides: 0 }

async function keptOf(card: string, { records, offers, tasks, setAsides }: ApiPorts): Promise<Kept> {
  const [recorded, offered, opened, aside] = await Promise.all([
    records.list(card),
    offers.list(card),
    tasks.list(card),
    setAsides.about(card),
  ])
  return { records: recorded.length, offers: offered.length, tasks: opened.length, setAsides: aside.length }
}

function sum(one: Kept, other: Kept): Kept {
  return {
    records: one.records + other.records,
    offers: one.offers + other.offers,
    tasks: one.tasks + other.tasks,
    setAsides: one.setAsides + other.setAsides,
  }
}
