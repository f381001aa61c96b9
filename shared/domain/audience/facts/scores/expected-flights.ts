import { flightPartsOf, flightsAhead, historyAt } from '../../../scores/lifetime/model.ts'
import type { Fact } from '../types.ts'
import { lifetimeScore } from './lifetime.ts'

export const expectedFlights: Fact = {
  name: 'expectedFlights',
  family: 'scores',
  type: { kind: 'number' },
  description: {
    en: 'how many flights are expected of the member within the next 365 days, to two decimals, as `wingback fit --score lifetime` has learnt',
    'zh-CN': '预计会员未来 365 天内的航班数（两位小数），由 `wingback fit --score lifetime` 学得',
  },
  absent: {
    en: 'no model was learnt yet (none ships), never flown, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN': '尚未学习模型（不随附）、从未飞行，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'expectedFlights: { atLeast: 4 }',
  params: {},
  measure: ({ models: { lifetime } }) =>
    lifetimeScore(lifetime, {
      at: ({ visits, flown }, instant) => flightsAhead(visits, flown, instant),
      parts: ({ visits, flown }, instant) => flightPartsOf(visits, historyAt(flown, instant)),
    }),
}
