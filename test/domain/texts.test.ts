import { describe, expect, test } from 'vitest'
import { isNotedReason } from '../../shared/contract/reason.ts'
import { facts } from '../../shared/domain/audience/facts/index.ts'
import type { Reason } from '../../shared/domain/reason.ts'
import { AGO } from '../../shared/domain/texts/en/rule-words.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { say } from '../../shared/domain/texts/say.ts'

/** One of each code that speaks of values. */
const reasons: Reason[] = [
  { is: 'fresh.late', hours: 31, within: 24 },
  { is: 'oncePer.before', on: '2026-09-01' },
  { is: 'openCase.open', complaint: 'CMP-1' },
  { is: 'statutoryFirst.telling', campaign: 'care' },
  { is: 'frequencyCap.reached', atMost: 2, window: 7 * 86_400_000 },
  { is: 'quietHours.within', at: '04:04' },
  { is: 'quietHours.outside', at: '12:30' },
  { is: 'priority.onItsWay', campaign: 'other' },
  { is: 'budget.left', budget: 'winback' },
  { is: 'budget.spent', budget: 'winback' },
  { is: 'journey.arm', split: 'tone', arm: 'warm' },
  { is: 'mail.refused', said: 'MessageRejected: no' },
  { is: 'mail.noTemplate', template: 'sorry', locale: 'fr' },
  // Of before findings were codes: as it was written.
  { is: 'owed.nothing', said: '2 h 59 late' },
  { is: 'owed.unclear', said: 'the fare is needed' },
  { is: 'offer.issued', cabin: 'C' },
  // A cause by its subject: what is granted on it is said in words.
  { is: 'ledger.alreadyCompensated', key: 'CA1' },
]

describe.each(LANGUAGES)('reasons in %s', (language) => {
  test.each(reasons.map((reason) => [reason.is, reason] as const))('%s says what it speaks of', (is, reason) => {
    const { is: _, ...values } = reason
    for (const value of Object.values(values).filter((each) => each !== 7 * 86_400_000)) {
      expect(say(reason, language)).toContain(String(value))
    }
    expect(say(reason, language)).not.toContain(is)
  })

  test('events by what happened, not by their names', () => {
    const goal = say({ is: 'journey.goal', event: 'member.disrupted' }, language)
    expect(goal).toContain(language === 'en' ? 'a flight was disrupted' : '航班不正常')
    expect(say({ is: 'trigger.notOnRecord', event: 'of.tomorrow' } as Reason, language)).toContain('of.tomorrow')
  })

  test('durations and money as people read them', () => {
    const cap = say({ is: 'frequencyCap.reached', atMost: 2, window: 36 * 3_600_000 }, language)
    expect(cap).toContain(language === 'en' ? '2 emails in the last 36 hours' : '36 小时内已有 2 封')
    const spent = { is: 'ledger.budgetExhausted', costs: 50_00, left: 1, limit: 1000_00, currency: 'CNY', budget: 'b' }
    expect(say(spent as Reason, language)).toMatch(/50\.00 CNY.*0\.01 CNY/)
    const owed = { amount: 600_00, currency: 'EUR', regime: 'EU261', said: '4 h late' }
    expect(say({ is: 'owed.money', ...owed }, language)).toMatch(/EU261.*600\.00 EUR|600\.00 EUR.*EU261/)
    expect(say({ is: 'compensation.granted', amount: 500, unit: 'miles' }, language)).toContain('500')
  })
})

test('what facts say was so long ago is said to be "ago"; how long one is a member is not', () => {
  const durations = Object.values(facts).filter(({ type }) => type.kind === 'duration')
  expect(durations.map(({ name }) => name).sort()).toEqual([...AGO, 'memberFor'].sort())
})

test('a code of a later version stands for itself', () => {
  expect(say({ is: 'weather.bad' } as unknown as Reason)).toBe('weather.bad')
})

test.each([
  ['a sentence', 'no', false],
  ['nothing', undefined, false],
  ['a code', { is: 'paused.yes' }, true],
  ['a code with values', { is: 'quietHours.within', at: '04:04' }, true],
  ['something nested', { is: 'paused.yes', more: {} }, false],
  ['what it rests on', { is: 'owed.nothing', findings: [{ is: 'operated' }] }, true],
  ['more than it can rest on', { is: 'owed.nothing', findings: Array(21).fill({ is: 'operated' }) }, false],
  ['what that rests on', { is: 'owed.nothing', findings: [{ is: 'operated', more: [{ is: 'noLaw' }] }] }, false],
  ['a text without end', { is: 'mail.refused', said: 'x'.repeat(501) }, false],
])('%s in an event: a reason or not', (_, value, expected) => {
  expect(isNotedReason(value)).toBe(expected)
})
