import type { Subject } from '../condition.ts'
import { CABIN, ROUTE } from '../fields/travel.ts'
import { collectFlights, flown, flownParams, kilometres, ones, paid, tallyOfCabins, tallyOfRoutes } from './flown.ts'
import { openingIn } from './known.ts'
import { nthNewest } from './opening.ts'
import { type Fact, inLast, noneIsZero, type Words } from './types.ts'

function lastFlightAt({ member, calendar }: Subject): number | undefined {
  const opening = openingIn({ member })
  const brought = opening ? nthNewest(opening, 1, calendar) : Number.NEGATIVE_INFINITY
  const last = Math.max(member.flights[0]?.at ?? Number.NEGATIVE_INFINITY, brought)
  return last === Number.NEGATIVE_INFINITY ? undefined : last
}

const neverFlown: Words = {
  en: 'no flight is known (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有已知航班：仅满足 isNot、notIn 与 present: false',
}

/** What the member has flown. */
export const flightFacts = {
  flights: {
    name: 'flights',
    family: 'flights',
    type: { kind: 'number', counting: true },
    description: {
      en: 'how many flights the member has flown, the opening balance included',
      'zh-CN': '已飞航班数（含期初余额）',
    },
    absent: noneIsZero,
    example: 'flights: { inLast: 365d, route: PEK-SHA, atLeast: 6 }',
    params: flownParams,
    measure: (bound) => flown(bound, ones),
  },
  flightsSinceOpening: {
    name: 'flightsSinceOpening',
    family: 'flights',
    type: { kind: 'number', counting: true },
    description: {
      en: 'how many flights Wingback itself was told of, without the opening balance',
      'zh-CN': '期初余额之后收到的已飞航班数',
    },
    absent: noneIsZero,
    example: 'flightsSinceOpening: { atLeast: 2 }',
    params: flownParams,
    measure: (bound) => flown(bound, ones, false),
  },
  distanceKm: {
    name: 'distanceKm',
    family: 'flights',
    type: { kind: 'number', unit: 'km', counting: true },
    description: { en: 'kilometres flown, the opening balance included', 'zh-CN': '飞行里程（公里，含期初余额）' },
    absent: noneIsZero,
    example: 'distanceKm: { inLast: 365d, atLeast: 40000 }',
    params: flownParams,
    measure: (bound) => flown(bound, kilometres),
  },
  spend: {
    name: 'spend',
    family: 'flights',
    type: { kind: 'money', counting: true },
    description: {
      en: 'fares paid for flights flown, in one currency, the opening balance included',
      'zh-CN': '已飞航班的票款（单一货币，含期初余额）',
    },
    absent: noneIsZero,
    example: 'spend: { inLast: 365d, atLeast: 20000 CNY }',
    params: {
      ...flownParams,
      currency: {
        kind: 'currency',
        description: { en: 'the currency, where no amount names it', 'zh-CN': '未写金额时的货币' },
      },
    },
    measure: (bound) => flown(bound, paid(bound.currency)),
  },
  lastFlight: {
    name: 'lastFlight',
    family: 'flights',
    type: { kind: 'duration' },
    description: {
      en: 'the time since the last flight: { atLeast: 180d } is silent for 180 days',
      'zh-CN': '距上次飞行的时间：{ atLeast: 180d } 即 180 天未飞',
    },
    absent: { en: 'never flown: satisfies only present: false', 'zh-CN': '从未飞行：仅满足 present: false' },
    example: 'lastFlight: { atLeast: 180d }',
    params: {},
    measure: () => ({ kind: 'elapsed', since: lastFlightAt }),
  },
  mostFlownRoute: {
    name: 'mostFlownRoute',
    family: 'flights',
    type: ROUTE,
    description: {
      en: 'the route flown most often, of the flights kept one by one (the last 64); of equals the first in the alphabet',
      'zh-CN': '最常飞的航线（按逐条保留的最近 64 个航班；并列时取字母序靠前者）',
    },
    absent: neverFlown,
    example: 'mostFlownRoute: { inLast: 365d, in: [PEK-SHA, SHA-PEK] }',
    params: { inLast },
    measure: ({ window }) => ({
      kind: 'leading',
      all: { kind: 'sum', window, collect: collectFlights(undefined, ones.flight, undefined) },
      tally: tallyOfRoutes,
    }),
  },
  mostFlownCabin: {
    name: 'mostFlownCabin',
    family: 'flights',
    type: CABIN,
    description: {
      en: 'the cabin flown most often, the opening balance included; of equals the first in the alphabet',
      'zh-CN': '最常乘坐的舱位（含期初余额；并列时取字母序靠前者）',
    },
    absent: neverFlown,
    example: 'mostFlownCabin: Y',
    params: { inLast },
    measure: ({ window }) => ({ kind: 'leading', all: flown({ window, filters: {} }, ones), tally: tallyOfCabins }),
  },
} as const satisfies Record<string, Fact>
