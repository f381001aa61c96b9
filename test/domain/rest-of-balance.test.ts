import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { addFlights } from '../../shared/domain/member/fold/flights.ts'
import type { Flown, Member } from '../../shared/domain/member/member.ts'
import { conditionOf, memberWith, subjectAt } from '../support/conditions.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-07T04:00:00Z')

function flownOn(date: string, more: Partial<Flown> = {}): Flown {
  const at = Date.parse(`${date}T10:00:00+08:00`)
  const leg = {
    carrier: 'XW',
    flightNumber: '1001',
    from: 'PEK',
    to: 'SHA',
    date,
    cabin: 'Y',
    distanceKm: 1000,
  } as const
  return { at, eventId: `f-${date}`, ...leg, ...more }
}

function balance(asOf: string, flights: number, more: object = {}) {
  const spend = { amountMinor: flights * 100_000, currency: 'CNY' }
  return { asOf, flights, distanceKm: flights * 1000, spend, cabins: { F: 0, C: 0, W: 0, Y: flights }, ...more }
}

function withFlights(opening: ReturnType<typeof balance>, ...flights: Flown[]): Member {
  const member = memberWith({ opening })
  addFlights(member, flights)
  return member
}

function valueIn(fact: object, member: Member): unknown {
  const [name] = Object.keys(fact)
  const asked = { [name!]: { ...Object.values(fact)[0], atLeast: name === 'spend' ? '1 CNY' : 1 } }
  return conditionOf(asked).observe(subjectAt(member, NOW, ZONE))[0]!.value
}

describe('a balance that is sent again after flights', () => {
  const nightly = balance('2026-10-06', 35, { firstFlightOn: '2024-11-02', lastFlightOn: '2026-10-05' })

  test.each<[string, Flown[], number]>([
    ['that are all in it', [flownOn('2026-10-05'), flownOn('2026-10-04')], 35],
    ['of which one is later', [flownOn('2026-10-05'), flownOn('2026-10-07')], 36],
    ['of its own day', [flownOn('2026-10-06')], 35],
  ])('%s', (_, flights, total) => {
    const member = withFlights(nightly, ...flights)
    expect(valueIn({ flights: {} }, member)).toBe(total)
    expect(valueIn({ flights: { cabin: 'Y' } }, member)).toBe(total)
    expect(valueIn({ distanceKm: {} }, member)).toBe(total * 1000)
  })

  test('leaves what is known by itself where it was flown, and the rest before that', () => {
    const member = withFlights(nightly, flownOn('2026-10-05'), flownOn('2026-08-01'))
    expect(valueIn({ flights: { inLast: '30d' } }, member)).toBe(1)
    expect(valueIn({ flights: { between: ['67d', '31d'] } }, member)).toBe(1)
    expect(valueIn({ flights: {} }, member)).toBe(35)
  })

  test('whose last flight nobody reported says itself when that was', () => {
    const member = withFlights(nightly, flownOn('2026-08-01'))
    const subject = subjectAt(member, NOW, ZONE)
    expect(conditionOf({ lastFlight: { atMost: '3d' } }).test(subject)).toBe(true)
    expect(conditionOf({ lastFlight: { atMost: '1d' } }).test(subject)).toBe(false)
  })

  test('counts of what was paid what the known flights do not', () => {
    const fare = { amountMinor: 80_000, currency: 'CNY' }
    const euros = { amountMinor: 50_000, currency: 'EUR' }
    const member = withFlights(nightly, flownOn('2026-10-05', { fare }), flownOn('2026-10-04', { fare: euros }))
    expect(valueIn({ spend: { currency: 'CNY' } }, member)).toBe('35000.00 CNY')
  })

  test('is all there is where more is known than it says', () => {
    const member = withFlights(balance('2026-10-06', 1), flownOn('2026-10-05'), flownOn('2026-10-04'))
    expect(valueIn({ flights: {} }, member)).toBe(2)
  })
})

test('whatever is known, in whatever order, the flights are those of the balance and those after it', () => {
  const dates = fc.uniqueArray(fc.integer({ min: -20, max: 400 }), { maxLength: 90 })
  const dateOf = (ago: number) => calendarOf(ZONE).dateOf(NOW - ago * DAY)
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), (flown, ago, others) => {
      const asOf = dateOf(ago)
      const flights = flown.map((each) => flownOn(dateOf(each)))
      const within = flights.filter(({ date }) => date <= asOf).length
      // Flights that are summed by month are in the balance up to its month.
      fc.pre(flights.length <= 64)
      const opening = balance(asOf, within + others)
      const later = flights.length - within
      for (const order of [flights, flights.toReversed()])
        expect(valueIn({ flights: {} }, withFlights(opening, ...order))).toBe(within + others + later)
    }),
  )
})
