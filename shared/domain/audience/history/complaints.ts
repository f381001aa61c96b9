import { type Complaint, LIMITS, type Member } from '../../member/member.ts'
import { complaintFields, filedFields } from '../fields/complaint.ts'
import { type Fields, itemTest } from '../fields/field.ts'
import { historyOf } from './history.ts'

const resolvedFields = {
  ...complaintFields,
  satisfaction: {
    type: { kind: 'number' },
    description: { en: 'with this satisfaction, 1 to 5', 'zh-CN': '对处理的满意度，1 至 5' },
    of: ({ resolved }) => resolved?.satisfaction,
  },
} as const satisfies Fields<Complaint>

const kept = {
  family: 'complaints',
  atMost: LIMITS.complaints,
  days: 366,
  items: (member: Member) => member.complaints,
} as const

/** Complaints, and what came of them. */
export const complaintHistory = {
  'complaint.filed': historyOf<Complaint>({
    ...kept,
    event: 'complaint.filed',
    description: { en: 'a complaint was filed', 'zh-CN': '提出了投诉' },
    at: ({ filed }) => filed?.at,
    isOf: ({ filed }, eventId) => filed?.eventId === eventId,
    fields: filedFields,
    passes: (where) => itemTest(where, filedFields),
  }),
  'complaint.resolved': historyOf<Complaint>({
    ...kept,
    event: 'complaint.resolved',
    description: { en: 'a complaint was resolved', 'zh-CN': '投诉已处理' },
    at: ({ resolved }) => resolved?.at,
    isOf: ({ resolved }, eventId) => resolved?.eventId === eventId,
    fields: resolvedFields,
    passes: (where) => itemTest(where, resolvedFields),
  }),
}
