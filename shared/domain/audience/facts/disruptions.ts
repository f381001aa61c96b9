import { disruptionFields } from '../fields/disruption.ts'
import { itemTest } from '../fields/field.ts'
import { addDated } from '../measures/measure.ts'
import { type Fact, filtersOf, inLast, noneIsZero, windows } from './types.ts'

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
    params: { ...windows, ...filtersOf(disruptionFields) },
    measure: (bound) => {
      const test = itemTest(bound.filters, disruptionFields)
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
