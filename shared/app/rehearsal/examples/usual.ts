import type { AirlineEventType } from '../../../contract/index.ts'
import { type Calendar, DAY, HOUR } from '../../../domain/calendar.ts'
import type { Schedule } from '../../../domain/schedule.ts'
import { LAST_MESSAGE, LAST_OFFER } from './example.ts'

/** What came before in the same example, that later events speak of. */
export interface Story {
  memberId: string
  calendar: Calendar
  /** By which the campaign goes, where it does. */
  schedule?: Schedule | undefined
  /** How many events of a type there were, this one counted. */
  counts: Partial<Record<AirlineEventType, number>>
}

type Detail = Record<string, unknown>

/**
 * What an event has where an example does not say: an example tells what matters to it, and the rest is unremarkable.
 * `at`: when it happens, epoch ms.
 */
export function withUsual(type: AirlineEventType, said: Detail, at: number, story: Story): Detail {
  const unsaid = usual[type]?.(at, story, said) ?? {}
  const detail = withPassenger({ ...unsaid, ...said }, story)
  return type === 'booking.created'
    ? { ...detail, flights: segments(detail.flights, at) }
    : withOpening(detail, at, story)
}

const leg = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' }
const iso = (at: number) => new Date(at).toISOString()

const usual: { [T in AirlineEventType]?: (at: number, story: Story, said: Detail) => Detail } = {
  /** Has an address and agreed to mail. */
  'member.enrolled': () => ({ email: 'member@example.com', consent: { email: true } }),
  'consent.changed': () => ({ channel: 'email' }),
  'flight.completed': (at) => ({ ...leg, scheduledDeparture: iso(at - 3 * HOUR), cabin: 'Y', distanceKm: 1000 }),
  'flight.disrupted': (at, { memberId }) => ({
    ...leg,
    scheduledDeparture: iso(at),
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
    passengers: [{ memberId, cabin: 'Y', confirmed: true, boarded: true }],
  }),
  'flight.boarded': (at, { memberId }) => ({
    ...leg,
    scheduledDeparture: iso(at),
    passengers: [{ memberId, cabin: 'Y', boarded: true }],
  }),
  'flight.reinstated': (at, { memberId }) => ({
    ...leg,
    scheduledDeparture: iso(at),
    passengers: [{ memberId, cabin: 'Y', boarded: true }],
  }),
  'booking.created': (_at, { counts }) => ({ pnr: `BOOK${counts['booking.created']}`, flights: [{}] }),
  'booking.cancelled': (_at, { counts }) => ({ pnr: `BOOK${counts['booking.created']}` }),
  'complaint.filed': (_at, { counts }) => ({
    complaintId: `complaint-${counts['complaint.filed']}`,
    category: 'other',
  }),
  'complaint.answered': (_at, { counts }) => ({ complaintId: `complaint-${counts['complaint.filed']}` }),
  'complaint.resolved': (_at, { counts }) => ({ complaintId: `complaint-${counts['complaint.filed']}` }),
  'offer.accepted': () => ({ offerId: LAST_OFFER }),
  'offer.declined': () => ({ offerId: LAST_OFFER }),
  'message.sent': () => ({ messageId: LAST_MESSAGE }),
  'message.delivered': () => ({ messageId: LAST_MESSAGE }),
  'message.opened': () => ({ messageId: LAST_MESSAGE }),
  'message.replied': () => ({ messageId: LAST_MESSAGE }),
  'message.failed': () => ({ messageId: LAST_MESSAGE }),
}

/** On board is who the example is about, where it does not say who. */
function withPassenger(detail: Detail, { memberId }: Story): Detail {
  const { passengers } = detail
  if (!Array.isArray(passengers)) return detail
  return { ...detail, passengers: passengers.map((each: unknown) => ({ memberId, ...(each as object) })) }
}

/** A booked segment departs in thirty days unless it says when. */
function segments(flights: unknown, at: number): unknown {
  if (!Array.isArray(flights)) return flights
  return flights.map((flight) => ({ ...leg, departsAt: iso(at + 30 * DAY), cabin: 'Y', ...flight }))
}

/** An opening balance is as of the day it comes, and brings nothing that it does not name. */
function withOpening(detail: Detail, at: number, { calendar }: Story): Detail {
  const { opening } = detail
  if (opening === null || typeof opening !== 'object') return detail
  const nothing = { flights: 0, distanceKm: 0, spend: { amount: 0, currency: 'CNY' } }
  return { ...detail, opening: { asOf: calendar.dateOf(at), ...nothing, ...opening } }
}
