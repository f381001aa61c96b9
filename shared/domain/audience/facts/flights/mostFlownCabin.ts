import { CABIN } from '../../fields/travel.ts'
import { neverFlown } from '../absences.ts'
import { flown, ones, tallyOfCabins } from '../flown.ts'
import { type Fact, inLast } from '../types.ts'

export const mostFlownCabin: Fact = {
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
}
