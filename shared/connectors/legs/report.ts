import type { LegName } from './leg.ts'

/** The times of one end of a flight, epoch ms. */
export interface Times {
  scheduled?: number | undefined
  estimated?: number | undefined
  actual?: number | undefined
}

/** What a status means, whatever code a system has for it. */
export const STATUSES = ['operates', 'cancelled', 'diverted'] as const
export type Status = (typeof STATUSES)[number]

export interface Cause {
  cause: string
  extraordinary?: boolean | undefined
}

/** What one message says of one leg, in whatever kind of message. */
export interface LegReport {
  name: LegName
  /** Of the events that come of it. */
  id: string
  /** Where in the message it stands. */
  place: string
  /** When it was said. */
  at: number
  status?: Status | undefined
  /** When that became so, where it is told. */
  statusAt?: number | undefined
  departure: Times
  arrival: Times
  cause?: Cause | undefined
  marketedAs: { carrier: string; flightNumber: string }[]
}
