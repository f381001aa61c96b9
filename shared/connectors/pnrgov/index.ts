import { iso } from '../../standards/local-time.ts'
import { readCard, readPnr } from '../../standards/reference.ts'
import {
  type Connector,
  type Known,
  nothing,
  type Raw,
  refused,
  type Silent,
  type Translation,
  thingNow,
  together,
} from '../connector.ts'
import { type Interchange, part, readInterchange, type Segment } from '../edifact.ts'
import { identityOf } from '../identity.ts'
import { silence } from '../words.ts'
import { boardedOf } from './boarded.ts'
import type { Member, OurBooking } from './booking.ts'
import type { PnrgovMapping } from './mapping.ts'
import { flightOf, type Pnr, pnrsIn, type Traveller } from './pnr.ts'
import { type BookedFlight, instantIn, readTravel } from './travel.ts'

/**
 * PNRGOV (IATA, WCO): what airlines send to governments of each flight, by EDIFACT, with all bookings on it. Of who has no card
 * of the programme nothing leaves this folder.
 */
export const pnrgov: Connector<PnrgovMapping> = {
  parse(raw, mapping, known) {
    const read = readInterchange(raw.bytes)
    if (!read.ok) return refused(read.fault)
    const { interchange } = read
    const { sender, prepared, control } = interchange
    const identity = control === '' ? undefined : [sender, prepared.replace(':', '-'), control].join(':')
    const message = { raw, interchange, id: identityOf('pnrgov', identity, raw) }
    return together(messagesIn(interchange.segments).map((segments) => translateOne(segments, message, mapping, known)))
  },
}

/** A group has more; the contract has no word for that. */
const TRAVELLERS_AT_MOST = 99

interface Message {
  raw: Raw
  interchange: Interchange
  id: string
}

/** Each UNH to UNT. */
function messagesIn(segments: readonly Segment[]): Segment[][] {
  const messages: Segment[][] = []
  for (const segment of segments) {
    if (segment.tag === 'UNH') messages.push([])
    messages.at(-1)?.push(segment)
  }
  return messages
}

function translateOne(
  segments: readonly Segment[],
  message: Message,
  mapping: PnrgovMapping,
  known: Known,
): Translation {
  const header = flightOf(segments)
  const ours = programmeOf(header, mapping, known)
  const pnrs = pnrsIn(segments)
  const read = pnrs.map((pnr) => readBooking(pnr, ours, mapping, known))
  const told = read.map((each) => (each.ok ? tellBooking(each.booking, message, mapping, known) : each.instead))
  if (mapping.boarded !== 'checkedIn') return together(told)
  const bookings = read.flatMap((each) => (each.ok ? [each.booking] : []))
  const hasCheckIn = pnrs.some(({ itinerary }) => itinerary.some(({ checkedIn }) => checkedIn.length > 0))
  const about = { header, hasCheckIn, id: message.id, at: preparedAt(message) }
  return together([...told, boardedOf(about, bookings, known)])
}

type ReadBooking = { ok: true; booking: OurBooking } | { ok: false; instead: Translation }

/** A booking in which members are, with its flights. */
function readBooking(pnr: Pnr, ours: readonly string[], mapping: PnrgovMapping, known: Known): ReadBooking {
  const name = readPnr(pnr.pnr)
  const place = `PNR ${name.ok ? name.name : `at segment ${pnr.number}`}`
  if (!name.ok) {
    const fault = { code: 'bad-segment', path: place, message: `the reference ${name.message}` } as const
    return { ok: false, instead: refused(fault) }
  }
  const members = pnr.travellers.flatMap((traveller) => memberOf(traveller, ours, known))
  if (members.length === 0) return { ok: false, instead: silent(silence(place, 'nobodyOfOurs')) }
  const travels = pnr.itinerary.map((travel) => readTravel(travel, `${place}, segment ${travel.tvl.number}`, mapping))
  return { ok: true, booking: { pnr, name: name.name, place, members, travels } }
}

