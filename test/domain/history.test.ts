import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories } from '../../shared/domain/audience/history/index.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import { foldFacts, isFactEvent } from '../../shared/domain/member/fold/index.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { ask, conditionOf, inAudience, subjectAt } from '../support/conditions.ts'
import { event } from '../support/events.ts'

const NOW = Date.UTC(2026, 9, 15, 10)
const ZONE = 'UTC'

/** So many surveys answered, so many days ago each, in any order. */
function surveyed(daysAgo: readonly number[]) {
  const member = newMember('CA1')
  for (const [index, ago] of daysAgo.entries()) {
    const told = event('survey.answered', {
      id: `s${index}`,
      occurredAt: new Date(NOW - ago * DAY).toISOString(),
      memberId: 'CA1',
      nps: index % 11,
    })
    if (isFactEvent(told)) foldFacts(member, told)
  }
  return member
}

describe('histories', () => {
  const { atMost } = histories['survey.answered']!

  test('count rightly up to as many as are kept, however many there were', () => {
    const asked = fc.record({
      daysAgo: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 3 * atMost }),
      days: fc.integer({ min: 1, max: 90 }),
      count: fc.integer({ min: 0, max: atMost }),
    })
    fc.assert(
      fc.property(asked, ({ daysAgo, days, count }) => {
        const happened = { event: 'survey.answered', inLast: `${days}d`, atLeast: count }
        const there = daysAgo.filter((ago) => ago <= days).length
        expect(ask(conditionOf({ happened }), surveyed(daysAgo), NOW, ZONE).answer).toBe(there >= count)
      }),
    )
  })

  test('count since the journey began what happened from then on, but for what began it', () => {
    const instant = fc.integer({ min: 0, max: 20 }).map((ago) => NOW - ago * HOUR)
    const asked = fc.record({
      filed: fc.array(fc.record({ at: instant, category: fc.constantFrom('baggage', 'food') }), { maxLength: 8 }),
      began: fc.oneof(instant, fc.nat(7)),
      count: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(asked, ({ filed, began, count }) => {
        const events = filed.map((each, index) => ({ ...each, eventId: `f${index}` }))
        // By one of them, or by something else at an instant.
        const trigger = began <= 7 ? events[began] : { at: began, eventId: 'other' }
        fc.pre(trigger !== undefined)
        const complaints = events.map((each) => ({ complaintId: each.eventId, filed: each }))
        const where = { category: 'baggage' }
        const happened = { event: 'complaint.filed', where, since: 'entry', atLeast: count }
        const condition = conditionOf({ happened }, { ...inAudience, inJourney: true })
        const cause = { type: 'complaint.filed', at: trigger!.at, eventId: trigger!.eventId, fields: {} }
        const journey = { campaign: 'c', rulebook: 'r', key: 'k', enteredAt: NOW, pc: 0, happened: {}, cause }
        const subject = subjectAt({ ...newMember('CA1'), complaints }, NOW, ZONE, { journey })
        const there = events.filter(
          ({ at, category, eventId }) => category === 'baggage' && at >= trigger!.at && eventId !== trigger!.eventId,
        )
        expect(condition.test(subject)).toBe(there.length >= count)
        expect(subject.until).toBe(Number.POSITIVE_INFINITY)
      }),
    )
  })

  test.each(Object.entries(histories))('%s says all there is to say', (type, history) => {
    expect(history.event).toBe(type)
    expect(history.days).toBeGreaterThan(0)
    const all = [...Object.values(history.fields), ...Object.values(history.sums), history]
    for (const { description } of all) {
      expect(description.en).not.toBe('')
      expect(description['zh-CN']).toMatch(/\p{Script=Han}/u)
    }
    const source = { event: type, inLast: `${history.days}d` }
    expect(() => conditionOf({ happened: source })).not.toThrow()
    for (const [sum, { type: of }] of Object.entries(history.sums)) {
      const currency = of.kind === 'money' ? { currency: 'CNY' } : {}
      expect(() => conditionOf({ happened: { ...source, sum, ...currency } })).not.toThrow()
    }
  })
})
