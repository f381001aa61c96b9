import { type Flown, LIMITS } from '../../member/member.ts'
import { itemTest } from '../fields/field.ts'
import { flownFields } from '../fields/flown.ts'
import { historyOf, isOfEvent } from './history.ts'

/** Flights flown, as they are kept one by one. */
export const flightHistory = {
  'flight.completed': historyOf<Flown>({
    event: 'flight.completed',
    family: 'flights',
    description: { en: 'a flight was flown', 'zh-CN': '完成了一次飞行' },
    atMost: LIMITS.flights,
    days: 200,
    instead: {
      en: 'the facts flights, distanceKm and spend reach further: older flights count there as monthly sums',
      'zh-CN': '事实 flights、distanceKm、spend 可以回溯更久：较早的航班在其中按月汇总',
    },
    items: (member) => member.flights,
    at: (flight) => flight.at,
    isOf: isOfEvent,
    fields: flownFields,
    passes: (where) => itemTest(where, flownFields),
    sums: {
      distanceKm: {
        type: { kind: 'number', unit: 'km', counting: true },
        description: { en: 'kilometres flown', 'zh-CN': '飞行里程（公里）' },
        of: (flight) => flight.distanceKm,
      },
      fare: {
        type: { kind: 'money', counting: true },
        description: { en: 'fares paid, in one currency', 'zh-CN': '票款（单一货币）' },
        of: ({ fare }, currency) => (fare?.currency === currency ? fare!.amountMinor : 0),
      },
    },
  }),
}
