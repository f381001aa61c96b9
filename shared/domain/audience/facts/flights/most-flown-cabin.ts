import { itemTest } from '../../fields/field.ts'
import { flownFields } from '../../fields/flown.ts'
import { CABIN } from '../../fields/travel.ts'
import { neverFlown } from '../absences.ts'
import { flown, ones, tallyFlights, tallyOfCabins } from '../flown.ts'
import { type Fact, filtersOf, inLast } from '../types.ts'

const { cabin, ...others } = flownFields

export const mostFlownCabin: Fact = {
  name: 'mostFlownCabin',
  family: 'flights',
  type: CABIN,
  description: {
    en: 'the cabin flown most often, including the opening balance (with a filter, of the last 64 flights); if several are equal, the first in alphabetical order',
    'zh-CN': '最常乘坐的舱位（含期初余额；有筛选条件时只看最近 64 个航班；并列时取字母序靠前者）',
  },
  absent: neverFlown,
  example: 'mostFlownCabin: Y',
  params: { inLast, ...filtersOf(others) },
  measure: ({ window, filters }) => {
    const test = itemTest(filters, others)
    const tally = test ? tallyFlights(test, cabin.of) : tallyOfCabins
    return { kind: 'leading', all: flown({ window, filters }, ones), tally }
  },
}
