import type { Cabin } from '../../../contract/index.ts'
import { CABINS } from '../../../standards/cabin.ts'
import type { ValueType } from '../matcher.ts'
import type { Fields } from './field.ts'

export const ROUTE: ValueType = { kind: 'text', names: 'route', pattern: /^[A-Z]{3}-[A-Z]{3}$/, like: 'PEK-SHA' }
export const AIRPORT: ValueType = { kind: 'text', names: 'airport', pattern: /^[A-Z]{3}$/, like: 'PEK' }
export const CARRIER: ValueType = { kind: 'text', names: 'carrier', pattern: /^[A-Z0-9]{2}$/, like: 'CA' }
export const CABIN: ValueType = { kind: 'text', names: 'cabin', values: CABINS }

/** What is known of a flight, whether booked or flown. */
export const travelFields = {
  cabin: {
    type: CABIN,
    description: { en: 'in these cabins: F, C, W, Y', 'zh-CN': '仅限这些舱位：F、C、W、Y' },
    of: (flight) => flight.cabin,
  },
  route: {
    type: ROUTE,
    description: {
      en: 'on these routes, in this direction: PEK-SHA (for both ways: [PEK-SHA, SHA-PEK])',
      'zh-CN': '仅限这些航线，区分方向：PEK-SHA（双向写 [PEK-SHA, SHA-PEK]）',
    },
    of: (flight) => `${flight.from}-${flight.to}`,
  },
  from: {
    type: AIRPORT,
    description: { en: 'departing here', 'zh-CN': '从此机场出发' },
    of: (flight) => flight.from,
  },
  to: { type: AIRPORT, description: { en: 'arriving here', 'zh-CN': '到达此机场' }, of: (flight) => flight.to },
  carrier: {
    type: CARRIER,
    description: { en: 'with these carriers', 'zh-CN': '仅限这些承运人' },
    of: (flight) => flight.carrier,
  },
} as const satisfies Fields<{ cabin: Cabin; from: string; to: string; carrier: string }>
