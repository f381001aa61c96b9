import type { Disruption } from '../../member/disrupted.ts'
import type { Fields } from './field.ts'
import { CABIN } from './travel.ts'

/** What is kept of a disrupted flight. */
export const disruptionFields = {
  kind: {
    type: {
      kind: 'text',
      values: ['delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay'],
    },
    description: { en: 'of these kinds', 'zh-CN': '仅限这些类型' },
    of: (disruption) => disruption.kind,
  },
  delayMinutes: {
    type: { kind: 'number', unit: 'minutes' },
    description: { en: 'with this arrival delay, in minutes', 'zh-CN': '到达延误的分钟数' },
    of: (disruption) => disruption.delayMinutes,
  },
  cause: {
    type: { kind: 'text' },
    description: {
      en: 'for these causes, in the airline’s own words',
      'zh-CN': '仅限这些原因（以航空公司的命名为准）',
    },
    of: (disruption) => disruption.cause,
  },
  extraordinary: {
    type: { kind: 'boolean' },
    description: { en: 'whether beyond the airline’s control', 'zh-CN': '是否属于不可抗力' },
    of: (disruption) => disruption.extraordinary,
  },
  cabin: {
    type: CABIN,
    description: { en: 'booked in these cabins', 'zh-CN': '预订的舱位' },
    of: (disruption) => disruption.cabin,
  },
} as const satisfies Fields<Disruption>
