import type { Interval } from '../../shared/domain/measure/always-valid.ts'
import type { Comparison, Cuped } from '../../shared/domain/measure/compare.ts'
import { ENOUGH_WITH_OUTCOME } from '../../shared/domain/measure/enough.ts'
import type { Texts } from '../../shared/domain/texts/index.ts'
import { thousands } from '../print.ts'
import type { Lift, OutcomeLift } from './lift.ts'
import { amount, pText, sign, signed } from './number-text.ts'

type LiftTexts = Texts['lift']

const PLAINLY = 1.05

/** For people. If the arms do not have their planned sizes, that is shown instead of the lift. */
export function liftLines(lift: Lift, file: string, texts: LiftTexts): string[] {
  const { members, control, leftOut, takenForZero, outcomes } = lift
  const isAlarm = lift.sampleRatio.verdict === 'alarm'
  return [
    texts.title({ file, members: thousands(members), control: control.arm, held: thousands(control.members) }),
    ...(leftOut > 0 ? [texts.leftOut({ rows: thousands(leftOut) })] : []),
    ...(takenForZero > 0 ? [texts.takenForZero({ values: thousands(takenForZero) })] : []),
    ...lift.alike.map((names) => texts.alike({ names })),
    ...ratioLines(lift, texts),
    ...(isAlarm
      ? []
      : [...outcomes.flatMap((each) => ['', ...outcomeLines(each, lift.isAdjusted, texts)]), '', texts.foot]),
  ]
}

function ratioLines({ sampleRatio, sharesAreTold, arms }: Lift, texts: LiftTexts): string[] {
  const sizes = arms.map(({ arm, members }) => `${arm} ${thousands(members)}`).join(texts.and)
  if (sampleRatio.verdict === 'fine') return [texts.ratioFine({ sizes, told: sharesAreTold })]
  return [texts.ratioAlarm({ sizes, told: sharesAreTold, p: pText(sampleRatio.p) }), ...texts.ratioCauses]
}

function outcomeLines(lift: OutcomeLift, isAdjusted: boolean, texts: LiftTexts): string[] {
  const { outcome, netOf, comparisons } = lift
  const title = netOf === undefined ? outcome : texts.netTitle({ of: netOf })
  return [title, ...comparisons.flatMap((each) => comparisonLines(each, lift, isAdjusted, texts))]
}

function comparisonLines(
  comparison: Comparison,
  { isShare, netOf }: OutcomeLift,
  isAdjusted: boolean,
  texts: LiftTexts,
): string[] {
  const { relative, cuped, verdict, difference, interval } = comparison
  const sentences = [comparedText(comparison, isShare, texts), ...verdictSentences(comparison, texts)]
  const besides =
    verdict === 'tooSmall' || difference === undefined || interval === undefined
      ? []
      : [
          ...(netOf === undefined ? [] : [totalText(difference, interval, comparison, texts)]),
          ...(cuped && isAdjusted ? [cupedText(cuped, isShare, texts)] : []),
          ...cautiousLines(comparison, isShare, texts),
          ...(relative && netOf === undefined
            ? [texts.relative(changeText(relative.difference, relative.interval, percent, percent))]
            : []),
        ]
  return [`  ${texts.together(sentences)}`, ...besides.map((each) => `    ${each}`)]
}

function comparedText(
  { arm, members, means, difference, interval, verdict }: Comparison,
  isShare: boolean,
  texts: LiftTexts,
) {
  const sizes = { arm, treated: thousands(members.treated), control: thousands(members.control) }
  if (difference === undefined || interval === undefined) {
    return texts.noFigures({ ...sizes, areAlike: members.control > 1 && members.treated > 1 })
  }
  const level = isShare ? share : amount
  const levels = { treatedMean: level(means.treated!), controlMean: level(means.control!) }
  // With so few members any interval is wrong, so none is shown.
  if (verdict === 'tooSmall') return texts.notCompared({ ...sizes, ...levels, isShare })
  return texts.compared({ ...sizes, ...levels, isShare, ...changeIn(isShare, difference, interval, texts) })
}

function verdictSentences(comparison: Comparison, texts: LiftTexts): string[] {
  const { verdict, interval, isBest } = comparison
  if (verdict === 'tooSmall') return tooSmallSentences(comparison, texts)
  const leavesNothingOut = !interval || (interval[0] <= 0 && interval[1] >= 0)
  const isNotAgreed = verdict === 'noDifferenceSeen' && !leavesNothingOut
  return [texts.verdicts[verdict], ...(isBest ? [texts.best] : []), ...(isNotAgreed ? [texts.notAgreed] : [])]
}

function tooSmallSentences({ telling, stillNeeded }: Comparison, texts: LiftTexts): string[] {
  const missing = (['control', 'treated'] as const).filter((side) => stillNeeded[side] !== 0)
  // Enough of them, and nothing varies: more members alone do not help.
  if (missing.length === 0) return []
  return [
    texts.tooSmall({ enough: ENOUGH_WITH_OUTCOME }),
    ...missing.map((side) => {
      const more = stillNeeded[side]
      return texts.missing[side]({
        count: thousands(telling[side]),
        more: more === undefined ? undefined : thousands(more),
      })
    }),
  ]
}

function totalText(difference: number, interval: Interval, { members }: Comparison, texts: LiftTexts): string {
  const all = (value: number) => signed(value * members.treated)
  return texts.total({ members: thousands(members.treated), ...changeText(difference, interval, all, all) })
}

function cupedText({ difference, interval, factor }: Cuped, isShare: boolean, texts: LiftTexts): string {
  const narrower = (Math.max(0, 1 - factor) * 100).toFixed(1)
  return texts.cuped({ ...changeIn(isShare, difference, interval, texts), narrower })
}

/** Shown if it is clearly wider than the interval above: one arm is small, or its variance is a coincidence. */
function cautiousLines({ cautious, cuped, standardError }: Comparison, isShare: boolean, texts: LiftTexts): string[] {
  const told = Math.min(standardError ?? 0, cuped?.standardError ?? Number.POSITIVE_INFINITY)
  if (!cautious || cautious.standardError < PLAINLY * told) return []
  return [texts.cautious(changeIn(isShare, cautious.difference, cautious.interval, texts))]
}

/** A share in percentage points, anything else in the outcome's own units. */
function changeIn(isShare: boolean, difference: number, interval: Interval, texts: LiftTexts) {
  if (!isShare) return changeText(difference, interval, signed, signed)
  return changeText(difference, interval, (value) => texts.points(points(value)), points)
}

function changeText(
  difference: number,
  [low, high]: Interval,
  text: (value: number) => string,
  end: (value: number) => string,
): { difference: string; low: string; high: string } {
  return { difference: text(difference), low: end(low), high: end(high) }
}

function share(value: number): string {
  return `${(value * 100).toFixed(2)} %`
}

function points(value: number): string {
  return sign((value * 100).toFixed(2))
}

function percent(value: number): string {
  return `${sign((value * 100).toFixed(1))} %`
}
