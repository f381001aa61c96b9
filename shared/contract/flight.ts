import { shortHash } from '../standards/hash.ts'
import { type AirlineEvent, PASSENGERS_AT_MOST, passenger } from './airline.ts'
import { printOf } from './identity.ts'
import { type Envelope, type Fault, faultOf, type Parsed, parseEnvelope } from './index.ts'
import { type FlightEventType, isOfAFlight } from './of-a-flight.ts'

export type Flight = AirlineEvent<FlightEventType>

/** A passenger who cannot be read, as a flight of their own: corrected, it can be sent by itself. */
export interface Amiss {
  envelope: Envelope
  fault: Fault
}

/** A flight with those of its passengers who can be read, and apart those who cannot: they cost nobody else their rights. Where nobody can be, it is the flight that cannot. */
export type ParsedFlight = (Extract<Parsed<Flight>, { ok: true }> & { amiss: Amiss[] }) | { ok: false; fault: Fault }

export function parseFlight(envelope: Envelope, now: number): ParsedFlight {
  const read = readPassengers(envelope)
  const parsed = parseEnvelope(read.envelope, now)
  if (!parsed.ok) return parsed
  const { event, print } = parsed
  const { amiss } = read
  if (!isFlight(event)) return { ok: false, fault: notAFlight }
  if (amiss.length === 0) return { ok: true, event, print, amiss: [] }
  if (event.passengers.length === 0) return { ok: false, fault: amiss[0]!.fault }
  // Who cannot be read is part of what is said all the same.
  const all = printOf({ ...event, amiss: amiss.map(({ said }) => said) })
  return { ok: true, event, print: all, amiss: amiss.map(({ said, fault }) => alone(envelope, said, fault)) }
}

function isFlight(event: { type: string }): event is Flight {
  return isOfAFlight(event.type)
}

const notAFlight: Fault = { code: 'unprocessable', path: 'detail-type', message: 'not a flight' }

/** The flight without those who cannot be read; as it is, where it has no list of passengers, or one that is too long. */
function readPassengers(envelope: Envelope): { envelope: Envelope; amiss: { said: unknown; fault: Fault }[] } {
  const detail = Object(envelope.detail) as Record<string, unknown>
  const { passengers } = detail
  if (!Array.isArray(passengers) || passengers.length > PASSENGERS_AT_MOST) return { envelope, amiss: [] }
  const amiss = passengers.flatMap((said: unknown, at) => {
    const { error } = passenger.safeParse(said)
    return error ? [{ said, fault: inPlace(faultOf(error, said), at) }] : []
  })
  if (amiss.length === 0) return { envelope, amiss }
  const bad = new Set(amiss.map(({ said }) => said))
  return {
    envelope: { ...envelope, detail: { ...detail, passengers: passengers.filter((each) => !bad.has(each)) } },
    amiss,
  }
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
