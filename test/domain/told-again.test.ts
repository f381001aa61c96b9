import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idIn } from '../../shared/contract/identity.ts'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { type FactEvent, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { refusalOf } from '../../shared/domain/member/fold/refusal.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { absorb } from '../../shared/domain/member/merge.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { at, envelope, event, flight } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'

/** What is told of one thing again, under an id of its own, is the later word on it and not another thing. */

const BEGIN = at('2020-01-01T10:00:00Z')
const iso = (instant: number) => new Date(instant).toISOString()

/** As the pipeline tells: what can no longer be put into the member is set aside. */
function tell(events: readonly MemberEvent[], member = newMember('M1')) {
  const [refused, taken]: [MemberEvent[], MemberEvent[]] = [[], []]
  for (const each of events) {
    const isRefused = refusalOf(member, each) !== undefined
    if (!isRefused) foldFacts(member, each as FactEvent)
    ;(isRefused ? refused : taken).push(each)
  }
  return { member, refused, taken }
}

const factsIn = (member: Member) => factsOf(member, at('2026-11-01T00:00:00Z'), calendarOf('UTC'))
const facts = (events: readonly MemberEvent[]) => factsIn(tell(events).member)

interface Report {
  leg: number
  /** Days after the flight. */
  after: number
  word: number
}

/** The leg with the number departs so many days after the beginning. */
function reported({ leg, after, word }: Report): MemberEvent {
  const departs = BEGIN + leg * DAY
  return flight(`r${leg}-${word}`, iso(departs + after * DAY), {
    scheduledDeparture: iso(departs + word * 60_000),
    distanceKm: 1000 + word,
    fare: { amount: word, currency: 'CNY' },
    cabin: 'FCWY'[word % 4],
  })
}

const reports = (legs: number) =>
  fc.record({
    leg: fc.integer({ min: 0, max: legs - 1 }),
    after: fc.integer({ min: 0, max: 60 }),
    word: fc.integer({ min: 0, max: 9 }),
  })

/** Reports in some order, and the same in another, some of them more than once. */
const inTwoOrders = (legs: number, most: number) =>
  fc
    .uniqueArray(reports(legs), { maxLength: most, size: 'max', selector: ({ leg, word }) => `${leg}-${word}` })
    .chain((told) => {
      const all = told.map(reported)
      const each = fc.shuffledSubarray(all, { minLength: all.length })
      const again = fc.shuffledSubarray(all)
      return fc.tuple(
        fc.constant(all),
        fc.tuple(again, each, again).map((parts) => parts.flat()),
      )
    })

describe('a flown leg', () => {
  const fra = {
    carrier: 'XW',
    flightNumber: '720',
    from: 'FRA',
    to: 'PEK',
    scheduledDeparture: '2026-09-02T05:00:00Z',
    distanceKm: 7800,
  }
  const first = flight('f1', '2026-09-02T20:00:00Z', { ...fra, fare: { amount: 4000, currency: 'CNY' } })
  const fare = { amount: 4100, currency: 'CNY' }

  test.each([
    ['with a greater id', flight('f1-corrected', '2026-09-02T20:00:00Z', { ...fra, fare })],
    ['later', flight('a', '2026-09-20T20:00:00Z', { ...fra, fare })],
    [
      'with another minute of departure',
      flight('f2', '2026-09-03T09:00:00Z', { ...fra, scheduledDeparture: '2026-09-02T05:20:00Z', fare }),
    ],
    ['in another writing', flight('f2', '2026-09-03T09:00:00Z', { ...fra, flightNumber: '0720', from: 'fra', fare })],
    ['with a suffix', flight('f2', '2026-09-03T09:00:00Z', { ...fra, flightNumber: '720D', fare })],
  ])('told again %s is one flight, and what was told last', (_how, corrected) => {
    for (const order of [
      [first, corrected],
      [corrected, first],
      [corrected, first, corrected],
    ]) {
      expect(facts(order)).toMatchObject({
        flown: { flights: 1, distanceKm: 7800, spendMinor: { CNY: 410_000 } },
        lastFlightAt: '2026-09-02T20:00:00.000Z',
        recentFlights: [{ at: '2026-09-02T20:00:00.000Z', fare: { amountMinor: 410_000 } }],
      })
    }
  })

  test('of another day, route, number or airline is another flight', () => {
    const others = [
      { scheduledDeparture: '2026-09-03T05:00:00Z' },
      { to: 'PVG' },
      { flightNumber: '721' },
      { carrier: 'CA' },
    ].map((other, i) => flight(`o${i}`, '2026-09-03T20:00:00Z', { ...fra, ...other }))
    expect(facts([first, ...others]).flown.flights).toBe(5)
  })

  test('in any order, told any number of times, is once in the facts, with its last word', () => {
    fc.assert(
      fc.property(inTwoOrders(LIMITS.flights, 150), ([all, order]) => {
        const { member, refused } = tell(order)
        expect(refused).toEqual([])
        expect(factsIn(member)).toEqual(facts(all))
        const stored = decodeMember({ memberId: 'M1', state: encodeMember(member) })
        expect(factsIn(stored)).toEqual(facts(all))
        expect(factsIn(tell(order, stored).member)).toEqual(facts(all))
      }),
      { numRuns: 60, seed: 8 },
    )
  })

  test('is what an account by leg says', () => {
    fc.assert(
      fc.property(inTwoOrders(LIMITS.flights, 150), ([all, order]) => {
        const byLeg = Map.groupBy(
          all as Extract<MemberEvent, { type: 'flight.completed' }>[],
          ({ scheduledDeparture }) => iso(scheduledDeparture).slice(0, 10),
        )
        const account = [...byLeg.values()].map((told) => {
          const sorted = told.toSorted((a, b) => a.occurredAt - b.occurredAt || (idIn(a.id) < idIn(b.id) ? -1 : 1))
          return { at: iso(sorted[0]!.occurredAt), distanceKm: sorted.at(-1)!.distanceKm }
        })
        const { flown, recentFlights } = facts(order)
        expect(flown).toMatchObject({
          flights: account.length,
          distanceKm: account.reduce((sum, { distanceKm }) => sum + distanceKm, 0),
        })
        expect(recentFlights.map(({ at, distanceKm }) => `${at} ${distanceKm}`).sort()).toEqual(
          account.map(({ at, distanceKm }) => `${at} ${distanceKm}`).sort(),
        )
      }),
      { numRuns: 60, seed: 8 },
    )
  })
})

describe('beyond the flights that are kept one by one', () => {
  const legs = LIMITS.flights + LIMITS.legsInMonths
  const once = Array.from({ length: legs }, (_, leg) => reported({ leg, after: 0, word: 0 }))

  test('each is counted in any order, as far back as it is known which they were', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(once, { minLength: once.length }), (order) => {
        const { member, refused } = tell(order)
        expect(refused).toEqual([])
        expect(factsIn(member)).toEqual(facts(once))
        expect(factsIn(member).flown.flights).toBe(legs)
      }),
      { numRuns: 10, seed: 8 },
    )
  })

  test('one that is told again is refused, not counted', () => {
    const { member } = tell(once)
    const before = factsIn(member)
    const again = tell([reported({ leg: 3, after: 2000, word: 5 }), reported({ leg: 3, after: 0, word: 0 })], member)
    expect(again.refused).toHaveLength(2)
    expect(refusalOf(member, reported({ leg: 3, after: 2000, word: 5 }))).toMatchObject({
      code: 'too-late',
      path: 'scheduledDeparture',
      message: 'CA1501:PEK-SHA:2020-01-04 was told before, and is a part of a sum by now',
    })
    expect(factsIn(member)).toEqual(before)
    // Those that are kept are corrected as ever.
    expect(refusalOf(member, reported({ leg: legs - 1, after: 30, word: 5 }))).toBeUndefined()
  })

  test('where it is not known any more which they were, none is counted twice, and none silently lost', () => {
    const many = Array.from({ length: legs + 200 }, (_, leg) => reported({ leg, after: 0, word: 0 }))
    const { member, refused } = tell(many)
    expect(refused).toEqual([])
    expect(factsIn(member).flown.flights).toBe(many.length)
    for (const old of [reported({ leg: 3, after: 0, word: 0 }), reported({ leg: -400, after: 0, word: 0 })])
      expect(tell([old], member).refused.length + factsIn(member).flown.flights).toBe(many.length + 1)
    expect(encodeMember(member).length).toBeLessThan(16 * 1024)
  })

  test('whatever the order, a leg counts once if one of its reports was taken, and what was not is told', () => {
    fc.assert(
      fc.property(inTwoOrders(LIMITS.flights + 400, 700), ([all, order]) => {
        const { member, taken } = tell(order)
        expect(factsIn(member).flown.flights).toBe(new Set(taken.map(legIn)).size)
        // The newest are never refused, and are what an order by date says they are.
        const inOrder = tell(all.toSorted((a, b) => (legIn(a) < legIn(b) ? -1 : 1))).member
        expect(factsIn(member).recentFlights).toEqual(factsIn(inOrder).recentFlights)
      }),
      { numRuns: 15, seed: 8, endOnFailure: true },
    )
  })

  const legIn = (each: MemberEvent) => iso((each as { scheduledDeparture: number }).scheduledDeparture).slice(0, 10)
})

