import type { Fact } from '../types.ts'
import { fewBookings, middleOfBookings } from './of-bookings.ts'

export const usualCompanions: Fact = {
  name: 'usualCompanions',
  family: 'bookings',
  type: { kind: 'number' },
  description: {
    en: 'with how many others the member usually travels: the middle of the bookings kept that say `travellers`',
    'zh-CN': '会员通常与几人同行（按保留的、含 `travellers` 的预订的中位数）',
  },
  absent: fewBookings,
  example: 'usualCompanions: { atLeast: 1 }',
  params: {},
  measure: middleOfBookings(({ created: { travellers } }) => (travellers === undefined ? undefined : travellers - 1)),
}
