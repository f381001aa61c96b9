import { type Envelope, type MemberEvent, parseEnvelope } from '../../shared/contract/index.ts'

/** Events for tests, as a producer writes them, and as the domain reads them. */

let deliveries = 0

/** An envelope as the bus hands it on; each call is a delivery of its own. */
export function envelope(type: string, detail: Record<string, unknown>, source = 'airline.test'): Envelope {
  deliveries += 1
  const { occurredAt } = detail
  // A bus dates what it takes itself, or not at all by what is no time.
  const time = typeof occurredAt === 'string' && Date.parse(occurredAt) > 0 ? occurredAt : '2026-10-01T00:00:00Z'
  return { id: `delivery-${deliveries}`, source, 'detail-type': type, time, detail }
}

/** A validated event. Throws where it is not valid: a mistake in the test. */
export function event(type: string, detail: Record<string, unknown>, source = 'airline.test'): MemberEvent {
  const parsed = parseEnvelope(envelope(type, detail, source), Date.parse('2199-01-01'))
  if (!parsed.ok) throw new Error(`${type}: ${parsed.fault.message}`)
  return parsed.event as MemberEvent
}

export const at = (iso: string): number => Date.parse(iso)

export function flight(id: string, occurredAt: string, more: Record<string, unknown> = {}): MemberEvent {
  return event('flight.completed', {
    id,
    occurredAt,
    memberId: 'M1',
    carrier: 'CA',
    flightNumber: '1501',
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: occurredAt,
    cabin: 'Y',
    distanceKm: 1075,
    fare: { amount: 500.1, currency: 'CNY' },
    ...more,
  })
}

export function enrolled(more: Record<string, unknown> = {}): MemberEvent {
  return event('member.enrolled', {
    id: 'enrolled-1',
    occurredAt: '2026-01-01T00:00:00Z',
    memberId: 'M1',
    givenName: 'Mei',
    email: 'mei@example.com',
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    consent: { email: true },
    ...more,
  })
}
