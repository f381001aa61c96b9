import type { Complaint } from '../../member/member.ts'
import type { Fields } from './field.ts'

/** What is kept of a complaint's filing. */
export const filedFields = {
  category: {
    type: { kind: 'text' },
    description: {
      en: 'of these categories, in the airline’s own words',
      'zh-CN': '仅限这些类别（以航空公司的命名为准）',
    },
    of: ({ filed }) => filed?.category,
  },
  severity: {
    type: { kind: 'number' },
    description: { en: 'of this severity, 1 to 5', 'zh-CN': '严重程度，1 至 5' },
    of: ({ filed }) => filed?.severity,
  },
} as const satisfies Fields<Complaint>

export const OUTCOMES = ['upheld', 'goodwill', 'rejected'] as const

/** What is kept of a complaint in all. */
export const complaintFields = {
  ...filedFields,
  outcome: {
    type: { kind: 'text', values: OUTCOMES },
    description: { en: 'with this outcome', 'zh-CN': '处理结果' },
    of: ({ resolved }) => resolved?.outcome,
  },
} as const satisfies Fields<Complaint>
