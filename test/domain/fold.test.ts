import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { type FactEvent, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { at, enrolled, event, flight } from '../support/events.ts'

const now = at('2026-11-01T00:00:00Z')
const calendar = calendarOf('Asia/Shanghai')

function fold(events: readonly MemberEvent[]): Member {
  const draft = newMember('M1')
  for (const each of events) foldFacts(draft, each as FactEvent)
  return draft
}

const facts = (events: readonly MemberEvent[]) => factsOf(fold(events), now, calendar)

describe('the facts of a member', () => {
  test('a flight counts with its distance and its fare in minor units', () => {
    const { flown } = facts([flight('f1', '2026-10-01T08:00:00Z'), flight('f2', '2026-10-02T08:00:00Z')])
    expect(flown).toEqual({
      flights: 2,
      distanceKm: 2150,
      spendMinor: { CNY: 100020 },
      cabins: { F: 0, C: 0, W: 0, Y: 2 },
    })
  })

  test('the later of two updates wins whatever came first, field by field', () => {
    const early = event('member.updated', {
      id: 'u1',
      occurredAt: '2026-02-01T00:00:00Z',
      memberId: 'M1',
      email: 'a@example.com',
      tier: 'gold',
    })
    const late = event('member.updated', {
      id: 'u2',
      occurredAt: '2026-03-01T00:00:00Z',
      memberId: 'M1',
      email: 'b@example.com',
    })
    for (const order of [
      [enrolled(), early, late],
      [late, early, enrolled()],
    ]) {
      expect(profileOf(fold(order))).toMatchObject({ email: 'b@example.com', tier: 'gold', givenName: 'Mei' })
    }
  })

  test('at the same instant the withdrawal of consent wins, whatever its id', () => {
    const say = (id: string, granted: boolean) =>
      event('consent.changed', { id, occurredAt: '2026-02-01T00:00:00Z', memberId: 'M1', channel: 'email', granted })
    for (const order of [
      [say('a', false), say('b', true)],
      [say('b', true), say('a', false)],
      [say('z', false), say('b', true)],
    ]) {
      expect(profileOf(fold(order)).consentEmail).toBe(false)
    }
  })

  test('a cancellation counts though it comes before its booking', () => {
    const booked = event('booking.created', {
      id: 'b1',
      occurredAt: '2026-10-01T00:00:00Z',
      memberId: 'M1',
      pnr: 'K3YWCU',
      flights: [
        { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', departsAt: '2026-12-01T00:00:00Z', cabin: 'Y' },
      ],
    })
    const cancelled = event('booking.cancelled', {
      id: 'c1',
      occurredAt: '2026-10-02T00:00:00Z',
      memberId: 'M1',
      pnr: 'K3YWCU',
    })
    expect(facts([booked]).upcomingFlights).toBe(1)
    for (const order of [
      [booked, cancelled],
      [cancelled, booked],
    ]) {
      expect(facts(order)).toMatchObject({ upcomingFlights: 0, cancelledBookings: 1, bookings: [] })
    }
  })

  test('a resolution may come before its complaint', () => {
    const filed = event('complaint.filed', {
      id: 'f',
      occurredAt: '2026-10-01T00:00:00Z',
      memberId: 'M1',
      complaintId: 'CMP-1',
      category: 'delay',
    })
    const resolved = event('complaint.resolved', {
      id: 'r',
      occurredAt: '2026-10-05T00:00:00Z',
      memberId: 'M1',
      complaintId: 'CMP-1',
      outcome: 'upheld',
    })
    expect(facts([resolved]).openComplaints).toBe(0)
    expect(facts([filed]).openComplaints).toBe(1)
    expect(facts([resolved, filed])).toEqual(facts([filed, resolved]))
  })

  test('what falls out of the list of flights stays in the sums', () => {
    const many = Array.from({ length: LIMITS.flights + 50 }, (_, i) =>
      flight(`f${i}`, new Date(at('2023-01-01T00:00:00Z') + i * 86_400_000 * 9).toISOString()),
    )
    const member = fold(many)
    expect(member.flights).toHaveLength(LIMITS.flights)
    expect(factsOf(member, now, calendar).flown).toMatchObject({ flights: many.length, distanceKm: many.length * 1075 })
  })
})

/** Events about one member with times close together, so that ties and lateness happen. */
const anyEvent: fc.Arbitrary<MemberEvent> = fc
  .record({
    hour: fc.integer({ min: 0, max: 400 }),
    number: fc.integer({ min: 0, max: 10_000 }),
    pick: fc.integer({ min: 0, max: 9 }),
    small: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ hour, number, pick, small }) => {
    const occurredAt = new Date(at('2023-06-25T00:00:00Z') + hour * 3_600_000 * 60).toISOString()
    const about = { id: `e${pick}-${number}`, occurredAt, memberId: 'M1' }
    const leg = { carrier: 'CA', flightNumber: String(small), from: 'PEK', to: 'SHA', scheduledDeparture: occurredAt }
    switch (pick) {
      case 0:
        return event('member.updated', {
          ...about,
          tier: ['gold', 'silver'][number % 2],
          email: `m${number}@example.com`,
        })
      case 1:
        return event('consent.changed', { ...about, channel: 'email', granted: number % 2 === 0 })
      case 2:
        return event('booking.created', {
          ...about,
          pnr: `P${small}`,
          flights: [{ ...leg, departsAt: '2027-01-01T00:00:00Z', cabin: 'Y' }],
        })
      case 3:
        return event('booking.cancelled', { ...about, pnr: `P${small}` })
      case 4:
        return event('complaint.filed', {
          ...about,
          complaintId: `C${small}`,
          category: 'delay',
          severity: small,
          flight: leg,
        })
      case 5:
        return event('complaint.resolved', {
          ...about,
          complaintId: `C${small}`,
          outcome: 'upheld',
          satisfaction: small,
        })
      case 6:
        return event('survey.answered', { ...about, nps: small, ratings: { seat: small, crew: 3 } })
      case 7:
        return event(
          'member.disrupted',
          {
            ...about,
            ...leg,
            kind: 'delay',
            arrivalDelayMinutes: number,
            cause: 'atc',
            extraordinary: true,
            carrierLicence: 'CN',
          },
          'wingback',
        )
      default:
        return flight(about.id, occurredAt, {
          distanceKm: number,
          cabin: 'FCWY'[small % 4],
          fare: { amount: number / 100, currency: ['CNY', 'EUR'][small % 2] },
        })
    }
  })

const distinct = (events: MemberEvent[]): MemberEvent[] => [...new Map(events.map((each) => [each.id, each])).values()]

describe('any order of arrival', () => {
  test('gives the same facts', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEvent, { maxLength: 150 })
          .map(distinct)
          .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => expect(facts(shuffled)).toEqual(facts(events)),
      ),
      { numRuns: 150, seed: 7 },
    )
  })

  test('survives being stored in between', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 90 }).map(distinct), fc.nat(), (events, cut) => {
        const half = fold(events.slice(0, cut % (events.length + 1)))
        const stored = decodeMember({ memberId: 'M1', state: encodeMember(half) })
        expect(encodeMember(stored)).toBe(encodeMember(half))
        expect(factsOf(stored, now, calendar)).toEqual(factsOf(half, now, calendar))
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})

test('a state of the first format is read, and its audiences are asked no later than it would have been woken', () => {
  const member = decodeMember({ memberId: 'M1', state: '{"format":1,"wakeAt":7,"baselines":["b"]}' })
  expect(member).toMatchObject({ wakeAt: 7, audiencesUntil: 7, baselines: ['b'] })
  expect(decodeMember({ memberId: 'M1', state: encodeMember(member) })).toEqual(member)
})
