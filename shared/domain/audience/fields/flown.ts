import type { Flown } from '../../member/member.ts'
import type { Fields } from './field.ts'
import { travelFields } from './travel.ts'

/** What is kept of a flight flown. */
export const flownFields = {
  ...travelFields,
  delayMinutes: {
    type: { kind: 'number', unit: 'minutes' },
    description: { en: 'with this arrival delay, in minutes', 'zh-CN': '到达延误的分钟数' },
    of: (flight) => flight.delayMinutes,
  },
} as const satisfies Fields<Flown>
