import type { Subject } from '../../condition.ts'
import { itemTest } from '../../fields/field.ts'
import { flownFields } from '../../fields/flown.ts'
import { openingIn } from '../known.ts'
import { nthNewest } from '../opening.ts'
import { type Fact, filtersOf } from '../types.ts'

export const lastFlight: Fact = {
  name: 'lastFlight',
  family: 'flights',
  type: { kind: 'duration' },
  description: {
    en: 'the time since the last flight; { atLeast: 180d } means no flight for 180 days',
    'zh-CN': '距上次飞行的时间：{ atLeast: 180d } 即 180 天未飞',
  },
  absent: {
    en: 'never flown, or with filters not among the flights kept one by one: satisfies only present: false',
    'zh-CN': '从未飞行（有限定时：逐条保留的航班中没有）：仅满足 present: false',
  },
  example: 'lastFlight: { atLeast: 180d }',
  params: filtersOf(flownFields),
  measure: ({ filters }) => {
    const test = itemTest(filters, flownFields)
    return { kind: 'elapsed', since: test ? ({ member }) => member.flights.find(test)?.at : lastFlightAt }
  },
}

function lastFlightAt({ member, calendar }: Subject): number | undefined {
  const opening = openingIn({ member })
  const brought = opening ? nthNewest(opening, 1, calendar) : Number.NEGATIVE_INFINITY
  const last = Math.max(member.flights[0]?.at ?? Number.NEGATIVE_INFINITY, brought)
  return last === Number.NEGATIVE_INFINITY ? undefined : last
}
