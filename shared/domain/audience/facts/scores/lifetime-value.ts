import { paidLately } from '../../../scores/lifetime/flown.ts'
import { farePartOf, flightPartsOf, historyAt, valueAhead } from '../../../scores/lifetime/model.ts'
import type { Subject } from '../../condition.ts'
import { flownParts, onceFor } from '../known.ts'
import type { Fact } from '../types.ts'
import { lifetimeScore } from './lifetime.ts'

export const lifetimeValue: Fact = {
  name: 'lifetimeValue',
  family: 'scores',
  type: { kind: 'money' },
  description: {
    en: 'what the member is expected to pay for flights within the next twelve months, each month that it comes later worth a little less; in the currency of the model that `wingback fit --score lifetime` has learnt',
    'zh-CN': '预计会员未来 12 个月支付的票款（逐月折现），以 `wingback fit --score lifetime` 所学模型的货币计',
  },
  absent: {
    en: 'no model was learnt yet (none ships), never flown, no fare known in the currency of the model, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN':
      '尚未学习模型（不随附）、从未飞行、无该货币的票款记录，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'lifetimeValue: { atLeast: 20000 CNY }',
  params: {
    currency: {
      kind: 'currency',
      description: {
        en: 'the currency, if no amount names it: that of the model',
        'zh-CN': '未写金额时的货币，须为模型的货币',
      },
    },
  },
  currencyIn: ({ lifetime }) => lifetime.spend?.currency,
  measure: ({ models: { lifetime } }) => {
    const { spend } = lifetime
    const paidIn = onceFor(flownParts, ({ member, calendar }: Subject) => paidLately(member, calendar, spend!.currency))
    return lifetimeScore(lifetime, {
      at: ({ flown, subject }, instant) => {
        if (!spend) return 'noFares'
        return valueAhead(lifetime, flown, paidIn(subject), instant) ?? 'noFares'
      },
      parts: ({ visits, flown, subject }, instant) => [
        ...flightPartsOf(visits, historyAt(flown, instant)),
        farePartOf(spend!, paidIn(subject)),
      ],
    })
  },
}
