import { disruptedOf } from '../../../member/disrupted.ts'
import { addDated } from '../../measures/measure.ts'
import { type Fact, inLast } from '../types.ts'

export const worstDelayMinutes: Fact = {
  name: 'worstDelayMinutes',
  family: 'disruptions',
  type: { kind: 'number', unit: 'minutes' },
  description: {
    en: 'the longest arrival delay of completed or disrupted flights, in minutes (below zero: early)',
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
      for (const { at, delayMinutes } of disruptedOf(member)) {
        if (at >= from && delayMinutes !== undefined) addDated(into, at, delayMinutes)
      }
    },
  }),
}
