import type { Subject } from '../../condition.ts'
import { openingIn } from '../known.ts'
import { nthNewest } from '../opening.ts'
import type { Fact } from '../types.ts'

export const lastFlight: Fact = {
  name: 'lastFlight',
  family: 'flights',
  type: { kind: 'duration' },
  description: {
    en: 'the time since the last flight; { atLeast: 180d } means no flight for 180 days',
    'zh-CN': '距上次飞行的时间：{ atLeast: 180d } 即 180 天未飞',
  },
  absent: { en: 'never flown: satisfies only present: false', 'zh-CN': '从未飞行：仅满足 present: false' },
  example: 'lastFlight: { atLeast: 180d }',
  params: {},
  measure: () => ({ kind: 'elapsed', since: lastFlightAt }),
}

function lastFlightAt({ member, calendar }: Subject): number | undefined {
  const opening = openingIn({ member })
  const brought = opening ? nthNewest(opening, 1, calendar) : Number.NEGATIVE_INFINITY
  const last = Math.max(member.flights[0]?.at ?? Number.NEGATIVE_INFINITY, brought)
  return last === Number.NEGATIVE_INFINITY ? undefined : last
}