function tellBooking(our: OurBooking, message: Message, mapping: PnrgovMapping, known: Known): Translation {
  const { pnr, name, place, members, travels } = our
  const amiss = travels.flatMap((each) => (each && !each.ok ? [each.fault] : []))
  const flights = travels.flatMap((each) => (each?.ok && each.isBooked ? [each.flight] : []))
  if (flights.length === 0 && amiss.length > 0) return { ...nothing(), amiss }
  const booking = { pnr: name, flights, travellers: pnr.travellers.length, at: changedAt(pnr, message), place, message }
  const told = members.map((member) => tell(member, booking, known))
  const left = mapping.leavers === 'cancelled' ? leaversOf(booking, members, known) : []
  return together([{ ...nothing(), amiss }, ...told, ...left])
}

interface Booking {
  pnr: string
  flights: BookedFlight[]
  /** How many travel under it, with and without cards. */
  travellers: number
  at: number
  place: string
  message: Message
}

/** That somebody has this booking, or has it no longer. What was told already is no news: governments are sent it five times. */
function tell(
  { memberId, fare }: Omit<Member, 'ref'>,
  { pnr, flights, travellers, at, place, message }: Booking,
  known: Known,
): Translation {
  const says =
    flights.length === 0 ? {} : { flights, ...(fare && { fare }), travellers: Math.min(travellers, TRAVELLERS_AT_MOST) }
  const thing = { name: `pnr:${pnr}:${memberId}`, says: JSON.stringify(says) }
  const need = { need: 'thing', ...thing } as const
  const before = known.answerTo(need)
  if (before === undefined) return { ...nothing(), needs: [need] }
  if (before && before.asOf > at) return silent(silence(place, 'olderThanBooking'))
  if (before?.isSame) return silent(silence(place, 'toldBefore'))
  const type = flights.length === 0 ? 'booking.cancelled' : 'booking.created'
  const detail = { id: `${message.id}:${pnr}:${memberId}`, occurredAt: iso(at), memberId, pnr, ...says }
  return { ...nothing(), events: [{ type, detail }], learnt: [thingNow(before, { ...thing, asOf: at })] }
}

/** Who has the booking and is not in it any more: after a split, theirs is another one. */
function leaversOf(booking: Booking, members: readonly Member[], known: Known): Translation[] {
  const need = { need: 'holders', pnr: booking.pnr } as const
  const holders = known.answerTo(need)
  if (!holders) return [{ ...nothing(), needs: [need] }]
  const stay = new Set(members.map(({ memberId }) => memberId))
  const left = new Set(holders.flatMap(({ memberId }) => (stay.has(memberId) ? [] : [memberId])))
  return [...left].map((memberId) => tell({ memberId }, { ...booking, flights: [] }, known))
}

function silent(one: Silent): Translation {
  return { ...nothing(), silent: [one] }
}

/** When the booking was last changed, in UTC; else when the message was made, else when it came in. */
function changedAt({ changed }: Pnr, message: Message): number {
  return (changed && instantIn(changed.date, changed.time, 'UTC')) ?? preparedAt(message)
}

function preparedAt({ interchange, raw }: Message): number {
  const [date = '', time = ''] = interchange.prepared.split(':')
  // UNB has the year first.
  const prepared = instantIn(`${date.slice(4)}${date.slice(2, 4)}${date.slice(0, 2)}`, time, 'UTC')
  return prepared ?? raw.receivedAt
}

/** Whose cards are ours. */
function programmeOf(flight: Segment | undefined, { programme }: PnrgovMapping, { airline }: Known): readonly string[] {
  if (programme) return programme
  if (airline.carriers.length > 0) return airline.carriers
  return flight ? [part(flight, 3)] : []
}

/** A card that cannot be ours is nobody's that we know. */
function memberOf({ ref, cards, fare }: Traveller, ours: readonly string[], { airline }: Known): Member[] {
  const isOurs = new RegExp(airline.cards ?? '', 'u')
  const own = cards.filter(({ carrier }) => ours.includes(carrier)).map(({ card }) => readCard(card))
  const card = own.find((each) => each.ok && isOurs.test(each.name))
  if (!card?.ok) return []
  const amount = fare && /^\d{1,9}(\.\d{1,3})?$/.test(fare.amount) ? Number(fare.amount) : undefined
  return [{ memberId: card.name, ref, ...(amount !== undefined && { fare: { amount, currency: fare!.currency } }) }]
}
