import { type HoldoutPlan, POWER } from '../../shared/domain/measure/plan.ts'
import type { Texts } from '../../shared/domain/texts/index.ts'
import { amount } from '../lift/number-text.ts'
import { table, thousands } from '../print.ts'
import type { Rehearsed } from './rehearsed.ts'

export interface Plan {
  perMonth: number
  months: number
  rate: number
  /** The standard deviation of what a member brings in, if money is asked about. */
  deviation?: number
  effect?: number
  holdouts: readonly HoldoutPlan[]
  choose?: number
  /** If the figures are those of a campaign. */
  rehearsed?: Rehearsed
}

/** For people: one row per holdout. */
export function planLines(plan: Plan, texts: Texts['plan']): string[] {
  const { perMonth, months, rate, deviation, effect, holdouts, rehearsed } = plan
  const size = (value: number) => (deviation === undefined ? texts.points(points(value)) : amount(value))
  const when = (needed: number | undefined) => {
    if (needed === undefined) return texts.never
    const [month, members] = [Math.ceil(needed / perMonth), thousands(needed)]
    return month > MONTHS_AT_MOST
      ? texts.notInTime({ years: MONTHS_AT_MOST / 12, members })
      : texts.month({ month, members })
  }
  return [
    ...(rehearsed ? [texts.rehearsed({ ...rehearsed, members: thousands(rehearsed.members) })] : []),
    texts.title({ perMonth: thousands(perMonth), rate: percent(rate), power: percent(POWER) }),
    '',
    ...table([
      [
        texts.holdout,
        texts.enough,
        texts.smallest({ months }),
        ...(effect === undefined ? [] : [texts.seen(size(effect))]),
      ],
      ...holdouts.map(({ holdout, enoughAt, smallestEffect, seenAt }) => [
        holdout === rehearsed?.holdout ? texts.own(percent(holdout)) : percent(holdout),
        when(enoughAt),
        smallestEffect === undefined ? texts.notEnough : size(smallestEffect),
        ...(effect === undefined ? [] : [when(seenAt)]),
      ]),
    ]),
    ...(effect === undefined ? [] : ['', chooseText(plan, texts)]),
  ]
}

/** Nobody waits longer. */
const MONTHS_AT_MOST = 120

function chooseText({ choose, months, holdouts }: Plan, texts: Texts['plan']): string {
  if (choose !== undefined) return texts.choose({ holdout: percent(choose), months })
  const [soonest] = holdouts
    .flatMap(({ holdout, seenAt }) => (seenAt === undefined ? [] : [{ holdout, seenAt }]))
    .sort((a, b) => a.seenAt - b.seenAt)
  if (!soonest) return texts.noChoice({ months })
  const perMonth = thousands(Math.ceil(soonest.seenAt / months))
  return `${texts.noChoice({ months })} ${texts.wouldTake({ holdout: percent(soonest.holdout), perMonth })}`
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`
}

function points(value: number): string {
  return (value * 100).toFixed(2)
}
