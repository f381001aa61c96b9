import { aliveAt, alivePartsOf, historyAt } from '../../../scores/lifetime/model.ts'
import type { Fact } from '../types.ts'
import { lifetimeScore } from './lifetime.ts'

export const alive: Fact = {
  name: 'alive',
  family: 'scores',
  type: { kind: 'number', probability: true },
  description: {
    en: 'how probable it is, 0 to 1, that the member still flies with you: by how often they flew in the 24 months up to their last flight, and how long they have been silent since, as `wingback fit --score lifetime` has learnt',
    'zh-CN':
      '会员仍会乘坐贵司航班的概率，0 至 1：依据其最近一次飞行前 24 个月的飞行频率和此后的沉默时长，由 `wingback fit --score lifetime` 学得',
  },
  absent: {
    en: 'no model was learnt yet (none ships), flown once or never, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN': '尚未学习模型（不随附）、从未飞行或只飞过一次，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'alive: { atMost: 0.5 }',
  params: {},
  measure: ({ models: { lifetime } }) =>
    lifetimeScore(lifetime, {
      at: ({ visits, flown }, instant) => aliveAt(visits, flown, instant) ?? 'flownOnce',
      parts: ({ visits, flown }, instant) => alivePartsOf(visits, historyAt(flown, instant)),
    }),
}
