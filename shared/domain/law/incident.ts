import type { Finding, Findings } from './finding.ts'
import type { Regime } from './regime.ts'

export const HAPPENINGS = [
  'delay',
  'cancellation',
  'denied_boarding',
  'downgrade',
  'schedule_change',
  'notification',
  'tarmac_delay',
  'bag_delay',
  'ancillary',
] as const
export type Happening = (typeof HAPPENINGS)[number]

/** Who licensed the operating carrier. `EU` includes Iceland, Norway, Liechtenstein and Switzerland. */
export const LICENCES = ['EU', 'UK', 'US', 'CN', 'other'] as const
export type Licence = (typeof LICENCES)[number]

/** Low to high. */
export const CABINS = ['economy', 'premium economy', 'business', 'first'] as const
export type Cabin = (typeof CABINS)[number]

/**
 * What happened to one passenger, for one regime. From and to are those of the whole booking: connections under one
 * booking are one journey. Minutes are later than planned, negative ones earlier. Money is in the regime's currency.
 */
export interface Incident {
  regime: Regime
  event: Happening
  /** The local day of the planned departure, `YYYY-MM-DD`: the law of that day counts. */
  day: string
  from: string
  to: string
  via?: readonly string[] | undefined
  /** Where it is known better than from the great circle between the airports. */
  distanceKm?: number | undefined
  licence: Licence

  /** When a door opened at the final destination. */
  arrivalDelayMin?: number | undefined
  departureDelayMin?: number | undefined
  firstLegDepartureDelayMin?: number | undefined
  /** Not what counts; kept so that the answer can say so. */
  touchdownDelayMin?: number | undefined
  extraordinary?: boolean | undefined
  carrierCaused?: boolean | undefined
  place?: 'origin' | 'stopover' | 'diversion' | undefined

  noticeDays?: number | undefined
  /** Where it is not known how many: at most so many, since nobody can be told before it is decided. */
  noticeDaysAtMost?: number | undefined
  /** Null or absent: none was offered. */
  reroute?: { departsEarlierMin?: number | undefined; arrivesLaterMin?: number | undefined } | null | undefined
  voluntary?: boolean | undefined
  ticketPriceMinor?: number | undefined
  classChange?: { from: Cabin; to: Cabin } | undefined

  /** Whose published conditions: China leaves the money to them. */
  standard?: string | undefined
  onBoardMin?: number | undefined
  departureTimeKnown?: boolean | undefined
  /** Minutes from when the carrier knew until passengers were told; null: never. */
  toldAfterMin?: number | null | undefined

  /** What the passenger chose. Absent: nothing was accepted. */
  choice?: 'accepts' | 'declines' | undefined
  paidBy?: 'creditCard' | 'other' | undefined
  arrivalChangeMin?: number | undefined
  departureChangeMin?: number | undefined
  addedConnections?: number | undefined
  airportChangedTo?: string | undefined
  bagLateHours?: number | undefined
  flightHours?: number | undefined
  reported?: boolean | undefined
  feeMinor?: number | undefined
  provided?: boolean | undefined
}

/** What is owed to one passenger, as far as the rules speak of it: an absent field is not what this rule is about. */
export interface Ruling {
  inScope: boolean
  /** Null where money is owed whose size the facts don't tell. */
  amountMinor: number | null
  /** What the carrier may give instead, if the passenger agrees. */
  orInKindMinor?: number
  refund?: 'none' | 'fare' | 'bag fee' | 'ancillary fee'
  /** How soon the refund is due. */
  within?: RefundTime
  /** The passenger may give the journey up and have the fare back. */
  refundRight?: boolean
  careDue?: boolean
  /** Who pays for meals and lodging. */
  care?: 'carrier' | 'passenger'
  waterAndFood?: boolean
  disembark?: boolean
  withinRule?: boolean
  cashCompensationMinor?: number
  /** What it rests on. */
  findings: Findings
  /** The paragraphs it rests on. */
  refs: readonly string[]
}

export interface Entitlement extends Omit<Ruling, 'refs'> {
  regime: Regime
  currency: string
  source: string
}

/** How soon a refund is due: so many business days, or days of the calendar. */
export interface RefundTime {
  days: number
  of: 'business' | 'calendar'
}

/** Why there is no answer: what is missing or cannot be. `field` is one of {@link Incident}'s. */
export interface Problem {
  field: keyof Incident
  finding: Finding
}
