import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCondition } from '../../shared/domain/audience/compile.ts'
import { facts } from '../../shared/domain/audience/facts/index.ts'
import { calendarOf, DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { disruptedOf } from '../../shared/domain/member/disrupted.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newestFirst } from '../../shared/domain/member/order.ts'
import { ask, conditionOf, memberWith, subjectAt } from '../support/conditions.ts'
import { taught } from '../support/lifetime.ts'
import { flown, instants, members, openings, ZONES } from '../support/members.ts'
import { naively } from '../support/naive.ts'
import { leafSources, sources } from '../support/sources.ts'

/** Where, when and whom. */
const situations = fc
  .constantFrom(...ZONES)
  .chain((zone) => instants(zone).map((now) => ({ zone, now })))
  .chain(({ zone, now }) => members(now, zone).map((member) => ({ zone, now, member })))

function midnights(now: number, zone: string, days: number): number[] {
  return Array.from({ length: days }, (_, day) => calendarOf(zone).addDays(now, day + 1))
}

/** Every hour of three days, the edges of the days of a year, and where anything in the member could matter. */
function instantsAhead(now: number, zone: string, member: Member, horizon: number): number[] {
  const hours = Array.from({ length: 72 }, (_, hour) => now + hour * HOUR)
  const days = midnights(now, zone, 400).flatMap((start) => [start - 1, start])
  const dated = [
    ...member.flights.map((flight) => flight.at),
    ...member.bookings.flatMap((booking) => booking.created?.flights.map((flight) => flight.departsAt) ?? []),
    ...member.offers.flatMap((offer) => [offer.expiresAt, offer.issuedAt]),
    ...member.complaints.flatMap(({ filed, resolved }) => [filed?.at ?? now, resolved?.at ?? now]),
    ...[...disruptedOf(member), ...member.surveys].map(({ at }) => at),
    ...member.compensations.map(({ grantedAt }) => grantedAt),
    ...member.mails.map(({ clickedAt }) => clickedAt ?? now),
  ].flatMap((at) => [0, 30 * MINUTE, 2 * HOUR, 72 * HOUR].flatMap((later) => [at + later, at + later + 1]))
  const all = [...hours, ...days, ...dated, horizon - 1]
  return all.filter((instant) => instant > now && instant < Math.min(horizon, now + 800 * DAY))
}

/** Scores with a change a flight: they are looked ahead of for some changes only. */
const LOOKED_AHEAD = ['tierScore', 'earnedTier', 'flightsToTier', 'valueGroup']

function compiled(source: unknown) {
  const result = compileCondition(source, taught)
  fc.pre('condition' in result)
  return (result as Extract<typeof result, { condition: unknown }>).condition
}

test('every fact is among what is asked at random', () => {
  const asked = new Set(fc.sample(leafSources, { numRuns: 4000, seed: 7 }).flatMap((source) => Object.keys(source)))
  expect(Object.keys(facts).filter((name) => !asked.has(name))).toEqual([])
})

describe('until', () => {
  test('before it, the answer stays as it is', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const { answer, until } = ask(condition, member, now, zone)
        expect(until).toBeGreaterThan(now)
        for (const instant of instantsAhead(now, zone, member, until)) {
          if (ask(condition, member, instant, zone).answer !== answer) {
            throw new Error(
              `${answer} until ${new Date(until).toISOString()}, but not at ${new Date(instant).toISOString()}`,
            )
          }
        }
      }),
      { numRuns: 600 },
    )
  })

  test('before it, it does so in every minute', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const { answer, until } = ask(condition, member, now, zone)
        const subject = subjectAt(member, now, zone)
        for (let at = now; at < until && at < now + 3 * DAY; at += MINUTE) {
          subject.now = at
          if (condition.holds(subject) !== answer) throw new Error(`not ${answer} at ${new Date(at).toISOString()}`)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('at it, the answer of a single comparison with one bound changes', () => {
    // Money may be paid back, and what departs within a span comes before it goes: both are asked sooner than needed.
    const oneBound = leafSources.filter((source) => {
      const [name, asked] = Object.entries(source)[0]!
      const operators = typeof asked === 'object' ? Object.keys(asked as object) : []
      const single = operators.some((key) => ['atLeast', 'atMost', 'above', 'below'].includes(key))
      const money = name === 'spend' || (asked as { sum?: string }).sum === 'fare'
      const comesAndGoes = operators.includes('departsBetween')
      return single && !name.startsWith('mostFlown') && !money && !comesAndGoes && !LOOKED_AHEAD.includes(name)
    })
    let changes = 0
    fc.assert(
      fc.property(situations, oneBound, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const { answer, until } = ask(condition, member, now, zone)
        if (until === Number.POSITIVE_INFINITY) return
        changes++
        // What is greatest may leave at once with all there is, and then absence answers.
        if ('worstDelayMinutes' in source || 'nps' in source) return
        expect(ask(condition, member, until, zone).answer).toBe(!answer)
      }),
      { numRuns: 1000 },
    )
    expect(changes).toBeGreaterThan(100)
  })

  test('who has more changes ahead than are looked for is asked again, until the answer changes', () => {
    let again = 0
    const scores = leafSources.filter((source) => LOOKED_AHEAD.includes(Object.keys(source)[0]!))
    fc.assert(
      fc.property(situations, scores, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const first = ask(condition, member, now, zone)
        let { until, answer } = first
        for (let asked = 0; until < Number.POSITIVE_INFINITY && answer === first.answer; asked++) {
          if (asked > 0) again++
          expect(asked).toBeLessThan(200)
          const at = until
          ;({ until, answer } = ask(condition, member, at, zone))
          expect(until).toBeGreaterThan(at)
        }
        if (answer !== first.answer) return
        for (const instant of midnights(now, zone, 800))
          expect(ask(condition, member, instant, zone).answer).toBe(answer)
      }),
      { numRuns: 300 },
    )
    expect(again).toBeGreaterThan(0)
  })

  test('what an opening balance brings leaves on its day, neither before nor after', () => {
    const brought = fc
      .constantFrom(...ZONES)
      .chain((zone) => instants(zone).map((now) => ({ zone, now })))
      .chain(({ zone, now }) =>
        fc.record({
          zone: fc.constant(zone),
          now: fc.constant(now),
          opening: openings(now),
          flights: fc.array(flown(now, zone), { maxLength: 3 }),
        }),
      )
    const asked = fc.record({
      fact: fc.constantFrom('flights', 'distanceKm'),
      share: fc.double({ min: 0.05, max: 1, noNaN: true }),
      window: fc.constantFrom<Record<string, unknown>>(
        { inLast: '180d' },
        { inLast: '365d' },
        { inLast: '720d' },
        { inLast: '4000h' },
        { between: ['400d', '200d'] },
        { between: ['2026-06-01', '2026-12-31'] },
        { during: 'last half-year' },
        { during: 'this year' },
      ),
      cabin: fc.constantFrom(undefined, 'Y', ['C', 'Y']),
    })
    let changes = 0
    fc.assert(
      fc.property(brought, asked, ({ zone, now, opening, flights }, { fact, share, window, cabin }) => {
        const total = fact === 'flights' ? opening.flights : opening.distanceKm
        const matcher = { atLeast: Math.ceil(total * share), ...window, ...(cabin && { cabin }) }
        const condition = conditionOf({ [fact]: matcher })
        const member = memberWith({ opening }, { flights: flights.sort(newestFirst) })
        const { answer, until } = ask(condition, member, now, zone)
        const change = midnights(now, zone, 800).find((at) => ask(condition, member, at, zone).answer !== answer)
        if (String(window.inLast).endsWith('h')) {
          const last = until === Number.POSITIVE_INFINITY ? until : calendarOf(zone).addDays(until - 1, 1)
          expect(change ?? Number.POSITIVE_INFINITY).toBe(last)
        } else {
          expect(until).toBe(change ?? Number.POSITIVE_INFINITY)
        }
        if (change) changes++
      }),
      { numRuns: 500 },
    )
    expect(changes).toBeGreaterThan(100)
  })

  test('of an opening balance with more flights than are looked at ahead, it says in time to ask again', () => {
    const now = Date.UTC(2026, 9, 15)
    const opening = {
      asOf: '2026-09-30',
      flights: 3000,
      distanceKm: 3_000_000,
      spend: { amountMinor: 0, currency: 'CNY' },
      firstFlightOn: '2024-10-01',
      lastFlightOn: '2026-09-30',
    }
    const condition = conditionOf({ flights: { between: ['400d', '30d'], atLeast: 700 } })
    const member = memberWith({ opening }, {})
    const change = midnights(now, 'UTC', 800).find((at) => !ask(condition, member, at, 'UTC').answer)
    let { answer, until } = ask(condition, member, now, 'UTC')
    let asked = 1
    for (; answer && asked < 20; asked++) {
      expect(until).toBeLessThanOrEqual(change!)
      ;({ answer, until } = ask(condition, member, until, 'UTC'))
    }
    expect({ answer, severalTimes: asked > 2 }).toEqual({ answer: false, severalTimes: true })
  })

  test('going from one to the next ends', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        let at = now
        let wakes = 0
        while (wakes < 1000) {
          const { until } = ask(condition, member, at, zone)
          if (until > now + 2000 * DAY) break
          expect(until).toBeGreaterThan(at)
          at = until
          wakes++
        }
        expect(wakes).toBeLessThan(300)
      }),
      { numRuns: 300 },
    )
  })

  test('subject.until is lowered, never raised', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const subject = { member, now, calendar: calendarOf(zone), until: now + 1 }
        condition.test(subject)
        expect(subject.until).toBe(now + 1)
      }),
      { numRuns: 100 },
    )
  })
})

describe('answers', () => {
  test('are those of the plainest possible evaluation', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        expect(ask(condition, member, now, zone).answer).toBe(naively(source, { member, now, zone }))
      }),
      { numRuns: 1000 },
    )
  })

  test('are the same of whoever asks for nothing else', () => {
    fc.assert(
      fc.property(situations, sources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const subject = { member, now, calendar: calendarOf(zone), until: now + 7 }
        expect(condition.holds(subject)).toBe(naively(source, { member, now, zone }))
        expect(subject.until).toBe(now + 7)
      }),
      { numRuns: 1000 },
    )
  })

  test('observing changes nothing, and each fact holds as it is said to', () => {
    fc.assert(
      fc.property(situations, leafSources, ({ zone, now, member }, source) => {
        const condition = compiled(source)
        const subject = { member, now, calendar: calendarOf(zone), until: now + 7 }
        const uses = condition.observe(subject)
        expect(subject.until).toBe(now + 7)
        expect(uses).toHaveLength(1)
        expect(uses[0]!.holds).toBe(ask(condition, member, now, zone).answer)
      }),
      { numRuns: 200 },
    )
  })
})