test('the same leg on two cards that are merged is one flight', () => {
  const both = [0, 1, 2].map((leg) => reported({ leg, after: 0, word: 0 }))
  const other = [2, 3].map((leg) => reported({ leg, after: 1, word: 1 }))
  const survivor = tell(both).member
  absorb(survivor, { ...tell(other).member, memberId: 'M2' }, [])
  expect(factsIn(survivor).flown).toMatchObject({ flights: 4, distanceKm: 4002 })
})

test('a flight that was stored before it had a date is of the day on which it was reported', () => {
  const row = ['CA', '1501', 'PEK', 'SHA', 'Y', 1075, 50010, 'CNY', null]
  const state = JSON.stringify({ format: 2, flights: [[at('2026-10-01T03:00:00Z'), 'abcdef', ...row]] })
  const member = decodeMember({ memberId: 'M1', state })
  const again = flight('f', '2026-10-20T00:00:00Z', { scheduledDeparture: '2026-10-01T00:30:00Z', distanceKm: 1100 })
  expect(factsIn(tell([again], member).member)).toMatchObject({
    flown: { flights: 1, distanceKm: 1100 },
    lastFlightAt: '2026-10-01T03:00:00.000Z',
  })
})

describe('a survey', () => {
  const leg = {
    carrier: 'CA',
    flightNumber: '1501',
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: '2026-10-01T00:30:00Z',
  }
  const answered = (id: string, fields: Record<string, unknown>, occurredAt = '2026-10-02T00:00:00Z') =>
    event('survey.answered', { id, occurredAt, memberId: 'M1', ...fields })

  test('about one flight, answered again, is answered otherwise', () => {
    const one = answered('s1', { nps: 3, flight: leg })
    const other = answered('s2', { nps: 9, flight: { ...leg, flightNumber: '01501' } }, '2026-10-03T00:00:00Z')
    for (const order of [
      [one, other],
      [other, one, other],
    ])
      expect(facts(order).surveys).toEqual([expect.objectContaining({ nps: 9, at: '2026-10-03T00:00:00.000Z' })])
  })

  test('with other questions, about another flight or none is another', () => {
    const all = [
      answered('s1', { nps: 3, flight: leg }),
      answered('s2', { ratings: { food: 2 }, flight: leg }),
      answered('s3', { nps: 3, flight: { ...leg, flightNumber: '1502' } }),
      answered('s4', { nps: 3 }),
      answered('s5', { nps: 3 }),
    ]
    expect(facts(all).surveys).toHaveLength(5)
  })
})

