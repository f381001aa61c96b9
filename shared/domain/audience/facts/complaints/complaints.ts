import { complaintFields } from '../../fields/complaint.ts'
import { noneIsZero } from '../absences.ts'
import { type Fact, filtersOf, windows } from '../types.ts'
import { filedWhere } from './filed.ts'

export const complaints: Fact = {
  name: 'complaints',
  family: 'complaints',
  type: { kind: 'number', counting: true },
  description: {
    en: 'how many complaints were filed (the last 16 are known)',
    'zh-CN': '提出的投诉数（保留最近 16 条）',
  },
  absent: noneIsZero,
  example: 'complaints: { inLast: 90d, category: baggage, atLeast: 2 }',
  params: { ...windows, ...filtersOf(complaintFields) },
  counts: 'complaint.filed',
  measure: (bound) => filedWhere(bound, false),
}
