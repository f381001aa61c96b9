import { heldTier, rankOf } from '../../../scores/tier/standing.ts'
import { standingRule } from '../../../scores/tier/standing-rule.ts'
import { type TierModel, tierOf, tierScoreOf } from '../../../scores/tier/tier.ts'
import type { Subject } from '../../condition.ts'
import { flownParts, onceFor, profileIn } from '../known.ts'
import type { Fact } from '../types.ts'
import { type Flights, flightsIn } from './flying.ts'
import { byTierModel } from './tier-measure.ts'
import { aheadUntil } from './until.ts'

export const losesTier: Fact = {
  name: 'losesTier',
  family: 'scores',
  type: { kind: 'boolean' },
  description: {
    en: 'whether the tier will be lost if nothing more is flown: at the end of its validity (`tierUntil`, or that of a tier by flying), else on the day on which the flights of the last year earn it no more',
    'zh-CN':
      '若不再飞行，是否将失去现有等级：在有效期届满时（`tierUntil` 或按飞行定级的有效期）；不知有效期的，在近一年航班不再够格之日',
  },
  absent: {
    en: 'never flown, no tier or one that models/tier.json does not have, or the member objected to scores (profiling: false): satisfies only isNot and present: false',
    'zh-CN': '从未飞行、没有等级、模型中没有该等级，或会员反对评分（profiling: false）：仅满足 isNot 与 present: false',
  },
  example: 'losesTier: { inNext: 60d, is: true }',
  params: aheadUntil,
  measure: ({ models: { tier: model }, ahead }) => {
    const flights = flightsIn(model)
    const lossIn = onceFor(
      (subject) => [...flownParts(subject), subject.member.standing, subject.now],
      (subject) => lossOf(subject, model, flights),
    )
    return {
      kind: 'timeline',
      at: (subject, instant) => {
        const loss = lossIn(subject)
        if (!loss) return undefined
        if (loss.at === undefined) return false
        const at = loss.isDue ? loss.at : Math.max(loss.at, instant)
        return at >= ahead.from(instant, subject.calendar) && at < ahead.end(instant, subject.calendar)
      },
      changes: (subject) => {
        const at = lossIn(subject)?.at
        if (at === undefined) return []
        return [ahead.enters(at, subject.calendar), ahead.leaves(at, subject.calendar)]
      },
      ...byTierModel(model, flights),
    }
  },
}

interface Loss {
  /** Undefined: it is kept. */
  at: number | undefined
  /** On a day that was set; else from that day on for as long as nothing is flown. */
  isDue: boolean
}

/** When the tier goes, seen from now; undefined where there is none to speak of. */
function lossOf(subject: Subject, model: TierModel, { at }: Flights): Loss | undefined {
  const { member, now } = subject
  const held = rankOf(model, heldTier(member, model))
  if (held === undefined || !at(subject, now)) return undefined
  const isLower = (instant: number) => rankOf(model, tierOf(model, tierScoreOf(model, at(subject, instant)!)))! > held
  const due = dueOf(subject, model)
  if (due !== undefined) return { at: isLower(Math.max(due, now)) ? due : undefined, isDue: true }
  return { at: isLower(now) ? now : firstDayWhere(subject, model.days + 1, isLower), isDue: false }
}

/** The first instant at which the tier is not valid any more, where that was said. */
function dueOf(subject: Subject, model: TierModel): number | undefined {
  const { member, calendar } = subject
  if (standingRule(model).decides === 'flying') return member.standing?.until
  const { tierUntil } = profileIn(subject)
  return tierUntil === undefined ? undefined : calendar.addDays(calendar.startOf(tierUntil), 1)
}

/** By halving: without another flight the score only falls, at the beginnings of days, and within those of the model all is gone. */
function firstDayWhere(
  { now, calendar }: Subject,
  days: number,
  holds: (instant: number) => boolean,
): number | undefined {
  const today = calendar.dayOf(now)
  const begins = (later: number) => calendar.startOfDayNumber(today + later)
  if (!holds(begins(days))) return undefined
  let [without, within] = [0, days]
  while (within - without > 1) {
    const middle = (without + within) >> 1
    if (holds(begins(middle))) within = middle
    else without = middle
  }
  return begins(within)
}