test('a delay that is reported again is one disruption, as long as was said last', () => {
  const delayed = (id: string, minutes: number, occurredAt: string, kind = 'delay') =>
    event(
      'member.disrupted',
      {
        id,
        occurredAt,
        memberId: 'M1',
        carrier: 'CA',
        flightNumber: '1501',
        from: 'PEK',
        to: 'SHA',
        scheduledDeparture: '2026-10-01T00:30:00Z',
        kind,
        arrivalDelayMinutes: minutes,
        cause: 'technical',
        extraordinary: false,
        carrierLicence: 'CN',
      },
      'wingback',
    )
  const estimated = delayed('d1', 200, '2026-10-01T01:00:00Z')
  const actual = delayed('d2', 170, '2026-10-01T09:00:00Z')
  for (const order of [
    [estimated, actual],
    [actual, estimated],
  ]) {
    expect(facts(order)).toMatchObject({
      disruptions: [{ at: '2026-10-01T01:00:00.000Z', delayMinutes: 170 }],
      worstDelayMinutes: 170,
    })
    // What happened counts before what was thought to.
    expect(tell(order).member.disruptions).toMatchObject([
      { words: { expectedDelay: { says: 200 }, delay: { says: 170, eventId: actual.id } } },
    ])
  }
  expect(facts([estimated, delayed('d3', 200, '2026-10-01T10:00:00Z', 'cancellation')]).disruptions).toHaveLength(2)
})

test('what comes too late is set aside with its reason, and nothing else of its batch is', async () => {
  const reactor = reactorOf(undefined, at('2026-11-01T00:00:00Z'))
  const told = (n: number, leg: number) =>
    envelope('flight.completed', {
      id: `f${n}`,
      occurredAt: iso(BEGIN + leg * DAY),
      memberId: 'M1',
      carrier: 'CA',
      flightNumber: '1501',
      from: 'PEK',
      to: 'SHA',
      scheduledDeparture: iso(BEGIN + leg * DAY),
      cabin: 'Y',
      distanceKm: 1075,
    })
  const many = Array.from({ length: LIMITS.flights + 3 }, (_, leg) => told(leg, leg))
  for (const each of many) await reactor.take([each])
  expect(await reactor.take([told(1000, 1), told(1001, LIMITS.flights + 5)])).toEqual([])
  expect((await reactor.ports.setAsides.list({ limit: 10 })).entries).toMatchObject([
    { fault: { code: 'too-late', path: 'scheduledDeparture' }, envelope: { detail: { id: 'f1000' } } },
  ])
  expect(factsIn(await reactor.member()).flown.flights).toBe(many.length + 1)
  expect(await reactor.recorded()).not.toContain('f1000')
})
