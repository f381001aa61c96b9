import type { Comparison } from '../../shared/domain/measure/compare.ts'
import { COUNTS } from '../../shared/domain/results/outcome.ts'
import type { Compared } from '../../shared/domain/results/report/compared.ts'
import type { ArmView, ReportView } from '../../shared/domain/results/report/view.ts'
import { csvLine } from '../../shared/standards/csv.ts'

const SAID = ['difference', 'low', 'high', 'verdict'] as const
const COLUMNS = [
  ...['campaign', 'analysis', 'currency', 'slice', 'split', 'arm', 'control', 'members'],
  ...(['goal', 'net'] as const).flatMap((outcome) => SAID.map((said) => `${outcome}_${said}`)),
  ...COUNTS,
]

/** A line per arm, analysis, further split and slice. Counts are totals, amounts are in minor units, net per member in major ones. */
export function resultsCsv(reports: readonly ReportView[]): string {
  const lines = reports.flatMap((report) => [
    ...armLines(report, { split: report.analysis.splits?.[0]?.split }, report),
    ...report.splits.flatMap((each) => armLines(report, each, each)),
    ...(report.slices?.slices ?? []).flatMap((each) => armLines(report, { slice: each.of }, each)),
  ])
  return [COLUMNS, ...lines].map(csvLine).join('')
}

function armLines(
  { analysis }: ReportView,
  { slice, split }: { slice?: string; split?: string | undefined },
  { arms, compared }: { arms: readonly ArmView[]; compared?: Compared },
) {
  return arms.map(({ arm, members, counts }) => [
    ...[analysis.campaign, analysis.id, analysis.currency, slice, split, arm, compared?.control, members],
    ...(['goal', 'net'] as const).flatMap((outcome) => said(compared?.[outcome].find((each) => each.arm === arm))),
    ...COUNTS.map((count) => counts[count]),
  ])
}

function said(comparison: Comparison | undefined): unknown[] {
  const { cautious, verdict } = comparison ?? {}
  return [cautious?.difference, cautious?.interval[0], cautious?.interval[1], verdict]
}
