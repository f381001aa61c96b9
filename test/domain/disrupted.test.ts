import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf, DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { disruptedOf, isCancelled, knownOf, said } from '../../shared/domain/member/disrupted.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { type FactEvent, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { absorb } from '../../shared/domain/member/merge.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { event } from '../support/events.ts'

/** What is known of a leg: the latest word on each question, whatever was told first. */

const departure = Date.parse('2026-06-01T08:00Z')
const iso = (instant: number) => new Date(instant).toISOString()
const suffix = { flightSuffix: 'ignored' } as const
const leg = 'XW9:FRA-PEK:2026-06-01'

function report(id: string, at: number, more: Record<string, unknown> = {}): MemberEvent {
  const flight = { carrier: 'XW', flightNumber: '9', from: 'FRA', to: 'PEK', scheduledDeparture: iso(departure) }
  const detail = { id, occurredAt: iso(at), memberId: 'M1', ...flight, kind: 'delay', ...more }
  return event('member.disrupted', detail, 'wingback')
}

function told(events: readonly MemberEvent[], member = newMember('M1')): Member {
  for (const each of events) foldFacts(member, each as FactEvent)
  return member
}

const stored = (member: Member) => decodeMember({ memberId: 'M1', state: encodeMember(member) })
const wordsOn = (member: Member) => said(knownOf(leg, member, suffix)!.words)

describe('whether a delay happened or is expected', () => {
  // FRA to PEK cannot be flown in less than seven hours and three quarters.
  const least = 467 * MINUTE
  test.each<[string, number, Record<string, unknown>, string]>([
    ['as it says', departure, { certainty: 'actual' }, 'delay'],
    ['not before it was to leave', departure - 1, { certainty: 'actual' }, 'expectedDelay'],
    ['as it says', departure + 3 * DAY, { certainty: 'estimated' }, 'expectedDelay'],
    ['before it can have arrived', departure + least + 199 * MINUTE, {}, 'expectedDelay'],
    ['when it can have', departure + least + 200 * MINUTE, {}, 'delay'],
    ['by its schedule', departure + 10 * HOUR, { scheduledArrival: iso(departure + 9 * HOUR) }, 'expectedDelay'],
    ['by its schedule', departure + 12 * HOUR, { scheduledArrival: iso(departure + 8 * HOUR) }, 'delay'],
    [
      'not by a schedule that nothing can fly',
      departure + 10 * HOUR,
      { scheduledArrival: iso(departure) },
      'expectedDelay',
    ],
  ])('%s', (_how, at, more, question) => {
    const words = wordsOn(told([report('r', at, { arrivalDelayMinutes: 200, ...more })]))
    expect({ delay: words.delay, expectedDelay: words.expectedDelay }).toEqual({
      delay: undefined,
      expectedDelay: undefined,
      [question]: 200,
    })
  })

  test('of a departure by the departure', () => {
    const at = (minutes: number) =>
      wordsOn(told([report('r', departure + minutes * MINUTE, { departureDelayMinutes: 50 })]))
    expect(at(49)).toMatchObject({ expectedDepartureDelay: 50 })
    expect(at(50)).toMatchObject({ departureDelay: 50 })
  })
})

test('twenty estimates are one leg, and nothing else is forgotten over them', () => {
  const other = report('c', departure - DAY, {
    kind: 'cancellation',
    flightNumber: '7',
    scheduledDeparture: iso(departure - DAY),
  })
  const estimates = Array.from({ length: 20 }, (_, i) =>
    report(`e${i}`, departure - 3 * HOUR + i * MINUTE, { arrivalDelayMinutes: 30 + i }),
  )
  const member = told([other, ...estimates])
  expect(member.disruptions).toHaveLength(2)
  expect(disruptedOf(member)).toMatchObject([
    { kind: 'delay', delayMinutes: 49, eventId: estimates[0]!.id },
    { kind: 'cancellation' },
  ])
})

test('what a report does not say is kept as another said it', () => {
  const first = report('a', departure, {
    cause: '41',
    extraordinary: false,
    carrierLicence: 'CN',
    pnr: 'P',
    cabin: 'C',
  })
  const second = report('b', departure + 1, { cause: 'unknown', extraordinary: 'unknown', arrivalDelayMinutes: 20 })
  expect(wordsOn(told([second, first]))).toMatchObject({
    cause: '41',
    extraordinary: false,
    carrierLicence: 'CN',
    pnr: 'P',
    cabin: 'C',
    expectedDelay: 20,
  })
})

