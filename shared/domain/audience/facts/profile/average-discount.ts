import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const averageDiscount: Fact = {
  name: 'averageDiscount',
  family: 'profile',
  type: { kind: 'number' },
  description: {
    en: 'the average fare of the opening balance, as a share of the full economy fare: 0.8',
    'zh-CN': '期初余额的平均折扣系数，以经济舱全价为 1：0.8',
  },
  absent: {
    en: 'none came with the opening balance: satisfies only isNot, notIn and present: false',
    'zh-CN': '期初余额未提供：仅满足 isNot、notIn 与 present: false',
  },
  example: 'averageDiscount: { atLeast: 0.9 }',
  params: {},
  measure: fixed((subject) => profileIn(subject).opening?.averageDiscount),
}
