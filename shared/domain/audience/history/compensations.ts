import { type CompensationNote, LIMITS } from '../../member/member.ts'
import { itemTest } from '../fields/field.ts'
import { compensationFields } from '../fields/received.ts'
import { historyOf } from './history.ts'

/** What the member was granted. */
export const compensationHistory = {
  'compensation.granted': historyOf<CompensationNote>({
    event: 'compensation.granted',
    family: 'received',
    description: { en: 'a compensation was granted', 'zh-CN': '获得了补偿' },
    atMost: LIMITS.compensations,
    days: 366,
    items: (member) => member.compensations,
    at: (compensation) => compensation.grantedAt,
    fields: compensationFields,
    passes: (where) => itemTest(where, compensationFields),
    sums: {
      miles: {
        type: { kind: 'number', unit: 'miles', counting: true },
        description: { en: 'miles granted', 'zh-CN': '获得的里程' },
        of: ({ kind, amount }) => (kind === 'miles' ? amount : 0),
      },
      money: {
        type: { kind: 'money', counting: true },
        description: { en: 'vouchers and cash granted, in one currency', 'zh-CN': '获得的代金券与现金（单一货币）' },
        of: ({ kind, amount, currency }, asked) => (kind !== 'miles' && currency === asked ? amount : 0),
      },
    },
  }),
}
