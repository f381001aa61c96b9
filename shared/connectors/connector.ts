import type * as z from 'zod'
import type { AirlineEventType, Cabin, Fault } from '../contract/index.ts'
import type { NotedReason } from '../contract/reason.ts'
import type { LegName, LegState } from './legs/leg.ts'
import type { SignatureScheme } from './signature.ts'

/**
 * What a connector is: it reads messages of one kind, as airports, reservation systems and help desks send them, and says
 * what they mean as events of the contract. It is pure: what it has to know beside the message it asks for, and what it learnt
 * of it others keep.
 */

/** A message as it came in. */
export interface Raw {
  bytes: Uint8Array
  /** When it came in, epoch ms. */
  receivedAt: number
}

/** An event of the contract, as it is put on the bus. */
export interface Said {
  type: AirlineEventType
  detail: { id: string; occurredAt: string } & Record<string, unknown>
}

/** A part of a message of which nothing comes, and why: for people who try a mapping. */
export interface Silent {
  place: string
  why: string
  /** The same by a code and values, for readers of other languages. */
  said?: NotedReason | undefined
}

/** What has to be known beside the message. */
export type Need =
  /** Legs of a flight's number that depart on a date of their origin, or the day before or after. */
  | { need: 'legs'; carrier: string; flightNumber: string; date: string }
  /** Who is booked on a leg. */
  | { need: 'booked'; leg: LegName }
  /** Whose bookings these are. */
  | { need: 'holders'; pnr: string }
  /** Whether this is what was told last of a thing, which has a name of the connector's own. */
  | { need: 'thing'; name: string; says: string }
  /** Whose address it is. */
  | { need: 'card'; email: string }

/** What is told of a thing, and as of when: what is the same again is no news. Who keeps it keeps hashes: it may be of a person. */
export interface ToldThing {
  name: string
  says: string
  asOf: number
  /** As it was read from where it is kept; absent: not kept yet. */
  version?: number
}

export interface LastTold extends Pick<ToldThing, 'asOf' | 'version'> {
  /** As what is asked about. */
  isSame: boolean
}

/** What is to be remembered of a message. */
export type Learnt = { leg: LegState } | { thing: ToldThing }

export interface Booked {
  memberId: string
  pnr: string
  cabin: Cabin
}

/** What is answered to each need. */
export interface Answers {
  legs: readonly LegState[]
  booked: readonly Booked[]
  holders: readonly Booked[]
  thing: LastTold | null
  /** The one card that has the address. */
  card: { memberId: string } | 'nobody' | 'several'
}

/** What the airline says of itself in `wingback.yaml`. */
export interface Airline {
  /** The codes under which it flies; empty: not said. */
  carriers: readonly string[]
  /** IANA zone of its days. */
  zone: string
  /** Minutes of delay, ascending: each is news of a flight. */
  delayBands: readonly number[]
  /** Which cards are its own, a regular expression. Absent: any may be. */
  cards?: string | undefined
}

/** What is known beside the message. */
export interface Known {
  airline: Airline
  /** Undefined: it has not been looked up yet, and is asked for. */
  answerTo<N extends Need>(need: N): Answers[N['need']] | undefined
}

/** What a message comes to. */
export interface Translation {
  events: Said[]
  /** Parts of the message that cannot be said; `path` is their place in it. The rest of the message counts. */
  amiss: Fault[]
  silent: Silent[]
  /** What has to be looked up first: what else is said here is not final. */
  needs: Need[]
  /** What is to be kept, once the events are on the bus. */
  learnt: Learnt[]
}

/** A kind of message. `M`: what a mapping of this kind says, checked. */
export interface Connector<M> {
  parse(raw: Raw, mapping: M, known: Known): Translation
}

/** What a mapping of a kind may say: its form, for the check, for editors and for the pages. */
export interface MappingForm<S extends z.ZodType = z.ZodType> {
  schema: S
  /** Under which system's name its events come, unless the mapping says another: `airline.ops`. */
  system: string
  /** How what is posted is signed, where the sender has a way of its own. */
  signature?: SignatureScheme
}

export function nothing(): Translation {
  return { events: [], amiss: [], silent: [], needs: [], learnt: [] }
}

/** A message of which nothing can be read. */
export function refused(fault: Fault): Translation {
  return { ...nothing(), amiss: [fault] }
}

export function together(translations: readonly Translation[]): Translation {
  return {
    events: translations.flatMap(({ events }) => events),
    amiss: translations.flatMap(({ amiss }) => amiss),
    silent: translations.flatMap(({ silent }) => silent),
    needs: translations.flatMap(({ needs }) => needs),
    learnt: translations.flatMap(({ learnt }) => learnt),
  }
}

/** What is told of a thing now, in the place of what was told before. */
export function thingNow(before: LastTold | null, now: Omit<ToldThing, 'version'>): Learnt {
  return { thing: { ...now, ...(before?.version !== undefined && { version: before.version }) } }
}
