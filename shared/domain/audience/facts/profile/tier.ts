import { identityOf } from '../../../scores/identity.ts'
import { heldTier } from '../../../scores/tier/standing.ts'
import { standingRule } from '../../../scores/tier/standing-rule.ts'
import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const tier: Fact = {
  name: 'tier',
  family: 'profile',
  type: { kind: 'text' },
  description: {
    en: 'the card the member holds, in the airline’s own words; or, where `models/tier.json` lets flying decide, the tier that their flying has earned',
    'zh-CN': '会员卡级别（以航空公司的命名为准）；若 `models/tier.json` 规定按飞行定级，则为飞行所得的等级',
  },
  absent: notSaid,
  example: 'tier: [gold, platinum]',
  params: {},
  measure: ({ models: { tier: model } }) =>
    standingRule(model).decides === 'flying'
      ? { kind: 'fixed', read: ({ member }) => heldTier(member, model), model: identityOf(model) }
      : { kind: 'fixed', read: (subject) => profileIn(subject).tier },
}
