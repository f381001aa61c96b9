import type { Flown } from '../../../member/member.ts'
import { itemTest } from '../../fields/field.ts'
import { flownFields } from '../../fields/flown.ts'
import { neverFlown } from '../absences.ts'
import { collectFlights, ones, tallyFlights } from '../flown.ts'
import { type Fact, filtersOf, inLast } from '../types.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export const usualWeekday: Fact = {
  name: 'usualWeekday',
  family: 'flights',
  type: { kind: 'text', values: WEEKDAYS },
  description: {
    en: 'the day of the week on which the member departs most often, at the origin, of the flights kept individually (the last 64); if several are equal, the first in alphabetical order',
    'zh-CN': '会员最常出发的星期几（始发地当地日期），按逐条保留的最近 64 个航班；并列时取英文字母序靠前者',
  },
  absent: neverFlown,
  example: 'usualWeekday: { inLast: 365d, in: [thursday, friday] }',
  params: { inLast, ...filtersOf(flownFields) },
  measure: ({ window, filters }) => {
    const test = itemTest(filters, flownFields)
    return {
      kind: 'leading',
      all: { kind: 'sum', window, collect: collectFlights(test, ones.flight, undefined) },
      tally: tallyFlights(test, weekdayOf),
    }
  },
}

function weekdayOf({ date }: Flown): string {
  return WEEKDAYS[new Date(date.slice(0, 10)).getUTCDay()]!
}
