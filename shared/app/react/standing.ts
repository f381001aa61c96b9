import { idIn, isConflict } from '../../contract/identity.ts'
import type { MemberEvent } from '../../contract/index.ts'
import type { Member, UnrecordedReaction } from '../../domain/member/member.ts'
import { recall, sameDelivery } from '../../domain/member/seen.ts'
import type { AcceptedAs } from '../../ports/index.ts'
import type { Arrival } from './arrival.ts'

/**
 * What an event that happens once is to a member who may have it: `new`; the very delivery that was accepted, come again,
 * which is `done` or, where its record is not there, `unfinished`; a `duplicate` that says the same; or a `conflict`.
 */
export type Standing = 'new' | 'done' | 'unfinished' | 'duplicate' | 'conflict'

interface Records {
  /** What a record says was accepted, by its id. */
  acceptedAs(recordId: string): AcceptedAs | undefined
}

export function standingOf({ event, envelope, print }: Arrival, member: Member, records: Records): Standing {
  const known = recall(member, event.id, event.occurredAt)
  if (known === 'new') return 'new'
  const recorded = recordedAs(event, records)
  if (known === 'ask' && !recorded) return 'new'
  if (known !== 'ask' && known.print === undefined && !recorded && isOfAnotherType(event, member, records)) return 'new'
  const same = known === 'ask' ? recorded?.delivery === envelope.id : sameDelivery(known, envelope.id)
  if (same) return recorded ? 'done' : 'unfinished'
  const before = known === 'ask' ? recorded : known
  return isConflict(before?.print, print) ? 'conflict' : 'duplicate'
}

/** The reaction to an event that the item still carries. */
export function carriedOf(event: MemberEvent, { unrecorded }: Member): UnrecordedReaction | undefined {
  const fromBefore = unrecorded.find((each) => each.id === idIn(event.id) && isFromBefore(each, event))
  return unrecorded.find(({ id }) => id === event.id) ?? fromBefore
}

/** What was accepted under an event's name. Before there were names, its record was of the producer's id alone. */
function recordedAs(event: MemberEvent, { acceptedAs }: Records): AcceptedAs | undefined {
  const fromBefore = acceptedAs(idIn(event.id))
  return acceptedAs(event.id) ?? (isFromBefore(fromBefore, event) ? fromBefore : undefined)
}

function isFromBefore(kept: { type: string; print?: string } | undefined, event: MemberEvent): boolean {
  return kept?.type === event.type && kept.print === undefined
}

/** Of what the cache knows from before only its record tells the type. */
function isOfAnotherType(event: MemberEvent, { unrecorded }: Member, { acceptedAs }: Records): boolean {
  const id = idIn(event.id)
  const kept = acceptedAs(id) ?? unrecorded.find((each) => each.id === id)
  return kept !== undefined && kept.type !== event.type
}
