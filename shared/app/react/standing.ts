import { idIn, isConflict } from '../../contract/identity.ts'
import type { MemberEvent } from '../../contract/index.ts'
import type { Member, UnrecordedReaction } from '../../domain/member/member.ts'
import { recall, sameDelivery } from '../../domain/member/seen.ts'
import type { AcceptedAs } from '../../ports/index.ts'
import type { Arrival } from './arrival.ts'

/**
 * How an event that happens once stands to a member: `new`; `done`, the same delivery again; `unfinished`, the same
 * delivery again, but its record is missing; `duplicate`, another delivery of the same; `conflict`, another event under
 * the same name.
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

/** The event's reaction, if the item still carries it. */
export function carriedOf(event: MemberEvent, { unrecorded }: Member): UnrecordedReaction | undefined {
  const fromBefore = unrecorded.find((each) => each.id === idIn(event.id) && isFromBefore(each, event))
  return unrecorded.find(({ id }) => id === event.id) ?? fromBefore
}

/** What was accepted under the event's name. Older records have the producer's id alone. */
function recordedAs(event: MemberEvent, { acceptedAs }: Records): AcceptedAs | undefined {
  const fromBefore = acceptedAs(idIn(event.id))
  return acceptedAs(event.id) ?? (isFromBefore(fromBefore, event) ? fromBefore : undefined)
}

function isFromBefore(kept: { type: string; print?: string } | undefined, event: MemberEvent): boolean {
  return kept?.type === event.type && kept.print === undefined
}

/** The cache's older entries have no type: only the record tells it. */
function isOfAnotherType(event: MemberEvent, { unrecorded }: Member, { acceptedAs }: Records): boolean {
  const id = idIn(event.id)
  const kept = acceptedAs(id) ?? unrecorded.find((each) => each.id === id)
  return kept !== undefined && kept.type !== event.type
}
