import type { About, AirlineEvent, WingbackEvent } from '../../../contract/index.ts'
import type { FlightEventType, PassengerEventType } from '../../../contract/of-a-flight.ts'
import type { Member } from '../member.ts'

/**
 * Folds of airline events into a member. A fold gets a draft (a copy of the member) and replaces what changes; it never
 * changes a list or an object in place. Every fold commutes: any order of arrival gives the same facts.
 */
export type FactEvent =
  | About<Exclude<AirlineEvent, { type: FlightEventType | 'member.merged' | 'member.erased' | `message.${string}` }>>
  | About<WingbackEvent<PassengerEventType>>
export type FactEventType = FactEvent['type']
export type Folds = { [T in FactEventType]: (draft: Member, event: Extract<FactEvent, { type: T }>) => void }
