import { disruptedOf } from '../../../member/disrupted.ts'
import { disruptionFields } from '../../fields/disruption.ts'
import { itemTest } from '../../fields/field.ts'
import { addDated } from '../../measures/measure.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, windows } from '../types.ts'

export const disruptions: Fact = {
  name: 'disruptions',
  family: 'disruptions',
  type: { kind: 'number', counting: true },
  description: {
    en: 'how many of the member’s flights were disrupted (the last 16 are known)',
    'zh-CN': '会员遭遇的不正常航班数（保留最近 16 次）',
  },
  absent: noneIsZero,
  example: 'disruptions: { inLast: 30d, kind: [delay, cancellation], atLeast: 2 }',
  params: { ...windows, ...filtersOf(disruptionFields) },
  counts: 'member.disrupted',
  measure: (bound) => {
    const test = itemTest(bound.filters, disruptionFields)
    return {
      kind: 'sum',
      window: bound.window,
      collect: ({ member }, from, into) => {
        for (const disruption of disruptedOf(member)) {
          if (disruption.at >= from && (!test || test(disruption))) addDated(into, disruption.at, 1)
        }
      },
    }
  },
}
