import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { bookingAt, bookingName } from '../../shared/domain/member/bookings.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { foldFacts, isFactEvent } from '../../shared/domain/member/fold/index.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { event } from '../support/events.ts'

/** A PNR is given out again: a booking is a PNR and the time in which it lives. */

let ids = 0
const segment = { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', cabin: 'Y' }
const books = (on: string, departures: string[], pnr = 'K3YWCU', id = `b${++ids}`) =>
  event('booking.created', {
    id,
    occurredAt: `${on}T00:00:00Z`,
    memberId: 'M1',
    pnr,
    flights: departures.map((each) => ({ ...segment, departsAt: `${each}T02:00:00Z` })),
  })
const cancels = (on: string, pnr = 'K3YWCU', id = `c${++ids}`) =>
  event('booking.cancelled', { id, occurredAt: `${on}T12:00:00Z`, memberId: 'M1', pnr })

function fold(events: readonly MemberEvent[]): Member {
  const member = newMember('M1')
  for (const each of events) if (isFactEvent(each)) foldFacts(member, each)
  return member
}

/** What there is to know of the bookings, on a day. */
function told(events: readonly MemberEvent[], day = '2026-01-01') {
  const member = fold(events)
  const facts = factsOf(member, Date.parse(day), calendarOf('Asia/Shanghai'))
  return {
    names: member.bookings.map(bookingName).sort(),
    ahead: facts.upcomingFlights,
    cancelled: facts.cancelledBookings,
  }
}

/** Whatever the order. */
function always(events: readonly MemberEvent[], expected: ReturnType<typeof told>, day?: string): void {
  const orders = fc.shuffledSubarray([...events], { minLength: events.length })
  fc.assert(
    fc.property(orders, (order) => {
      expect(told(order, day)).toEqual(expected)
    }),
    { numRuns: 24 },
  )
}

describe('one booking', () => {
  test('that is changed stays itself, whenever it now departs', () => {
    const changes = [books('2026-01-01', ['2026-03-01']), books('2026-01-10', ['2026-03-02', '2026-03-09'])]
    always(changes, { names: ['K3YWCU:2026-03-01'], ahead: 2, cancelled: 0 })
    const postponed = [...changes, books('2026-02-20', ['2026-09-01'])]
    always(postponed, { names: ['K3YWCU:2026-03-01'], ahead: 1, cancelled: 0 })
  })

  test('that is changed on the way, or after a flight was missed', () => {
    const changed = [
      books('2026-01-01', ['2026-03-01', '2026-03-08']),
      books('2026-03-04', ['2026-03-11']),
      books('2026-03-15', ['2026-03-16']),
    ]
    always(changed, { names: ['K3YWCU:2026-03-01'], ahead: 1, cancelled: 0 })
  })

  test('is cancelled by what comes while it lives, and booked again by what comes then', () => {
    const cancelled = [books('2026-01-01', ['2026-03-01']), cancels('2026-01-05')]
    always(cancelled, { names: ['K3YWCU:2026-03-01'], ahead: 0, cancelled: 1 })
    const again = [...cancelled, books('2026-01-06', ['2026-03-01'])]
    always(again, { names: ['K3YWCU:2026-03-01'], ahead: 1, cancelled: 0 })
  })
})

describe('the PNR given out again after the trip', () => {
  const first = [books('2026-01-01', ['2026-03-01', '2026-03-08'])]
  const second = [books('2026-07-01', ['2026-09-01'])]
  const names = ['K3YWCU:2026-03-01', 'K3YWCU:2026-09-01']

  test('is another booking', () => {
    always([...first, ...second], { names, ahead: 3, cancelled: 0 })
  })

  test('its cancellation means the one that lives then', () => {
    always([...first, ...second, cancels('2026-02-01')], { names, ahead: 1, cancelled: 1 })
    always([...first, ...second, cancels('2026-08-01')], { names, ahead: 2, cancelled: 1 })
    const both = [...first, ...second, cancels('2026-02-01'), cancels('2026-08-01')]
    always(both, { names, ahead: 0, cancelled: 2 })
  })

  test('a history that is brought in at once has both', () => {
    const imported = [books('2026-12-01', ['2026-03-01']), books('2026-12-01', ['2026-09-01'])]
    always(imported, { names, ahead: 0, cancelled: 0 }, '2026-12-02')
  })

  test('what is said at an instant is said of the one that lives then', () => {
    const { bookings } = fold([...first, ...second])
    const at = (day: string) => bookingAt(bookings, 'K3YWCU', Date.parse(day))
    expect(bookingName(at('2026-03-10')!)).toBe(names[0])
    expect(at('2026-05-01')).toBeUndefined()
    expect(bookingName(at('2026-08-31')!)).toBe(names[1])
  })
})

/** Days of a few years, so that lives touch, overlap and are apart. */
const word = fc
  .record({
    pnr: fc.constantFrom('AAAAAA', 'BBBBBB'),
    on: fc.integer({ min: 0, max: 900 }),
    departs: fc.array(fc.integer({ min: -30, max: 200 }), { maxLength: 2 }),
    id: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ pnr, on, departs, id }) => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
    return departs.length > 0
      ? books(
          day(on),
          departs.map((ahead) => day(on + ahead)),
          pnr,
          `b${id}`,
        )
      : cancels(day(on), pnr, `c${id}`)
  })
const words = fc.uniqueArray(word, { maxLength: 16, selector: ({ id }) => id })

test('any order, repeated and stored in between, gives the same bookings', () => {
  fc.assert(
    fc.property(
      words.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
          fc.nat(),
        ),
      ),
      ([events, shuffled, cut]) => {
        const half = fold(shuffled.slice(0, cut % (shuffled.length + 1)))
        const stored = decodeMember({ memberId: 'M1', state: encodeMember(half) })
        for (const each of shuffled.slice(cut % (shuffled.length + 1))) if (isFactEvent(each)) foldFacts(stored, each)
        expect(encodeMember(stored)).toBe(encodeMember(fold(events)))
      },
    ),
    { numRuns: 300 },
  )
})

test('a change that says no fare keeps the one that was said last', () => {
  const at = (id: string, on: string, amount?: number) =>
    event('booking.created', {
      id,
      occurredAt: `${on}T00:00:00Z`,
      memberId: 'M1',
      pnr: 'K3YWCU',
      flights: [{ ...segment, departsAt: '2026-03-01T02:00:00Z' }],
      ...(amount !== undefined && { fare: { amount, currency: 'CNY' } }),
    })
  const all = [at('a', '2026-01-01', 900), at('b', '2026-01-03', 800), at('c', '2026-01-05'), at('d', '2026-01-02', 5)]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
      const member = fold(order)
      const stored = decodeMember({ memberId: 'M1', state: encodeMember(member) })
      for (const each of [member, stored])
        expect(factsOf(each, 0, calendarOf('UTC')).bookings).toMatchObject([
          { bookedAt: '2026-01-05T00:00:00.000Z', fare: { amountMinor: 800_00, currency: 'CNY' } },
        ])
    }),
  )
})
