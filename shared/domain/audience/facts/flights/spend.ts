import { noneIsZero } from '../absences.ts'
import { flown, flownParams, paid } from '../flown.ts'
import type { Fact } from '../types.ts'

export const spend: Fact = {
  name: 'spend',
  family: 'flights',
  type: { kind: 'money', counting: true },
  description: {
    en: 'fares paid for completed flights, in one currency, including the opening balance',
    'zh-CN': '已飞航班的票款（单一货币，含期初余额）',
  },
  absent: noneIsZero,
  example: 'spend: { inLast: 365d, atLeast: 20000 CNY }',
  params: {
    ...flownParams,
    currency: {
      kind: 'currency',
      description: { en: 'the currency, if no amount names it', 'zh-CN': '未写金额时的货币' },
    },
  },
  measure: (bound) => flown(bound, paid(bound.currency)),
}
