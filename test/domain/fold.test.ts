import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { type FactEvent, type FactEventType, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { absorb } from '../../shared/domain/member/merge.ts'
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

  test('of the answers to a complaint the first counts, in whatever order they come', () => {
    const about = { memberId: 'M1', complaintId: 'CMP-1' }
    const filed = event('complaint.filed', { id: 'f', occurredAt: '2026-10-01T00:00:00Z', ...about, category: 'delay' })
    const first = event('complaint.answered', { id: 'b', occurredAt: '2026-10-01T20:00:00Z', ...about })
    const second = event('complaint.answered', { id: 'a', occurredAt: '2026-10-03T00:00:00Z', ...about })
    for (const order of [
      [filed, first, second],
      [second, first, filed],
    ])
      expect(facts(order)).toMatchObject({
        openComplaints: 1,
        complaints: [{ complaintId: 'CMP-1', answeredAt: '2026-10-01T20:00:00.000Z', resolvedAt: null }],
      })
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

interface Made {
  about: { id: string; occurredAt: string; memberId: string }
  leg: Record<string, unknown>
  number: number
  small: number
}

const own = (type: string, detail: Record<string, unknown>) => event(type, detail, 'wingback')

/** One of each type that is folded: a new type has to be here. */
const made: Record<FactEventType, (given: Made) => MemberEvent> = {
  'member.enrolled': ({ about, small }) =>
    event('member.enrolled', { ...about, givenName: `Mei ${small}`, birthDate: `1990-01-0${small}` }),
  'member.updated': ({ about, number }) =>
    event('member.updated', { ...about, tier: ['gold', 'silver'][number % 2], email: `m${number}@example.com` }),
  'consent.changed': ({ about, number }) =>
    event('consent.changed', { ...about, channel: 'email', granted: number % 2 === 0 }),
  'booking.created': ({ about, leg, small }) =>
    event('booking.created', {
      ...about,
      pnr: `P${small}`,
      flights: [{ ...leg, departsAt: '2027-01-01T00:00:00Z', cabin: 'Y' }],
    }),
  'booking.cancelled': ({ about, small }) => event('booking.cancelled', { ...about, pnr: `P${small}` }),
  'flight.completed': ({ about, number, small }) =>
    flight(about.id, about.occurredAt, {
      distanceKm: number,
      cabin: 'FCWY'[small % 4],
      fare: { amount: number / 100, currency: ['CNY', 'EUR'][small % 2] },
    }),
  'flight.rebooked': ({ about, leg, number }) =>
    event('flight.rebooked', { ...about, flight: leg, arrivesLaterMinutes: number }),
  'member.disrupted': ({ about, leg, number }) =>
    own('member.disrupted', {
      ...about,
      ...leg,
      kind: number % 2 === 0 ? 'delay' : 'cancellation',
      arrivalDelayMinutes: number,
      cause: 'atc',
      extraordinary: true,
      carrierLicence: 'CN',
    }),
  'member.boarded': ({ about, leg, number }) => own('member.boarded', { ...about, ...leg, boarded: number % 2 === 0 }),
  'member.reinstated': ({ about, leg }) => own('member.reinstated', { ...about, ...leg }),
  'member.rescheduled': ({ about, leg, small }) =>
    own('member.rescheduled', {
      ...about,
      ...leg,
      newDeparture: new Date(at(String(leg.scheduledDeparture)) + small * 86_400_000).toISOString(),
    }),
  'complaint.filed': ({ about, leg, small }) =>
    event('complaint.filed', { ...about, complaintId: `C${small}`, category: 'delay', severity: small, flight: leg }),
  'complaint.answered': ({ about, small }) => event('complaint.answered', { ...about, complaintId: `C${small}` }),
  'complaint.resolved': ({ about, small }) =>
    event('complaint.resolved', { ...about, complaintId: `C${small}`, outcome: 'upheld', satisfaction: small }),
  'survey.answered': ({ about, small }) =>
    event('survey.answered', { ...about, nps: small, ratings: { seat: small, crew: 3 } }),
  'offer.accepted': ({ about, small }) => event('offer.accepted', { ...about, offerId: `O${small}` }),
  'offer.declined': ({ about, small }) => event('offer.declined', { ...about, offerId: `O${small}` }),
}

/** Events about one member with times close together, so that ties and lateness happen. */
const anyEvent: fc.Arbitrary<MemberEvent> = fc
  .record({
    type: fc.constantFrom(...(Object.keys(made) as FactEventType[])),
    hour: fc.integer({ min: 0, max: 400 }),
    number: fc.integer({ min: 0, max: 10_000 }),
    small: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ type, hour, number, small }) => {
    const occurredAt = new Date(at('2023-06-25T00:00:00Z') + hour * 3_600_000 * 60).toISOString()
    const about = { id: `${type}-${number}`, occurredAt, memberId: 'M1' }
    const scheduledDeparture = new Date(at('2023-06-25T00:00:00Z') + small * 86_400_000).toISOString()
    const leg = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', scheduledDeparture }
    return made[type]({ about, leg, number, small })
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
        ([events, shuffled]) => {
          expect(facts(shuffled)).toEqual(facts(events))
        },
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

/** What an offer's answer changes is shown with the offer (app/privacy/export). */
const shown = (Object.keys(made) as FactEventType[]).filter((type) => !type.startsWith('offer.'))
const lives = fc.sample(fc.array(anyEvent, { minLength: 20, maxLength: 60 }).map(distinct), { numRuns: 60, seed: 7 })

test.each(shown)('what %s says is in the export', (type) => {
  const without = lives.map((events) => events.filter((each) => each.type !== type))
  expect(without.some((some, i) => !isDeepStrictEqual(facts(some), facts(lives[i]!)))).toBe(true)
})

test('what any event said of a card that is merged is said of the survivor', () => {
  for (const events of lives) {
    const survivor = newMember('M2')
    absorb(survivor, fold(events), [])
    const { aliases, ...rest } = factsOf(survivor, now, calendar)
    expect(aliases).toEqual(['M1'])
    expect(rest).toEqual(facts(events))
  }
})

test('a state of the first format is read, and its audiences are asked no later than it would have been woken', () => {
  const member = decodeMember({ memberId: 'M1', state: '{"format":1,"wakeAt":7,"baselines":["b"]}' })
  expect(member).toMatchObject({ wakeAt: 7, audiencesUntil: 7, baselines: ['b'] })
  expect(decodeMember({ memberId: 'M1', state: encodeMember(member) })).toEqual(member)
})
