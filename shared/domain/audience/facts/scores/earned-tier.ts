import { tierOf } from '../../../scores/tier/tier.ts'
import type { Fact } from '../types.ts'
import { tierMeasure } from './tier-measure.ts'

export const earnedTier: Fact = {
  name: 'earnedTier',
  family: 'scores',
  type: { kind: 'text' },
  description: {
    en: 'the tier that the flights of the last year would earn: platinum, gold, silver or member (or those of your own model); with tier: gold and earnedTier: [silver, member] the tier is about to be lost',
    'zh-CN':
      '按近一年飞行应得的等级：platinum、gold、silver 或 member（或自有模型中的等级）；tier: gold 且 earnedTier: [silver, member] 即将降级',
  },
  absent: {
    en: 'never flown, or the member objected to scores (profiling: false): satisfies only isNot, notIn and present: false',
    'zh-CN': '从未飞行，或会员反对评分（profiling: false）：仅满足 isNot、notIn 和 present: false',
  },
  example: 'earnedTier: [silver, member]',
  params: {},
  measure: ({ models: { tier } }) => tierMeasure(tier, (score) => tierOf(tier, score)),
}
