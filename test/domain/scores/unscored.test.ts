import { describe, expect, test } from 'vitest'
import type { ConditionContext } from '../../../shared/domain/audience/compile.ts'
import { DAY } from '../../../shared/domain/calendar.ts'
import type { Flown, Member } from '../../../shared/domain/member/member.ts'
import { SHIPPED_MODELS } from '../../../shared/domain/scores/models.ts'
import { conditionOf, memberWith, subjectAt } from '../../support/conditions.ts'
import { taught } from '../../support/lifetime.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-10-12T10:00:00+08:00')

const at = NOW - 30 * DAY
const flight: Flown = {
  ...{ at, eventId: 'f1', first: at, carrier: 'CA', flightNumber: '1501' },
  ...{ from: 'PEK', to: 'SHA', date: '2026-09-12', cabin: 'Y', distanceKm: 1000 },
}

const upgrade = { ...SHIPPED_MODELS.upgrade, prior: { accepted: 1, declined: 9 } }
const learnt = { ...taught, models: { ...taught.models, upgrade } }

const scoreOf = (rule: object, who: Member, context: ConditionContext = learnt) =>
  conditionOf(rule, context).observe(subjectAt(who, NOW, ZONE))[0]!.score

describe.each<[fact: string, rule: object]>([
  ['alive', { alive: { atLeast: 0.5 } }],
  ['churnRisk', { churnRisk: { atLeast: 0.5 } }],
  ['tierScore', { tierScore: { atLeast: 1 } }],
  ['earnedTier', { earnedTier: 'gold' }],
  ['flightsToTier', { flightsToTier: { tier: 'gold', inNext: '60d', atMost: 3 } }],
  ['losesTier', { losesTier: { inNext: '60d' } }],
  ['valueGroup', { valueGroup: 'high' }],
  ['upgradePropensity', { upgradePropensity: { atLeast: 0.2 } }],
])('a receipt of %s', (_fact, rule) => {
  test('says that a member objected to scores', () => {
    const objected = memberWith({ profiling: false, tier: 'gold' }, { flights: [flight] })
    expect(scoreOf(rule, objected)).toMatchObject({ asOf: '2026-10-12', moved: [], unknown: 'objected' })
  })

  test('says nothing of the kind of who did not', () => {
    expect(scoreOf(rule, memberWith({ tier: 'gold' }, { flights: [flight] }))?.unknown).not.toBe('objected')
  })
})

test.each<object>([{ tierScore: { atLeast: 1 } }, { valueGroup: 'high' }, { churnRisk: { atLeast: 0.5 } }])(
  'who never flew has no score, and a receipt says so: %j',
  (rule) => {
    expect(scoreOf(rule, memberWith({}))).toMatchObject({ moved: [], unknown: 'neverFlown' })
  },
)

test('of a model that nobody has learnt a receipt says so', () => {
  const rule = { upgradePropensity: { atLeast: 0.2 } }
  const shipped = { ...learnt, models: SHIPPED_MODELS }
  expect(scoreOf(rule, memberWith({}, { flights: [flight] }), shipped)).toMatchObject({ unknown: 'noModel' })
})
