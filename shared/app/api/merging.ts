import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { LIMITS } from '../../domain/member/member.ts'
import { ok, refuse, route } from './http.ts'
import { livingMember, noteChange } from './living-member.ts'

/** Merges a card into another one of the same person, who goes on by that: the same event as the airline's own. */
export const mergeMember = route(
  z.object({ memberId: fields.memberId, into: fields.memberId }),
  async ({ memberId, into }, context, { by }) => {
    const [one, other] = await Promise.all([livingMember(memberId, context.ports), livingMember(into, context.ports)])
    if (!one.ok) return one.refused
    if (!other.ok) return other.refused
    const [from, to] = [one.member, other.member]
    if (from.memberId === to.memberId) return refuse(409, 'one-person', ({ api }) => api.onePersonAlready)
    if (from.aliases.length + to.aliases.length + 1 > LIMITS.aliases)
      return refuse(409, 'too-many-cards', ({ api }) => api.tooManyCards(LIMITS.aliases))
    const cards = [from.memberId, to.memberId]
    await noteChange(([person, into]) => ({ is: 'merged', person: person!, into: into! }), cards, context, by)
    const about = { id: cards.join(':merged:'), memberId: from.memberId, fields: { into: to.memberId } }
    const event = { type: 'member.merged' as const, ...about }
    await context.ports.queues.send('events', [ownEvent(event, context.now())])
    return ok({ memberId: from.memberId, into: to.memberId })
  },
)