describe('what else is told of a leg', () => {
  const told1 = (type: string, id: string, at: number, more: Record<string, unknown>) =>
    event(type as 'member.reinstated', { id, occurredAt: iso(at), memberId: 'M1', ...more }, 'wingback')
  const flight = { carrier: 'XW', flightNumber: '9', from: 'FRA', to: 'PEK', scheduledDeparture: iso(departure) }
  const cancelled = report('c', departure - 2 * HOUR, { kind: 'cancellation' })

  test('it flies after all: it was not cancelled, until it is again', () => {
    const again = told1('member.reinstated', 'r', departure - HOUR, flight)
    for (const order of [
      [cancelled, again],
      [again, cancelled],
    ]) {
      expect(isCancelled(knownOf(leg, told(order), suffix)!)).toBe(false)
      expect(disruptedOf(told(order))).toEqual([])
    }
    const once = report('c2', departure, { kind: 'cancellation' })
    expect(isCancelled(knownOf(leg, told([again, once, cancelled]), suffix)!)).toBe(true)
  })

  test('it departs on another day: both days are its name', () => {
    const later = told1('member.rescheduled', 'r', departure - DAY, { ...flight, newDeparture: iso(departure + DAY) })
    const late = report('l', departure + DAY, { scheduledDeparture: iso(departure + DAY) })
    const member = told([late, later])
    expect(knownOf(leg, member, suffix)).toEqual(knownOf('XW9:FRA-PEK:2026-06-02', member, suffix))
    expect(disruptedOf(member)).toHaveLength(1)
  })

  test('the member was given another flight', () => {
    const detail = { id: 'b', occurredAt: iso(departure), memberId: 'M1', flight, arrivesLaterMinutes: 70 }
    const member = told([cancelled, event('flight.rebooked', detail)])
    expect(wordsOn(member).reroute).toEqual({ arrivesLaterMin: 70 })
  })
})

describe('other names of a leg', () => {
  test('the numbers it is sold under, and the days it was to depart before', () => {
    const marketedAs = [{ carrier: 'DLH', flightNumber: '07238' }]
    const earlierDepartures = [iso(departure - DAY)]
    const member = stored(told([report('a', departure, { marketedAs, earlierDepartures })]))
    for (const name of [leg, 'LH7238:FRA-PEK:2026-06-01', 'XW9:FRA-PEK:2026-05-31'])
      expect(knownOf(name, member, suffix)?.leg).toBe(leg)
    expect(knownOf('LH7239:FRA-PEK:2026-06-01', member, suffix)).toBeUndefined()
  })

  test('count as one disruption in facts', () => {
    const sold = report('b', departure, { carrier: 'LH', flightNumber: '7238' })
    expect(disruptedOf(told([report('a', departure), sold]))).toHaveLength(1)
  })
})

const reports = fc
  .record({
    number: fc.constantFrom('9', '9D', '11'),
    day: fc.integer({ min: 0, max: 20 }),
    hours: fc.integer({ min: -4, max: 30 }),
    id: fc.integer({ min: 0, max: 99 }),
    said: fc.record(
      {
        kind: fc.constantFrom('delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade'),
        certainty: fc.constantFrom('estimated', 'actual'),
        arrivalDelayMinutes: fc.integer({ min: 0, max: 400 }),
        departureDelayMinutes: fc.integer({ min: 0, max: 400 }),
        noticeDays: fc.integer({ min: 0, max: 20 }),
        cause: fc.constantFrom('crew', 'unknown'),
        extraordinary: fc.constantFrom(true, false, 'unknown'),
        carrierLicence: fc.constantFrom('CN', 'unknown'),
        boarded: fc.boolean(),
        marketedAs: fc.constantFrom([{ carrier: 'LH', flightNumber: '1' }], [{ carrier: 'LH', flightNumber: '2' }]),
        unread: fc.subarray([
          'noticeDays',
          'reroute.arrivesLaterMinutes',
          'arrivalDelayMinutes',
          'boarded',
          'marketedAs',
        ]),
      },
      { requiredKeys: ['kind'] },
    ),
  })
  .map(({ number, day, hours, id, said }) => {
    const at = departure + day * DAY + hours * HOUR
    return report(`r${id}-${day}-${number}-${hours}`, at, {
      ...said,
      flightNumber: number,
      scheduledDeparture: iso(departure + day * DAY),
    })
  })

const inTwoOrders = fc
  .uniqueArray(reports, { maxLength: 60, selector: ({ id }) => id })
  .chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
  )

test('in any order, told any number of times, on two cards or one, and stored between: the same is known', () => {
  fc.assert(
    fc.property(inTwoOrders, fc.nat(), ([all, order, again], at) => {
      const expected = told(all)
      expect(expected.disruptions.length).toBeLessThanOrEqual(LIMITS.disruptions)
      const half = order.slice(0, at % (order.length + 1))
      const member = told([...order.slice(half.length), ...again], stored(told(half)))
      const survivor = told(order.slice(half.length))
      absorb(survivor, { ...told(half), memberId: 'M2' }, [])
      for (const each of [member, survivor, stored(member)]) {
        expect(each.disruptions).toEqual(expected.disruptions)
        expect(factsOf(each, departure, calendarOf('UTC')).disruptions).toEqual(
          factsOf(expected, departure, calendarOf('UTC')).disruptions,
        )
      }
    }),
    { numRuns: 150, seed: 11 },
  )
})

test('a member stored before has what each report said, taken for what happened', () => {
  const at = departure + DAY
  const row = (id: string, later: number, kind: string, delay: number | null) => [
    at + later,
    id,
    leg,
    kind,
    'technical',
    false,
    'CN',
    delay,
    null,
    'P',
    'Y',
    departure / MINUTE,
  ]
  const disruptions = [row('a', 0, 'delay', 200), row('b', 1, 'delay', 170), row('c', 2, 'cancellation', 60)]
  const member = decodeMember({ memberId: 'M1', state: JSON.stringify({ format: 3, disruptions }) })
  const account = knownOf(leg, member, suffix)!
  expect(said(account.words)).toMatchObject({ delay: 170, reroute: { arrivesLaterMin: 60 }, departsAt: departure })
  expect(isCancelled(account)).toBe(true)
  expect(account.troubles.delay).toMatchObject({ eventId: 'a', word: { eventId: 'b' } })
})
