import { shortHash } from '../standards/hash.ts'
import { type AirlineEvent, PASSENGERS_AT_MOST, passenger } from './airline.ts'
import { type Apart, parseWithApart } from './apart.ts'
import { withoutBad } from './bad-fields.ts'
import { pnr } from './fields.ts'
import { printOf } from './identity.ts'
import { type About, type Envelope, type Fault, faultOf, type Parsed } from './index.ts'
import { type FlightEventType, isOfAFlight } from './of-a-flight.ts'
import { withoutNulls } from './unsaid.ts'

export type Flight = About<AirlineEvent<FlightEventType>>

/** A passenger without a card: only their booking is known, if that. */
export interface WithoutCard {
  pnr?: string
}

/**
 * A flight with the passengers that can be read, and apart from it those that cannot, each as a flight of their own: they do
 * not affect the others' rights. If none can be read, the flight itself cannot. Optional fields that cannot be read, of the
 * flight or a passenger, are left out and reported too. Passengers without a card are skipped and counted.
 */
export type ParsedFlight =
  | (Extract<Parsed<Flight>, { ok: true }> & {
      amiss: Apart[]
      withoutCard: WithoutCard[]
      /** By card: paths of that passenger's unreadable fields. */
      unread: ReadonlyMap<string, readonly string[]>
    })
  | { ok: false; fault: Fault }

export function parseFlight(envelope: Envelope, now: number): ParsedFlight {
  const read = readPassengers({ ...envelope, detail: withoutNulls(envelope.detail) })
  const { parsed, apart } = parseWithApart(read.envelope, now)
  if (!parsed.ok) return parsed
  const { event, print } = parsed
  const { amiss, withoutCard } = read
  if (!isFlight(event)) return { ok: false, fault: notAFlight }
  const unread = new Map((event.passengers ?? []).map(({ memberId }, i) => [memberId, read.unread[i] ?? []]))
  const fields = apart.map((each) => ({ ...each, envelope: withPassengers(each.envelope, read.others) }))
  if (amiss.length === 0) return { ok: true, event, print, amiss: fields, withoutCard, unread }
  if (event.passengers?.length === 0) return { ok: false, fault: amiss[0]!.fault }
  // Unreadable passengers are part of the fingerprint, because they are part of what was said.
  const all = printOf({ ...event, amiss: amiss.map(({ said }) => said), ...(fields.length > 0 && { print }) })
  const people = amiss.map(({ said, fault }) => alone(envelope, said, fault))
  return { ok: true, event, print: all, amiss: [...people, ...fields], withoutCard, unread }
}

/** The corrected flight is about everybody who could be read, including those without a card. */
function withPassengers(envelope: Envelope, passengers: readonly unknown[] | undefined): Envelope {
  return passengers ? { ...envelope, detail: { ...(envelope.detail as object), passengers } } : envelope
}

function isFlight(event: { type: string }): event is Flight {
  return isOfAFlight(event.type)
}

const notAFlight: Fault = { code: 'unprocessable', path: 'detail-type', message: 'not a flight' }

interface Read {
  envelope: Envelope
  amiss: { said: unknown; fault: Fault }[]
  withoutCard: WithoutCard[]
  /** All passengers except those that cannot be read. */
  others?: readonly unknown[]
  /** Paths of unreadable fields, one entry per passenger in `envelope`, in the same order. */
  unread: (readonly string[])[]
}

/**
 * The flight without passengers who have no card or cannot be read. Unchanged if it has no list of passengers, or one that
 * is too long.
 */
function readPassengers(envelope: Envelope): Read {
  const detail = Object(envelope.detail) as Record<string, unknown>
  const { passengers } = detail
  if (!Array.isArray(passengers) || passengers.length > PASSENGERS_AT_MOST)
    return { envelope, amiss: [], withoutCard: [], unread: [] }
  const withoutCard = passengers.filter(hasNoCard)
  const needed = NEEDED_OF_PASSENGERS[envelope['detail-type']] ?? []
  const all = passengers
    .filter((each) => !hasNoCard(each))
    .map((said) => readPassenger(said, passengers.indexOf(said), needed))
  const amiss = all.flatMap(({ said, fault }) => (fault ? [{ said, fault }] : []))
  const understood = all.filter(({ rest }) => rest !== undefined)
  const left = understood.map(({ rest }) => rest)
  const isAsTold = amiss.length === 0 && withoutCard.length === 0
  return {
    envelope: isAsTold ? envelope : { ...envelope, detail: { ...detail, passengers: left } },
    amiss,
    others: [...left, ...withoutCard],
    withoutCard: withoutCard.map(({ pnr: said }) => {
      const { data } = pnr.safeParse(said)
      return data === undefined ? {} : { pnr: data }
    }),
    unread: understood.map(({ unread = [] }) => unread),
  }
}

/** Without `boarded`, a passenger at the gate counts as on board: it is not left out if it cannot be read. */
const NEEDED_OF_PASSENGERS: Readonly<Record<string, readonly string[]>> = { 'flight.boarded': ['boarded'] }

interface ReadPassenger {
  said: unknown
  /** What can be read. Absent: it is not known who it is, or what a needed field says. */
  rest?: unknown
  /** Paths of the fields that were left out. */
  unread?: readonly string[]
  fault?: Fault
}

function readPassenger(said: unknown, at: number, needed: readonly string[]): ReadPassenger {
  const wrongIn = (detail: unknown) => {
    const { error } = passenger.safeParse(detail)
    return error && faultOf(error, detail)
  }
  const fault = wrongIn(said)
  if (!fault) return { said, rest: said }
  const left = withoutBad(said, wrongIn)
  const unread = left?.bad.map(({ path }) => path) ?? []
  const isUnderstood = left && !unread.some((path) => needed.includes(path))
  return { said, fault: inPlace(fault, at), ...(isUnderstood && { rest: left.rest, unread }) }
}

/** An infant, a member of a group, a guest without a programme. */
function hasNoCard(said: unknown): said is { pnr?: unknown } {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false
  const { memberId } = said as { memberId?: unknown }
  return memberId === undefined || memberId === null || (typeof memberId === 'string' && memberId.trim() === '')
}

/** The fault of one passenger, with its place in the flight's event. */
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

/** The flight with this passenger alone, under an id derived from both. */
function alone(envelope: Envelope, said: unknown, fault: Fault): Apart {
  const detail = envelope.detail as { id: string }
  const id = `${detail.id.slice(0, 100)}:${shortHash([detail.id, JSON.stringify(said)], HASH_CHARS)}`
  return { envelope: { ...envelope, detail: { ...detail, id, passengers: [said] } }, fault }
}
