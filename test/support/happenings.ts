import fc from 'fast-check'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'

/** Lives at random: what may happen to a member, in whatever order, with outcomes told twice. */

/** The instant a life begins at. */
export const start = Date.parse('2026-06-01T04:00:00Z')

/** What happens, without its time: the time is the run's. */
export type Happening =
  | { is: 'event'; type: string; fields: Record<string, unknown>; ago: number }
  | { is: 'outcome'; type: string; fields: Record<string, unknown>; which: number; twice: boolean }
  | { is: 'claim'; which: number }
  | { is: 'time' }

export interface Moment {
  /** Since the moment before. */
  passes: number
  happens: Happening
}

const n = fc.integer({ min: 0, max: 30 })
const airport = fc.constantFrom('PEK', 'SHA', 'CAN')
const leg = fc.record({
  carrier: fc.constant('CA'),
  flightNumber: n.map((i) => `15${i}`),
  from: airport,
  to: airport,
  scheduledDeparture: n.map((i) => new Date(start + i * DAY).toISOString()),
})
const segments = fc.array(
  fc.record({
    carrier: fc.constant('CA'),
    flightNumber: fc.constant('1501'),
    from: airport,
    to: airport,
    departsAt: n.map((i) => new Date(start + i * DAY).toISOString()),
    cabin: fc.constantFrom('F', 'C', 'W', 'Y'),
    bookingClass: fc.constant('x'.repeat(64)),
  }),
  { minLength: 1, maxLength: 16 },
)
const pnr = n.map((i) => `PNR${i}`)
const cabin = fc.constantFrom('F', 'C', 'W', 'Y')
const complaintId = n.map((i) => `C${i}${'-'.repeat(100)}`)

const events: Record<string, fc.Arbitrary<Record<string, unknown>>> = {
  'member.updated': fc.record(
    {
      email: n.map((i) => `a${i % 3}@example.com`),
      timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London'),
      birthDate: fc.constantFrom('1990-06-10', '1992-02-29', '1980-12-31'),
      consent: fc.boolean().map((email) => ({ email })),
    },
    { requiredKeys: [] },
  ),
  'consent.changed': fc.boolean().map((granted) => ({ channel: 'email', granted })),
  'booking.created': fc.record({ pnr, flights: segments }),
  'booking.cancelled': fc.record({ pnr }),
  'flight.completed': fc
    .tuple(leg, cabin)
    .map(([one, flown]) => ({ ...one, cabin: flown, distanceKm: 1000, fare: { amount: 500, currency: 'CNY' } })),
  'complaint.filed': fc.record({
    complaintId,
    category: fc.constant('c'.repeat(64)),
    severity: fc.integer({ min: 1, max: 5 }),
    text: fc.constant('t'.repeat(4000)),
    flight: leg,
  }),
  'complaint.resolved': fc.record({ complaintId, outcome: fc.constantFrom('upheld', 'rejected') }),
  'survey.answered': fc.record({ nps: fc.integer({ min: 0, max: 10 }), comment: fc.constant('s'.repeat(4000)) }),
  'member.disrupted': leg.map((one) => ({
    ...one,
    kind: 'delay',
    arrivalDelayMinutes: 200,
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
  })),
}

const outcomes: Record<string, Record<string, unknown>> = {
  'email.sent': {},
  'email.unknown': { reason: { is: 'mail.senderStopped' } },
  'email.delivered': {},
  'email.opened': {},
  'email.bounced': { address: 'a0@example.com', permanent: true },
  'email.complained': { address: 'a1@example.com' },
  'action.held': {
    until: new Date(start + DAY).toISOString(),
    gate: 'quietHours',
    reason: { is: 'quietHours.within', at: '23:00' },
  },
  'action.skipped': { gate: 'consent', reason: { is: 'consent.withheld' } },
  'action.failed': { code: 'bad', reason: { is: 'mail.refused', said: 'bad' } },
  'compensation.granted': { grantId: 'g', basis: 'goodwill', kind: 'miles', amount: 500 },
  'compensation.refused': { code: 'budget', reason: { is: 'ledger.alreadyCompensated', key: 'x' } },
  'offer.issued': { offerId: 'o', cabin: 'C', expiresAt: new Date(start + 30 * DAY).toISOString() },
  'task.opened': { taskId: 't' },
}

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...Object.keys(events))
      .chain((type) => fc.tuple(fc.constant(type), events[type]!, fc.constantFrom(-MINUTE, 0, HOUR, 2 * DAY)))
      .map(([type, fields, ago]) => ({ is: 'event' as const, type, fields, ago })),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.keys(outcomes)), n, fc.boolean())
      .map(([type, which, twice]) => ({ is: 'outcome' as const, type, fields: outcomes[type]!, which, twice })),
  },
  { weight: 3, arbitrary: n.map((which) => ({ is: 'claim' as const, which })) },
  { weight: 2, arbitrary: fc.constant({ is: 'time' as const }) },
)
export const moments = (maxLength: number, size: fc.Size = 'small'): fc.Arbitrary<Moment[]> =>
  fc.array(fc.record({ passes: fc.constantFrom(0, 1, MINUTE, HOUR, 7 * HOUR, DAY, 9 * DAY), happens: happening }), {
    minLength: 1,
    maxLength,
    size,
  })
