import type { Subject } from '../../condition.ts'
import type { Fact } from '../types.ts'

export const lastComplaint: Fact = {
  name: 'lastComplaint',
  family: 'complaints',
  type: { kind: 'duration' },
  description: { en: 'the time since the latest complaint', 'zh-CN': '距最近一次投诉的时间' },
  absent: { en: 'never complained: satisfies only present: false', 'zh-CN': '从未投诉：仅满足 present: false' },
  example: 'lastComplaint: { atLeast: 90d }',
  params: {},
  measure: () => ({ kind: 'elapsed', since: lastAt }),
}

function lastAt({ member }: Subject): number | undefined {
  let last: number | undefined
  for (const { filed } of member.complaints) if (filed && (last === undefined || filed.at > last)) last = filed.at
  return last
}
