import type { MemberEvent } from '../../../contract/index.ts'
import type { Member } from '../member.ts'
import { bookingFolds } from './bookings.ts'
import { flightFolds } from './flights.ts'
import type { FactEvent, Folds } from './fold.ts'
import { offerFolds } from './offers.ts'
import { profileFolds } from './profile.ts'
import { troubleFolds } from './troubles.ts'

export type { FactEvent, FactEventType } from './fold.ts'

/** One fold an event type. */
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
