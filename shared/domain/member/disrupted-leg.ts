import type { Cabin } from '../../contract/index.ts'
import type { Reported, Stamp } from './order.ts'

/** What can go wrong with a flight. */
export type Trouble = 'delay' | 'cancellation' | 'diversion' | 'deniedBoarding' | 'downgrade' | 'baggageDelay'

/**
 * What is known of a leg that did not go as it was planned, by the name it was reported under: the latest word on each
 * question, whoever told it and in whatever order (docs/decisions/flights-as-they-happen.md).
 */
export interface DisruptedLeg {
  leg: string
  /** What went wrong, each dated by its first report and by its last. */
  troubles: { [T in Trouble]?: Reported }
  words: Words
  /** Questions whose latest answer is unreadable, and when it was given. */
  unread?: Unread
  /** What else the leg is called: under the numbers of airlines that sell it, on days it was to depart before. */
  alsoCalled?: string[]
}

/** The questions that reports of a leg answer. Minutes are later than planned; what a report does not say answers nothing. */
export interface Answers {
  /** The scheduled departure, and arrival, to the minute. */
  departsAt: number
  arrivesAt: number
  /** How late it is thought to arrive and to leave, and how late it did. */
  expectedDelay: number
  delay: number
  expectedDepartureDelay: number
  departureDelay: number
  /** How many days before passengers were told that it is cancelled, or when. */
  noticeDays: number
  toldAt: number
  /** The flight that the passenger was given instead. */
  reroute: Reroute
  cause: string
  extraordinary: boolean
  carrierLicence: string
  pnr: string
  cabin: Cabin
  /** Whether the passenger had a confirmed booking, and whether they were on board. */
  confirmed: boolean
  boarded: boolean
  /** It flies after all. */
  reinstated: true
  /** Other names of the flight were given. */
  named: true
}

export interface Reroute {
  departsEarlierMin?: number | undefined
  arrivesLaterMin?: number | undefined
}

export interface Word<T> extends Stamp {
  says: T
}

export type Words = { [Q in keyof Answers]?: Word<Answers[Q]> }

export type Unread = { [Q in keyof Answers]?: Stamp }

/** Whether the member was on board of a leg, as the gate counted them: the last word on it. */
export interface Boarding extends Stamp {
  leg: string
  boarded: boolean
}
