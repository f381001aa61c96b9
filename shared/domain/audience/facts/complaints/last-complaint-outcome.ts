import { OUTCOMES } from '../../fields/complaint.ts'
import { noneResolved } from '../absences.ts'
import { type Fact, inLast } from '../types.ts'
import { lastResolution } from './resolution.ts'

export const lastComplaintOutcome: Fact = {
  name: 'lastComplaintOutcome',
  family: 'complaints',
  type: { kind: 'text', values: OUTCOMES },
  description: { en: 'the outcome of the complaint resolved last', 'zh-CN': '最近一次已处理投诉的结果' },
  absent: noneResolved,
  example: 'lastComplaintOutcome: rejected',
  params: { inLast },
  measure: ({ window }) => ({ kind: 'latest', window, find: lastResolution((resolved) => resolved.outcome) }),
}
