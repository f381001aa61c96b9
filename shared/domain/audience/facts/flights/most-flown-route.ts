import { itemTest } from '../../fields/field.ts'
import { flownFields } from '../../fields/flown.ts'
import { ROUTE } from '../../fields/travel.ts'
import { neverFlown } from '../absences.ts'
import { collectFlights, ones, tallyFlights } from '../flown.ts'
import { type Fact, filtersOf, inLast } from '../types.ts'

const { route, ...others } = flownFields

export const mostFlownRoute: Fact = {
  name: 'mostFlownRoute',
  family: 'flights',
  type: ROUTE,
  description: {
    en: 'the route flown most often, of the flights kept individually (the last 64); if several are equal, the first in alphabetical order',
    'zh-CN': '最常飞的航线（按逐条保留的最近 64 个航班；并列时取字母序靠前者）',
  },
  absent: neverFlown,
  example: 'mostFlownRoute: { inLast: 365d, cabin: Y, in: [PEK-SHA, SHA-PEK] }',
  params: { inLast, ...filtersOf(others) },
  measure: ({ window, filters }) => {
    const test = itemTest(filters, others)
    return {
      kind: 'leading',
      all: { kind: 'sum', window, collect: collectFlights(test, ones.flight, undefined) },
      tally: tallyFlights(test, route.of),
    }
  },
}
