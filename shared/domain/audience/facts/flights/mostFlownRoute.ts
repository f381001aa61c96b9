import { ROUTE } from '../../fields/travel.ts'
import { neverFlown } from '../absences.ts'
import { collectFlights, ones, tallyOfRoutes } from '../flown.ts'
import { type Fact, inLast } from '../types.ts'

export const mostFlownRoute: Fact = {
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
}
