import { minorOf } from '../../../../standards/money.ts'
import { DAY } from '../../../calendar.ts'
import { objectsToScores } from '../../../member/profile.ts'
import { identityOf } from '../../../scores/identity.ts'
import {
  VALUE_GROUPS,
  type ValueModel,
  valueGroupOf,
  valueParts,
  type Worth,
  type Worths,
} from '../../../scores/value/group.ts'
import type { Subject } from '../../condition.ts'
import { type Window, windowOf } from '../../window.ts'
import { paid, startOfMonth } from '../flown.ts'
import { onceFor, openingIn } from '../known.ts'
import { flightsSince, shareOfNewest } from '../opening.ts'
import type { Fact } from '../types.ts'
import { hasFlown, nextToLeave, runningSums, whyUnscored } from './flying.ts'

export const valueGroup: Fact = {
  name: 'valueGroup',
  family: 'scores',
  type: { kind: 'text', values: VALUE_GROUPS },
  description: {
    en: 'what the member is worth: high (flights and spend of the last year), potential (not now, but by the year before, or at the pace of the last 90 days), ordinary',
    'zh-CN':
      '会员价值：high（近一年的航班数与消费达高价值）、potential（目前未达，但前一年或按近 90 天的节奏可达）、ordinary（普通）',
  },
  absent: {
    en: 'never flown, or the member objected to scores (profiling: false): satisfies only isNot, notIn and present: false',
    'zh-CN': '从未飞行，或会员反对评分（profiling: false）：仅满足 isNot、notIn 和 present: false',
  },
  example: 'valueGroup: [high, potential]',
  params: {},
  measure: ({ models: { value: model } }) => {
    const { partsAt, groupAt, after } = valueIn(model)
    return {
      kind: 'timeline',
      at: groupAt,
      changes: { after },
      why: (subject, instant) => {
        const origin = { model: model.version, asOf: subject.calendar.dateOf(instant) }
        const parts = partsAt(subject, instant)
        if (!parts) return { ...origin, moved: [], unknown: whyUnscored(subject) }
        return {
          ...origin,
          moved: Object.entries(parts).map(([part, points]) => [part, Number(points.toFixed(2))]),
        }
      },
      model: identityOf(model),
    }
  },
}

/** What a member is worth by a model, at any instant, and when that could change. */
export function valueIn(model: ValueModel) {
  const { worthsAt, after } = worthsIn(model)
  const fullMinor = minorOf(model.spend.full, model.spend.currency)
  const partsAt = (subject: Subject, instant: number) => {
    const worths = worthsAt(subject, instant)
    return worths && valueParts(model, worths, fullMinor)
  }
  const groupAt = (subject: Subject, instant: number) => {
    const parts = partsAt(subject, instant)
    return parts && valueGroupOf(model, parts)
  }
  return { partsAt, groupAt, after }
}

/** What a member was worth in the times of a model, at any instant, and when the next of it leaves them. */
function worthsIn({ days, paceDays, spend }: ValueModel) {
  const [year, before, pace] = [daysOf(days), daysOf(2 * days), daysOf(paceDays)]
  const { flight, month, opening: brought } = paid(spend.currency)
  const sumsIn = onceFor(
    ({ member }) => [member.flights, member.flownByMonth],
    ({ member }) => {
      const flights = member.flights.map((each) => ({ at: each.at, of: { flights: 1, spendMinor: flight(each) } }))
      const months = member.flownByMonth.map((each) => {
        return { at: startOfMonth(each), of: { flights: each.flights, spendMinor: month(each) } }
      })
      return runningSums<Worth, Worth>([...flights, ...months], { flights: 0, spendMinor: 0 }, plus)
    },
  )
  const since = (subject: Subject, from: number): Worth => {
    const known = sumsIn(subject)(from)
    const opening = openingIn(subject)
    const newest = opening ? flightsSince(opening, from, subject.calendar) : 0
    if (newest === 0) return known
    return plus(known, { flights: newest, spendMinor: shareOfNewest(opening!, brought!(opening!), newest) })
  }
  return {
    worthsAt: (subject: Subject, instant: number): Worths | undefined => {
      if (objectsToScores(subject.member) || !hasFlown(subject)) return undefined
      const of = (window: Window) => since(subject, window.from(instant, subject.calendar))
      const [last, both] = [of(year), of(before)]
      const earlier = { flights: both.flights - last.flights, spendMinor: both.spendMinor - last.spendMinor }
      return { year: last, before: earlier, pace: of(pace) }
    },
    after: (subject: Subject, instant: number): number =>
      Math.min(...[year, before, pace].map((window) => nextToLeave(subject, window, instant))),
  }
}

function plus(a: Worth, b: Worth): Worth {
  return { flights: a.flights + b.flights, spendMinor: a.spendMinor + b.spendMinor }
}

function daysOf(days: number): Window {
  return windowOf({ days, ms: days * DAY })
}
