import { itemTest } from '../../fields/field.ts'
import { compensationFields } from '../../fields/received.ts'
import { addDated } from '../../measures/measure.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, windows } from '../types.ts'

export const compensations: Fact = {
  name: 'compensations',
  family: 'received',
  type: { kind: 'number', counting: true },
  description: { en: 'how many compensations were granted to the member', 'zh-CN': '获得的补偿次数' },
  absent: noneIsZero,
  example: 'compensations: { inLast: 365d, is: 0 }',
  params: { ...windows, ...filtersOf(compensationFields) },
  counts: 'compensation.granted',
  measure: (bound) => {
    const test = itemTest(bound.filters, compensationFields)
    return {
      kind: 'sum',
      window: bound.window,
      collect: ({ member }, from, into) => {
        for (const compensation of member.compensations) {
          if (compensation.reversedAt !== undefined) continue
          if (compensation.grantedAt >= from && (!test || test(compensation))) addDated(into, compensation.grantedAt, 1)
        }
      },
    }
  },
}
