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
  const { perMonth, months, rate, deviation, effect, holdouts, choose, rehearsed } = plan
  const size = (value: number) => (deviation === undefined ? texts.points(points(value)) : amount(value))
  const when = (members: number | undefined) =>
    members === undefined
      ? texts.never
      : texts.month({ month: Math.ceil(members / perMonth), members: thousands(members) })
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
    ...(effect === undefined ? [] : ['', chooseText(choose, months, texts)]),
  ]
}

function chooseText(choose: number | undefined, months: number, texts: Texts['plan']): string {
  return choose === undefined ? texts.noChoice({ months }) : texts.choose({ holdout: percent(choose), months })
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`
}

function points(value: number): string {
  return (value * 100).toFixed(2)
}
