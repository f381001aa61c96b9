import { shortHash } from '../standards/hash.ts'
import { type AirlineEvent, PASSENGERS_AT_MOST, passenger } from './airline.ts'
import { pnr } from './fields.ts'
import { printOf } from './identity.ts'
import { type Envelope, type Fault, faultOf, type Parsed, parseEnvelope } from './index.ts'
import { type FlightEventType, isOfAFlight } from './of-a-flight.ts'
import { withoutNulls } from './unsaid.ts'

export type Flight = AirlineEvent<FlightEventType>

/** A passenger who cannot be read, as a flight of their own: corrected, it can be sent by itself. */
export interface Amiss {
  envelope: Envelope
  fault: Fault
}

/** Somebody on board of whom no card is told: only their booking, if that. */
export interface WithoutCard {
  pnr?: string
}

/**
 * A flight with those of its passengers who can be read, and apart those who cannot: they cost nobody else their rights.
 * Where nobody can be, it is the flight that cannot. Who has no card is passed over, and counted.
 */
export type ParsedFlight =
  | (Extract<Parsed<Flight>, { ok: true }> & { amiss: Amiss[]; withoutCard: WithoutCard[] })
  | { ok: false; fault: Fault }

export function parseFlight(envelope: Envelope, now: number): ParsedFlight {
  const read = readPassengers({ ...envelope, detail: withoutNulls(envelope.detail) })
  const parsed = parseEnvelope(read.envelope, now)
  if (!parsed.ok) return parsed
  const { event, print } = parsed
  const { amiss, withoutCard } = read
  if (!isFlight(event)) return { ok: false, fault: notAFlight }
  if (amiss.length === 0) return { ok: true, event, print, amiss: [], withoutCard }
  if (event.passengers?.length === 0) return { ok: false, fault: amiss[0]!.fault }
  // Who cannot be read is part of what is said all the same.
  const all = printOf({ ...event, amiss: amiss.map(({ said }) => said) })
  const apart = amiss.map(({ said, fault }) => alone(envelope, said, fault))
  return { ok: true, event, print: all, amiss: apart, withoutCard }
}

function isFlight(event: { type: string }): event is Flight {
  return isOfAFlight(event.type)
}

const notAFlight: Fault = { code: 'unprocessable', path: 'detail-type', message: 'not a flight' }

interface Read {
  envelope: Envelope
  amiss: { said: unknown; fault: Fault }[]
  withoutCard: WithoutCard[]
}

/**
 * The flight without those who have no card and those who cannot be read; as it is, where it has no list of passengers, or
 * one that is too long.
 */
function readPassengers(envelope: Envelope): Read {
  const detail = Object(envelope.detail) as Record<string, unknown>
  const { passengers } = detail
  if (!Array.isArray(passengers) || passengers.length > PASSENGERS_AT_MOST)
    return { envelope, amiss: [], withoutCard: [] }
  const withoutCard = passengers.filter(hasNoCard)
  const amiss = passengers.flatMap((said: unknown, at) => {
    const { error } = passenger.safeParse(said)
    return error && !hasNoCard(said) ? [{ said, fault: inPlace(faultOf(error, said), at) }] : []
  })
  const apart = new Set<unknown>([...withoutCard, ...amiss.map(({ said }) => said)])
  const left = passengers.filter((each) => !apart.has(each))
  return {
    envelope: apart.size === 0 ? envelope : { ...envelope, detail: { ...detail, passengers: left } },
    amiss,
    withoutCard: withoutCard.map(({ pnr: said }) => {
      const { data } = pnr.safeParse(said)
      return data === undefined ? {} : { pnr: data }
    }),
  }
}

/** An infant, somebody of a group, a guest of no programme. */
function hasNoCard(said: unknown): said is { pnr?: unknown } {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false
  const { memberId } = said as { memberId?: unknown }
  return memberId === undefined || memberId === null || (typeof memberId === 'string' && memberId.trim() === '')
}

/** What is wrong with one passenger, as said of the flight. */
function inPlace({ path, message, hint }: Fault, at: number): Fault {
  const place = `passengers.${at}`
  return {
    code: 'bad-passenger',
    path: path === 'detail' ? place : `${place}.${path}`,
    message: `${place}${path === 'detail' ? message.replace(/^detail/, '') : `.${message}`}`,
    ...(hint !== undefined && { hint }),
  }
}

const HASH_CHARS = 10

/** The flight with this passenger alone, under an id that is derived from both. */
function alone(envelope: Envelope, said: unknown, fault: Fault): Amiss {
  const detail = envelope.detail as { id: string }
  const id = `${detail.id.slice(0, 100)}:${shortHash([detail.id, JSON.stringify(said)], HASH_CHARS)}`
  return { envelope: { ...envelope, detail: { ...detail, id, passengers: [said] } }, fault }
}
