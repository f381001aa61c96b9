import type { Complaint } from '../../member/member.ts'
import { isAfter } from '../../member/order.ts'
import type { Subject } from '../condition.ts'
import { complaintFields, filedFields, OUTCOMES } from '../fields/complaint.ts'
import { itemTest } from '../fields/field.ts'
import type { Scalar } from '../matcher.ts'
import { addDated, type Measure } from '../measures/measure.ts'
import { type Bound, type Fact, filtersOf, inLast, noneIsZero, type Words, windows } from './types.ts'

const noneResolved: Words = {
  en: 'none was resolved (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有已处理的投诉：仅满足 isNot、notIn 与 present: false',
}

/** Complaints by when they were filed. Those whose filing has not arrived count only once it has. */
function filedWhere(bound: Bound, open: boolean): Measure {
  const test = itemTest(bound.filters, complaintFields)
  return {
    kind: 'sum',
    window: bound.window,
    collect: ({ member }, from, into) => {
      for (const complaint of member.complaints) {
        const { filed, resolved } = complaint
        if (!filed || filed.at < from || (open && resolved)) continue
        if (!test || test(complaint)) addDated(into, filed.at, 1)
      }
    },
  }
}

/** What the resolution says that came last, of those that say it. */
function lastResolution(read: (resolved: NonNullable<Complaint['resolved']>) => Scalar | undefined) {
  return ({ member }: Subject) => {
    let last: NonNullable<Complaint['resolved']> | undefined
    for (const { resolved } of member.complaints) {
      if (resolved && read(resolved) !== undefined && (!last || isAfter(resolved, last))) last = resolved
    }
    return last && { at: last.at, value: read(last)! }
  }
}

/** What the member complained of, and what came of it. */
export const complaintFacts = {
  complaints: {
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
    measure: (bound) => filedWhere(bound, false),
  },
  openComplaint: {
    name: 'openComplaint',
    family: 'complaints',
    type: { kind: 'number', counting: true },
    description: { en: 'how many complaints were filed and not resolved', 'zh-CN': '尚未处理完的投诉数' },
    absent: noneIsZero,
    example: 'openComplaint: { inLast: 30d, severity: { atLeast: 4 } }',
    params: { ...windows, ...filtersOf(filedFields) },
    measure: (bound) => filedWhere(bound, true),
  },
  lastComplaintOutcome: {
    name: 'lastComplaintOutcome',
    family: 'complaints',
    type: { kind: 'text', values: OUTCOMES },
    description: { en: 'how the complaint resolved last was resolved', 'zh-CN': '最近一次已处理投诉的结果' },
    absent: noneResolved,
    example: 'lastComplaintOutcome: rejected',
    params: { inLast },
    measure: ({ window }) => ({ kind: 'latest', window, find: lastResolution((resolved) => resolved.outcome) }),
  },
  complaintSatisfaction: {
    name: 'complaintSatisfaction',
    family: 'complaints',
    type: { kind: 'number' },
    description: {
      en: 'how satisfied the member last was with a resolution, 1 to 5',
      'zh-CN': '会员最近一次对投诉处理的满意度，1 至 5',
    },
    absent: noneResolved,
    example: 'complaintSatisfaction: { atMost: 2, inLast: 90d }',
    params: { inLast },
    measure: ({ window }) => ({ kind: 'latest', window, find: lastResolution((resolved) => resolved.satisfaction) }),
  },
} as const satisfies Record<string, Fact>
