import type { Comparison } from '../../shared/domain/measure/compare.ts'
import type { Lift, OutcomeLift } from './lift.ts'

/**
 * For machines: a row for each outcome and arm, and finally the sample ratio. A figure that cannot be calculated is null. If
 * the planned sizes of the arms were given and the actual ones differ, no other figure is meaningful.
 */
export function rowsOf({ outcomes, sampleRatio, sharesAreTold, isAdjusted, arms }: Lift): object[] {
  const isFalse = sharesAreTold && sampleRatio.verdict === 'alarm'
  const members = Object.fromEntries(arms.map(({ arm, members }) => [arm, members]))
  return [
    ...(isFalse
      ? []
      : outcomes.flatMap((each) => each.comparisons.map((comparison) => rowOf(each, comparison, isAdjusted)))),
    { sampleRatio: { ...sampleRatio, n: members } },
  ]
}

function rowOf({ outcome, netOf }: OutcomeLift, comparison: Comparison, isAdjusted: boolean): object {
  const { arm, members, withOutcome, verdict, stillNeeded, isBest, relative, cuped, cautious } = comparison
  return {
    arm,
    outcome,
    ...(netOf !== undefined && { of: netOf }),
    n: members,
    withOutcome,
    difference: comparison.difference ?? null,
    standardError: comparison.standardError ?? null,
    interval: comparison.interval ?? null,
    pValue: comparison.pValue ?? null,
    relative: relative ?? null,
    ...(isAdjusted && { cuped: cuped ?? null }),
    ...(cautious && { cautious: { interval: cautious.interval, pValue: cautious.pValue } }),
    verdict,
    ...(verdict === 'tooSmall' && {
      stillNeeded: { control: stillNeeded.control ?? null, treated: stillNeeded.treated ?? null },
    }),
    ...(isBest && { best: true }),
  }
}
