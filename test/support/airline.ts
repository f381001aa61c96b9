import type { Sent } from './pipeline.ts'

/** Events as an airline's systems write them, for the tests of the pipeline. Each helper fills in what a test does not care about. */

type More = Record<string, unknown>

let count = 0
const idOf = (more: More) => more.id ?? `event-${++count}`

const about = (type: string, memberId: string, occurredAt: string, more: More): Sent => ({
  type,
  detail: { id: idOf(more), memberId, occurredAt, ...more },
})

export const enrols = (memberId: string, at: string, more: More = {}): Sent =>
  about('member.enrolled', memberId, at, {
    givenName: 'Mei',
    email: `${memberId.toLowerCase()}@example.com`,
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    consent: { email: true },
    ...more,
  })

export const complains = (memberId: string, at: string, complaintId: string, more: More = {}): Sent =>
  about('complaint.filed', memberId, at, { complaintId, category: 'service', severity: 3, ...more })

export const answers = (memberId: string, at: string, more: More = {}): Sent =>
  about('survey.answered', memberId, at, { nps: 3, ...more })

export const changesConsent = (memberId: string, at: string, granted: boolean): Sent =>
  about('consent.changed', memberId, at, { channel: 'email', granted })

export const flies = (memberId: string, at: string, more: More = {}): Sent =>
  about('flight.completed', memberId, at, { ...leg(at), cabin: 'Y', distanceKm: 1075, ...more })

export const books = (memberId: string, at: string, pnr: string, more: More = {}): Sent =>
  about('booking.created', memberId, at, {
    pnr,
    flights: [
      { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', departsAt: '2027-03-01T01:00:00Z', cabin: 'Y' },
    ],
    ...more,
  })

export const isDisrupted = (memberIds: readonly string[], at: string, more: More = {}): Sent => ({
  type: 'flight.disrupted',
  detail: {
    id: idOf(more),
    occurredAt: at,
    ...leg(at),
    kind: 'cancellation',
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
    passengers: memberIds.map((memberId) => ({ memberId, pnr: 'PNR123', cabin: 'Y' })),
    ...more,
  },
})

export const merges = (memberId: string, at: string, into: string): Sent =>
  about('member.merged', memberId, at, { into })
export const isErased = (memberId: string, at: string): Sent => about('member.erased', memberId, at, {})

/** The flight leg that a complaint or a disruption can speak of. */
export const leg = (scheduledDeparture: string) => ({
  carrier: 'CA',
  flightNumber: '1501',
  from: 'PEK',
  to: 'SHA',
  scheduledDeparture,
})
