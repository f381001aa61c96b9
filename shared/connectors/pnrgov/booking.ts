import type { Pnr } from './pnr.ts'
import type { ReadTravel } from './travel.ts'

/** A member who travels. */
export interface Member {
  memberId: string
  /** By which segments of the booking mean them. */
  ref: string
  fare?: { amount: number; currency: string } | undefined
}

/** A booking in which members are. */
export interface OurBooking {
  pnr: Pnr
  name: string
  place: string
  members: readonly Member[]
  /** As they stand in the itinerary; undefined where one is nothing. */
  travels: readonly (ReadTravel | undefined)[]
}
