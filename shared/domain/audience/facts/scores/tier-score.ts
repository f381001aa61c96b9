import type { Fact } from '../types.ts'
import { tierMeasure } from './tier-measure.ts'

export const tierScore: Fact = {
  name: 'tierScore',
  family: 'scores',
  type: { kind: 'number' },
  description: {
    en: 'how the flights of the last year weigh against a tier, 0 to 100: how often 30, in which cabins 40, how far 30 (or as your own model weighs them)',
    'zh-CN': '近一年飞行的等级得分，0 至 100：航班数 30、舱位 40、里程 30（或按自有模型的权重）',
  },
  absent: {
    en: 'never flown, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN': '从未飞行，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'tierScore: { between: [45, 50] }',
  params: {},
  measure: ({ models: { tier } }) => tierMeasure(tier, (score) => score),
}
