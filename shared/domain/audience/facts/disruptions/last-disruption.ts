import { disruptedOf } from '../../../member/disrupted.ts'
import type { Fact } from '../types.ts'

export const lastDisruption: Fact = {
  name: 'lastDisruption',
  family: 'disruptions',
  type: { kind: 'duration' },
  description: {
    en: 'the time since the latest disruption of a flight of the member',
    'zh-CN': '距最近一次航班不正常的时间',
  },
  absent: { en: 'never disrupted: satisfies only present: false', 'zh-CN': '从未遭遇：仅满足 present: false' },
  example: 'lastDisruption: { atMost: 7d }',
  params: {},
  measure: () => ({ kind: 'elapsed', since: ({ member }) => disruptedOf(member)[0]?.at }),
}
