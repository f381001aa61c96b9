import type { AirlineEvent, MemberEvent, WingbackEvent } from '../../../events/index.ts'
import type { Member } from '../member.ts'
import { bookingFolds } from './bookings.ts'
import { flightFolds } from './flights.ts'
import { offerFolds } from './offers.ts'
import { profileFolds } from './profile.ts'
import { troubleFolds } from './troubles.ts'

/**
 * What airline events say of a member, folded in. A fold gets a draft (a copy of the member) and replaces what changes;
 * it never alters a list or an object in place. Every fold commutes: any order of arrival gives the same facts.
 */
export type FactEvent =
  | Exclude<AirlineEvent, { type: 'flight.disrupted' | 'member.merged' | 'member.erased' }>
  | WingbackEvent<'member.disrupted'>
export type FactEventType = FactEvent['type']
export type Folds = { [T in FactEventType]: (draft: Member, event: Extract<FactEvent, { type: T }>) => void }

const folds: Folds = {
  ...profileFolds,
  ...flightFolds,
  ...bookingFolds,
  ...troubleFolds,
  ...offerFolds,
}

export function isFactEvent(event: MemberEvent): event is FactEvent {
  return Object.hasOwn(folds, event.type)
}

/** Folds an event's facts into a draft. */
export function foldFacts(draft: Member, event: FactEvent): void {
  const fold = folds[event.type] as (draft: Member, event: FactEvent) => void
  fold(draft, event)
}
