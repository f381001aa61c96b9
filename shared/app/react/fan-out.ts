import { type Flight, parseFlight, type WithoutCard } from '../../contract/flight.ts'
import { idIn, MARK } from '../../contract/identity.ts'
import { OF_A_FLIGHT } from '../../contract/of-a-flight.ts'
import { legOf } from '../../domain/member/legs.ts'
import { seatName } from '../../domain/member/seats.ts'
import type { Ports } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { shortHash } from '../../standards/hash.ts'
import type { Alert } from '../alerts.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { conflictOf, envelopeOf, type Faulty, passengerKeyOf, setOneAside } from './set-aside.ts'
import { addTo, type Counts } from './tally.ts'

export interface FanOutDependencies {
  ports: Pick<Ports, 'members' | 'seats' | 'flights' | 'setAsides' | 'tally' | 'queues'>
  now: number
  /** Told of what goes wrong with one flight alone: the others are not harmed. */
  onError(error: unknown): void
  /** Tells a person. */
  alert(what: Alert): void
}

/**
 * Makes one event a passenger of a disrupted flight. The flight is noted when all are sent on, so that a crash in
 * between sends them again (the members know them by their derived ids) and a redelivery is one duplicate, not forty.
 */
export async function fanOut(messages: readonly QueueMessage[], dependencies: FanOutDependencies): Promise<string[]> {
  const counts: Counts = {}
  const failed = await eachAlone(messages, (message) => fanOutOne(message, dependencies, counts), dependencies.onError)
  if (Object.keys(counts).length > 0) await dependencies.ports.tally.add(counts)
  return failed
}

async function fanOutOne(
  { messageId, body }: QueueMessage,
  { ports, now, alert }: FanOutDependencies,
  counts: Counts,
): Promise<void> {
  const { envelope, fault } = envelopeOf(body, messageId)
  const parsed = fault ? { ok: false as const, fault } : parseFlight(envelope, now)
  if (!parsed.ok) return keep({ envelope, fault: parsed.fault })
  const { event, print, amiss, withoutCard } = parsed
  const id = await acceptedAs(event.id, ports)
  let told = { found: 0, nobody: false }
  if (id === undefined) {
    const passengers = await everybodyOn(event, withoutCard, ports)
    if (passengers.length > 0) await ports.queues.send('events', sharesOf(event, passengers, envelope.id))
    told = { found: passengers.length - (event.passengers?.length ?? 0), nobody: passengers.length === 0 }
    for (const each of amiss) await keep(each)
  }
  const accepted = await ports.flights.accept({
    id: id ?? event.id,
    type: event.type,
    delivery: envelope.id,
    print,
    expiresAt: expiryOf('records', now),
  })
  if (accepted === 'conflict') return keep(conflictOf({ messageId, envelope }))
  if (accepted === 'accepted') {
    addTo(counts, `accepted.${event.type}`, 1)
    if (withoutCard.length > 0) addTo(counts, 'passengers.withoutCard', withoutCard.length)
    if (told.found > 0) addTo(counts, 'passengers.foundByBooking', told.found)
    if (told.nobody) addTo(counts, 'passengers.flightsWithNobody', 1)
  }
  if (accepted === 'duplicate') addTo(counts, 'duplicates', 1)
  for (const key of new Set([envelope.setAsideKey, passengerKeyOf(envelope)]))
    if (key && (await ports.setAsides.remove(key))) addTo(counts, 'setAside', -1)

  async function keep(faulty: Pick<Faulty, 'envelope' | 'fault'>): Promise<void> {
    if (!(await setOneAside(faulty, { ports, now }))) return
    addTo(counts, 'setAside', 1)
    alert('flight-set-aside')
  }
}

/** The name under which a flight was accepted, if it was; before there were names, it was the producer's id alone. */
async function acceptedAs(name: string, { flights }: Pick<Ports, 'flights'>): Promise<string | undefined> {
  for (const id of [name, idIn(name)]) if (await flights.seen(id)) return id
  return undefined
}

type Passenger = NonNullable<Flight['passengers']>[number]

/**
 * Who is listed, once each. Where nobody is, everybody who is booked on the leg; and of a booking with somebody whose card is
 * not told, whoever has it.
 */
async function everybodyOn(
  event: Flight,
  withoutCard: readonly WithoutCard[],
  { seats }: Pick<Ports, 'seats'>,
): Promise<Passenger[]> {
  const { passengers = [] } = event
  const listed = new Map(passengers.map((passenger) => [passenger.memberId, passenger]))
  const isByBooking = passengers.length === 0 && withoutCard.length === 0
  if (!isByBooking && withoutCard.length === 0) return [...listed.values()]
  const pnrs = new Set(withoutCard.map(({ pnr }) => pnr))
  const booked = (await Promise.all(namesIn(event).map((name) => seats.on(name)))).flat()
  const meant = booked.filter(({ pnr }) => isByBooking || pnrs.has(pnr))
  const found = new Map<string, Passenger>(meant.map((each) => [each.memberId, each]))
  for (const [memberId, passenger] of listed) found.set(memberId, passenger)
  return [...found.values()]
}

/** Under every name that the leg is booked by. */
function namesIn(event: Flight): string[] {
  const { marketedAs = [], earlierDepartures = [] } = event.type === 'flight.disrupted' ? event : {}
  const departures = event.type === 'flight.rescheduled' ? [event.newDeparture] : earlierDepartures
  const flights = [
    event,
    ...marketedAs.map((sold) => ({ ...event, ...sold })),
    ...departures.map((scheduledDeparture) => ({ ...event, scheduledDeparture })),
  ]
  return [...new Set(flights.map((flight) => seatName(legOf(flight))))]
}

/** What is told of the flight as an event about each member on board. */
function sharesOf(event: Flight, passengers: readonly Passenger[], delivery: string): string[] {
  const { passengers: _, id, type, ...told } = event
  return passengers.map((passenger) => {
    const detail = { ...written(told), ...passenger, id: passengerEventId(id, passenger.memberId) }
    return JSON.stringify({
      id: delivery,
      source: 'wingback',
      'detail-type': OF_A_FLIGHT[type],
      time: iso(event.occurredAt),
      detail,
    })
  })
}

const INSTANTS = new Set([
  'occurredAt',
  'scheduledDeparture',
  'scheduledArrival',
  'newDeparture',
  'newArrival',
  'toldAt',
  'earlierDepartures',
])

/** As producers write it: what was read as an instant is a time again. */
function written(told: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(told).map(([field, value]) => [field, INSTANTS.has(field) ? times(value) : value])
  return Object.fromEntries(entries)
}

function times(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(times)
  return typeof value === 'number' ? iso(value) : value
}

/** Derived from the flight's name and the passenger, and short enough to be an id whatever their lengths. */
function passengerEventId(flight: string, memberId: string): string {
  const whole = `${flight.replace(MARK, ':')}:${memberId}`
  return whole.length <= 128 ? whole : `disrupted:${shortHash(whole, 32)}`
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
