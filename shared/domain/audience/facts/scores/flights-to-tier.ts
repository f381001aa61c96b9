import { flightsShortOf, tierNamed } from '../../../scores/tier/short.ts'
import type { Subject } from '../../condition.ts'
import type { Ahead } from '../../window.ts'
import type { Fact } from '../types.ts'
import { flightsIn } from './flying.ts'
import { byTierModel } from './tier-measure.ts'
import { aheadUntil } from './until.ts'

export const flightsToTier: Fact = {
  name: 'flightsToTier',
  family: 'scores',
  type: { kind: 'number' },
  description: {
    en: 'how many more flights such as theirs of the last year would earn the tier named by `tier`, within a time ahead: what leaves the last year until its end counts no more. Booked flights are not taken for flown',
    'zh-CN':
      '在未来一段时间内，按近一年的平均航班，还需多少航班才能达到 `tier` 所指等级；期间将满一年的航班不再计入，已预订未飞的不计入',
  },
  absent: {
    en: 'no flight in the last year, a tier that the model does not have or that such flights cannot reach, or the member objected to scores (profiling: false): satisfies only present: false',
    'zh-CN':
      '近一年没有航班、模型中没有该等级、按此类航班无法达到该等级，或会员反对评分（profiling: false）：仅满足 present: false',
  },
  example: 'flightsToTier: { tier: gold, during: this year, between: [1, 3] }',
  params: {
    tier: {
      kind: 'filter',
      type: { kind: 'text' },
      required: true,
      description: {
        en: 'which tier, as models/tier.json names it',
        'zh-CN': '哪个等级（以 models/tier.json 的命名为准）',
      },
    },
    ...aheadUntil,
  },
  measure: ({ models: { tier: model }, filters, ahead }) => {
    const flights = flightsIn(model)
    const { at, after } = flights
    const asked = tierNamed(model, (name) => filters.tier?.holds(name) ?? false)
    return {
      kind: 'timeline',
      at: (subject, instant) => {
        const usual = at(subject, instant)
        if (!asked || !usual || usual.flights === 0) return undefined
        return flightsShortOf(model, asked, at(subject, lastOf(ahead, subject, instant))!, usual)
      },
      changes: {
        after: (subject, instant) => {
          // What leaves after the time ahead counts less once that time reaches it.
          const beyond = after(subject, lastOf(ahead, subject, instant))
          const reached = beyond === Number.POSITIVE_INFINITY ? beyond : ahead.enters(beyond, subject.calendar)
          return Math.min(after(subject, instant), reached > instant ? reached : Number.POSITIVE_INFINITY)
        },
      },
      ...byTierModel(model, flights),
    }
  },
}

/** The last instant of the time ahead; where none is asked for, the present. */
function lastOf(ahead: Ahead, { calendar }: Subject, instant: number): number {
  const end = ahead.end(instant, calendar)
  return Number.isFinite(end) ? end - 1 : instant
}
