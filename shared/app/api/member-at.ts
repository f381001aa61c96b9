import type { MemberEvent } from '../../contract/index.ts'
import { foldFacts, isFactEvent } from '../../domain/member/fold/index.ts'
import type { Member } from '../../domain/member/member.ts'
import { newMember } from '../../domain/member/new.ts'
import { objectsToScores, setProfile } from '../../domain/member/profile.ts'
import type { Reaction } from './reactions.ts'

/**
 * The member as they were known at an instant: the facts of every event reacted to by then, and what of our own doing
 * the item still remembers. What is older than the records are kept is not known. Whoever objects to scores today does so then:
 * none is worked out of them for an earlier day.
 */
export function memberAt(member: Member, reactions: readonly Reaction[], at: number): Member {
  const { memberId, aliases, mails, compensations, offers, suppressions } = member
  const then: Member = {
    ...newMember(memberId),
    aliases,
    mails: mails.filter(({ claimedAt }) => claimedAt <= at),
    compensations: compensations.filter(({ grantedAt }) => grantedAt <= at),
    offers: offers.filter(({ issuedAt }) => issuedAt <= at),
    suppressions: suppressions.filter((each) => each.at <= at),
  }
  for (const reaction of reactions) {
    if (reaction.reactedAt > at) break
    const event = eventOf(memberId, reaction)
    if (event && isFactEvent(event)) foldFacts(then, event)
    for (const id of reaction.audiences.entered) then.audiences = { ...then.audiences, [id]: reaction.reactedAt }
    for (const id of reaction.audiences.left) {
      const { [id]: _left, ...others } = then.audiences
      then.audiences = others
    }
  }
  if (objectsToScores(member)) {
    then.layers = setProfile(then.layers, { at: Number.POSITIVE_INFINITY, eventId: '' }, { profiling: false })
  }
  return then
}

/** The event as it was reacted to; undefined where its record was put without it, after a crash. */
export function eventOf(memberId: string, { id, type, occurredAt, detail }: Reaction): MemberEvent | undefined {
  return Object.keys(detail).length > 0 ? ({ ...detail, id, type, memberId, occurredAt } as MemberEvent) : undefined
}
