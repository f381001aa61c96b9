import { apartKeyOf } from '../../contract/apart.ts'
import { type Flight, parseFlight, type WithoutCard } from '../../contract/flight.ts'
import { idIn, MARK } from '../../contract/identity.ts'
import { OF_A_FLIGHT } from '../../contract/of-a-flight.ts'
import { written } from '../../contract/written.ts'
import { byLeg } from '../../domain/member/finders.ts'
import type { Ports } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { shortHash } from '../../standards/hash.ts'
import type { Alert } from '../alerts.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { allNames, namesToldIn } from './leg-names.ts'
import { cardsOfOthers, tellOfOthers } from './other-programmes.ts'
import { conflictOf, envelopeOf, type Faulty, passengerKeyOf, setOneAside } from './set-aside.ts'
import { addTo, type Counts } from './tally.ts'

export interface FanOutDependencies {
  ports: Pick<
    Ports,
    'members' | 'finders' | 'legNames' | 'flights' | 'setAsides' | 'tally' | 'world' | 'tasks' | 'queues' | 'bus'
  >
  now: number
  /** Called for an error that concerns one flight only; the others go on. */
  onError(error: unknown): void
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
}

/**
 * Makes one event for each passenger of a disrupted flight. The flight is noted as done when all are sent. A crash
 * before that sends them again, and members know them by their derived ids; a second delivery after it counts as one
 * duplicate, not forty.
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
  const { event, print, amiss, withoutCard, unread } = parsed
  const id = await acceptedAs(event.id, ports)
  let counted = { found: 0, nobody: false, ofOthers: 0 }
  if (id === undefined) {
    const told = namesToldIn(event)
    if (told.length > 1) await ports.legNames.note(told, event.scheduledDeparture)
    const names = await allNames(told, ports)
    const everybody = await everybodyOn(event, names, withoutCard, ports)
    const cards = everybody.map(({ memberId }) => memberId)
    const ofOthers = await cardsOfOthers(cards, ports)
    const passengers = everybody.filter(({ memberId }) => !ofOthers.has(memberId))
    await tellOfOthers(event, ofOthers, ports, now)
    if (passengers.length > 0)
      await ports.queues.send('events', sharesOf(event, names, passengers, { unread, delivery: envelope.id }))
    const found = everybody.length - (event.passengers?.length ?? 0)
    counted = { found, nobody: everybody.length === 0, ofOthers: ofOthers.size }
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
    if (counted.ofOthers > 0) addTo(counts, 'passengers.ofOtherProgrammes', counted.ofOthers)
    if (counted.found > 0) addTo(counts, 'passengers.foundByBooking', counted.found)
    if (counted.nobody) addTo(counts, 'passengers.flightsWithNobody', 1)
  }
  if (accepted === 'duplicate') addTo(counts, 'duplicates', 1)
  for (const key of new Set([envelope.setAsideKey, passengerKeyOf(envelope), apartKeyOf(envelope)]))
    if (key && (await ports.setAsides.remove(key))) addTo(counts, 'setAside', -1)

  async function keep(faulty: Pick<Faulty, 'envelope' | 'fault'>): Promise<void> {
    if (!(await setOneAside(faulty, { ports, now }))) return
    addTo(counts, 'setAside', 1)
    alert('flight-set-aside')
  }
}

/** The name under which the flight was accepted, if it was. Older records have the producer's id alone. */
async function acceptedAs(name: string, { flights }: Pick<Ports, 'flights'>): Promise<string | undefined> {
  for (const id of [name, idIn(name)]) if (await flights.seen(id)) return id
  return undefined
}

type Passenger = NonNullable<Flight['passengers']>[number]

/**
 * The listed passengers, each once. Without a list, everybody booked on the leg; for a listed passenger without a card,
 * the holder of the booking.
 */
async function everybodyOn(
  event: Flight,
  names: readonly string[],
  withoutCard: readonly WithoutCard[],
  { finders }: Pick<Ports, 'finders'>,
): Promise<Passenger[]> {
  const { passengers = [] } = event
  const listed = new Map(passengers.map((passenger) => [passenger.memberId, passenger]))
  // A booking does not say that its holder boarded.
  if (event.type === 'flight.boarded') return [...listed.values()]
  const isByBooking = passengers.length === 0 && withoutCard.length === 0
  if (!isByBooking && withoutCard.length === 0) return [...listed.values()]
  const pnrs = new Set(withoutCard.map(({ pnr }) => pnr))
  const booked = (await Promise.all([...new Set(names.map(byLeg))].map((name) => finders.by(name)))).flat()
  const meant = booked.filter(({ pnr }) => isByBooking || pnrs.has(pnr))
  const found = new Map<string, Passenger>(meant.map((each) => [each.memberId, each]))
  for (const [memberId, passenger] of listed) found.set(memberId, passenger)
  return [...found.values()]
}

/** The flight as an event about each member on board. */
function sharesOf(
  event: Flight,
  [leg, ...others]: readonly string[],
  passengers: readonly Passenger[],
  { unread, delivery }: { unread: ReadonlyMap<string, readonly string[]>; delivery: string },
): string[] {
  const { passengers: _, id, type, unread: ofFlight = [], ...told } = event
  const alsoCalled = others.filter((name) => name !== leg)
  return passengers.map((passenger) => {
    const bad = [...ofFlight, ...(unread.get(passenger.memberId) ?? [])]
    const known = { ...(alsoCalled.length > 0 && { alsoCalled }), ...(bad.length > 0 && { unread: bad }) }
    const detail = { ...written(told), ...known, ...passenger, id: passengerEventId(id, passenger.memberId) }
    return JSON.stringify({
      id: delivery,
      source: 'wingback',
      'detail-type': OF_A_FLIGHT[type],
      time: iso(event.occurredAt),
      detail,
    })
  })
}

/** Derived from the flight's name and the passenger; a hash where it would be too long for an id. */
function passengerEventId(flight: string, memberId: string): string {
  const whole = `${flight.replace(MARK, ':')}:${memberId}`
  return whole.length <= 128 ? whole : `disrupted:${shortHash(whole, 32)}`
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
