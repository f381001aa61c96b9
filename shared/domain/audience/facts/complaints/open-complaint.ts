import { filedFields } from '../../fields/complaint.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, windows } from '../types.ts'
import { filedWhere } from './filed.ts'

export const openComplaint: Fact = {
  name: 'openComplaint',
  family: 'complaints',
  type: { kind: 'number', counting: true },
  description: { en: 'how many complaints were filed and not resolved yet', 'zh-CN': '尚未处理完的投诉数' },
  absent: noneIsZero,
  example: 'openComplaint: { inLast: 30d, severity: { atLeast: 4 } }',
  params: { ...windows, ...filtersOf(filedFields) },
  counts: 'complaint.filed',
  measure: (bound) => filedWhere(bound, true),
}
