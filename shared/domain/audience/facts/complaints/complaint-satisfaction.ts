import { noneResolved } from '../absences.ts'
import { type Fact, inLast } from '../types.ts'
import { lastResolution } from './resolution.ts'

export const complaintSatisfaction: Fact = {
  name: 'complaintSatisfaction',
  family: 'complaints',
  type: { kind: 'number' },
  description: {
    en: 'how satisfied the member was with the latest resolution, 1 to 5',
    'zh-CN': '会员最近一次对投诉处理的满意度，1 至 5',
  },
  absent: noneResolved,
  example: 'complaintSatisfaction: { atMost: 2, inLast: 90d }',
  params: { inLast },
  measure: ({ window }) => ({ kind: 'latest', window, find: lastResolution((resolved) => resolved.satisfaction) }),
}
