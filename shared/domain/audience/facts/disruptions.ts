import type { Disruption } from '../../member/member.ts'
import { addDated } from '../measures/measure.ts'
import { CABIN, type Fact, type Fields, inLast, itemTest, noneIsZero } from './types.ts'

const fields: Fields<Disruption> = {
  kind: (disruption) => disruption.kind,
  delayMinutes: (disruption) => disruption.delayMinutes,
  cause: (disruption) => disruption.cause,
  extraordinary: (disruption) => disruption.extraordinary,
  cabin: (disruption) => disruption.cabin,
}

/** What went wrong with the member's flights. */
export const disruptionFacts = {
  disruptions: {
    name: 'disruptions',
    family: 'disruptions',
    type: { kind: 'number', counting: true },
    description: {
      en: 'how many of the member’s flights were disrupted (the last 16 are known)',
      'zh-CN': '会员遭遇的不正常航班数（保留最近 16 次）',
    },
    absent: noneIsZero,
    example: 'disruptions: { inLast: 30d, kind: [delay, cancellation], atLeast: 2 }',
    params: {
      inLast,
      kind: {
        kind: 'filter',
        type: {
          kind: 'text',
          values: ['delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay'],
        },
        description: { en: 'of these kinds', 'zh-CN': '仅限这些类型' },
      },
      delayMinutes: {
        kind: 'filter',
        type: { kind: 'number', unit: 'minutes' },
        description: { en: 'that arrived so late', 'zh-CN': '到达延误的分钟数' },
      },
      cause: {
        kind: 'filter',
        type: { kind: 'text' },
        description: {
          en: 'for these causes, in the airline’s own words',
          'zh-CN': '仅限这些原因（以航空公司的命名为准）',
        },
      },
      extraordinary: {
        kind: 'filter',
        type: { kind: 'boolean' },
        description: { en: 'whether beyond the airline’s control', 'zh-CN': '是否属于不可抗力' },
      },
      cabin: { kind: 'filter', type: CABIN, description: { en: 'booked in these cabins', 'zh-CN': '预订的舱位' } },
    },
    measure: (bound) => {
      const test = itemTest(bound, fields)
      return {
        kind: 'sum',
        window: bound.window,
        collect: ({ member }, from, into) => {
          for (const disruption of member.disruptions) {
            if (disruption.at >= from && (!test || test(disruption))) addDated(into, disruption.at, 1)
          }
        },
      }
    },
  },
  worstDelayMinutes: {
    name: 'worstDelayMinutes',
    family: 'disruptions',
    type: { kind: 'number', unit: 'minutes' },
    description: {
      en: 'the latest arrival of the flights flown or disrupted, in minutes (below zero: early)',
      'zh-CN': '已飞或不正常航班中最长的到达延误（分钟，负数为提前）',
    },
    absent: {
      en: 'no delay is known (in the window): satisfies only isNot, notIn and present: false',
      'zh-CN': '（窗口内）没有已知延误：仅满足 isNot、notIn 与 present: false',
    },
    example: 'worstDelayMinutes: { inLast: 90d, atLeast: 180 }',
    params: { inLast },
    measure: ({ window }) => ({
      kind: 'greatest',
      window,
      collect: ({ member }, from, into) => {
        for (const { at, delayMinutes } of member.flights) {
          if (at >= from && delayMinutes !== undefined) addDated(into, at, delayMinutes)
        }
        for (const { at, delayMinutes } of member.disruptions) {
          if (at >= from && delayMinutes !== undefined) addDated(into, at, delayMinutes)
        }
      },
    }),
  },
} as const satisfies Record<string, Fact>
