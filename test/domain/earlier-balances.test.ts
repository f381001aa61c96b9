import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { factsOf } from '../../shared/domain/member/facts.ts'
import { type FactEvent, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { absorb } from '../../shared/domain/member/merge.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { event } from '../support/events.ts'

function fold(events: readonly MemberEvent[], memberId = 'M1'): Member {
  const draft = newMember(memberId)
  for (const each of events) foldFacts(draft, each as FactEvent)
  return draft
}

const balance = (asOf: string, flights = 4) => ({
  ...{ asOf, flights, distanceKm: 4000, spend: { amount: 1000, currency: 'CNY' } },
  ...{ firstFlightOn: '2024-08-01', cabins: { F: 0, C: 0, W: 0, Y: flights } },
})

let ids = 0
const told = (on: string, opening: object | null) =>
  event('member.updated', { id: `e${ids++}`, occurredAt: `${on}T20:00:00Z`, memberId: 'M1', opening })

const days = (member: Member) => member.balances.map(({ asOf }) => asOf)

const nightly = (from: string, nights: number) =>
  Array.from({ length: nights }, (_, n) => {
    const day = new Date(Date.parse(from) + n * 86_400_000).toISOString().slice(0, 10)
    return told(day, balance(day, n))
  })

describe('balances that were replaced', () => {
  test('are kept: the last of each month, beside the one that stands', () => {
    const member = fold(nightly('2026-04-28', 70))
    expect(days(member)).toEqual(['2026-06-30', '2026-05-31', '2026-04-30'])
    expect(member.balances[1]).toMatchObject({ flights: 33, firstFlightOn: '2024-08-01' })
    expect(member.balances[1]).not.toHaveProperty('cabins')
  })

  test('are those of so many months at most', () => {
    const months = Array.from({ length: 30 }, (_, n) => new Date(Date.UTC(2024, n, 15)).toISOString().slice(0, 10))
    const member = fold(months.map((day) => told(day, balance(day))))
    expect(days(member)).toEqual(months.slice(-LIMITS.balances, -1).reverse())
  })

  test('are none where a balance was sent once, and of one day the one told last', () => {
    expect(fold([told('2026-05-02', balance('2026-05-01'))]).balances).toEqual([])
    const [wrong, right] = [told('2026-05-02', balance('2026-05-01', 4)), told('2026-05-03', balance('2026-05-01', 5))]
    for (const order of [
      [wrong, right],
      [right, wrong],
    ])
      expect(fold([...order, told('2026-06-02', balance('2026-06-01'))]).balances).toMatchObject([{ flights: 5 }])
  })

  const anyDay = fc
    .integer({ min: 0, max: 700 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
  const anyTold = fc
    .tuple(anyDay, fc.option(fc.record({ asOf: anyDay, flights: fc.nat(3) }), { freq: 6 }))
    .map(([on, says]) => told(on, says && balance(says.asOf, says.flights)))
  const shuffled = fc
    .array(anyTold, { maxLength: 40 })
    .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })))

  test('are the same in any order, of one card or two, and after they were stored', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(40), ([events, inOther], cut) => {
        const { balances } = fold(events)
        expect(fold(inOther).balances).toEqual(balances)
        expect(fold([...events, ...inOther]).balances).toEqual(balances)
        const survivor = fold(inOther.slice(0, cut), 'M2')
        absorb(survivor, fold(inOther.slice(cut)), [])
        expect(survivor.balances).toEqual(balances)
        const stored = decodeMember({ memberId: 'M1', state: encodeMember(fold(events)) })
        expect(stored.balances).toEqual(balances)
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  test('are in what a person is given of themselves', () => {
    const facts = factsOf(fold(nightly('2026-04-28', 40)), Date.parse('2026-07-01'), calendarOf('UTC'))
    expect(facts.earlierBalances).toMatchObject([{ asOf: '2026-05-31' }, { asOf: '2026-04-30' }])
  })
})
