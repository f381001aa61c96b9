import { iso } from '../../standards/local-time.ts'
import { type Known, nothing, type Said, type Silent, type Translation, thingNow, together } from '../connector.ts'
import type { Segment } from '../edifact.ts'
import { silence } from '../words.ts'
import type { OurBooking } from './booking.ts'
import { type BookedFlight, readTravel } from './travel.ts'

/** A passenger of ours who is booked on the flight that a message is about. */
interface Passenger {
  memberId: string
  pnr: string
  cabin: string
  boarded: boolean
}

/** Only the class of a booking says its cabin. */
const ANY_CABIN = { cabins: { '*': 'Y' as const } }

/**
 * Who was on board, from the message that goes out once the flight has left: who checked in was, and who was booked and did not was
 * not. Before that it says nothing: people may still come.
 */
export function boardedOf(
  { header, hasCheckIn, ...message }: { header: Segment | undefined; hasCheckIn: boolean; id: string; at: number },
  bookings: readonly OurBooking[],
  known: Known,
): Translation {
  const place = 'the flight of the message'
  const read = header && readTravel({ tvl: header, operating: {}, status: 'HK', checkedIn: [] }, place, ANY_CABIN)
  if (!read) return nothing()
  if (!read.ok) return { ...nothing(), amiss: [read.fault] }
  const { flight } = read
  if (message.at < Date.parse(flight.departsAt)) return silent(silence(place, 'notLeft'))
  if (!hasCheckIn) return silent(silence(place, 'nobodyCheckedIn'))
  return tell(
    flight,
    bookings.flatMap((booking) => passengersOf(booking, flight)),
    message,
    known,
  )
}

function passengersOf({ pnr, name, members, travels }: OurBooking, flight: BookedFlight): Passenger[] {
  const at = travels.findIndex((each) => each?.ok && each.isBooked && isSame(each.flight, flight))
  const travel = travels[at]
  if (!travel?.ok) return []
  const { checkedIn } = pnr.itinerary[at]!
  const { cabin } = travel.flight
  return members.map(({ memberId, ref }) => ({ memberId, pnr: name, cabin, boarded: checkedIn.includes(ref) }))
}

function isSame(a: BookedFlight, b: BookedFlight): boolean {
  return (['carrier', 'flightNumber', 'from', 'to', 'departsAt'] as const).every((key) => a[key] === b[key])
}

/** Of each passenger once, unless it is another answer: one flight's bookings may come in several messages, and again. */
function tell(
  { carrier, flightNumber, from, to, departsAt }: BookedFlight,
  passengers: readonly Passenger[],
  { id, at }: { id: string; at: number },
  known: Known,
): Translation {
  const leg = `${carrier}${flightNumber}:${from}-${to}:${departsAt}`
  const news: Passenger[] = []
  const parts = passengers.map((passenger): Translation => {
    const thing = { name: `boarded:${leg}:${passenger.memberId}`, says: JSON.stringify(passenger) }
    const need = { need: 'thing', ...thing } as const
    const before = known.answerTo(need)
    if (before === undefined) return { ...nothing(), needs: [need] }
    if (before?.isSame || (before && before.asOf > at)) return nothing()
    news.push(passenger)
    return { ...nothing(), learnt: [thingNow(before, { ...thing, asOf: at })] }
  })
  const detail = {
    ...{ id: `${id}:boarded:${carrier}${flightNumber}`, occurredAt: iso(at) },
    ...{ carrier, flightNumber, from, to, scheduledDeparture: departsAt, passengers: news },
  }
  const events: Said[] = news.length === 0 ? [] : [{ type: 'flight.boarded', detail }]
  return together([{ ...nothing(), events }, ...parts])
}

function silent(one: Silent): Translation {
  return { ...nothing(), silent: [one] }
}
