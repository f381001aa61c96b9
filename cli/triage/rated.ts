import {
  type RankCorrelation,
  type SeverityReport,
  severityReport,
} from '../../shared/domain/scores/complaints/severity-report.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { table, thousands } from '../print.ts'
import type { Session } from '../session.ts'
import { readRated } from './read.ts'

/** Holds severity against what those who wrote the texts rated. */
export async function judgeSeverity(
  session: Session,
  path: string,
  columns: { text: string; rating: string },
): Promise<void> {
  const texts = scoreTextsIn(session.language)
  const { rated, leftOut } = await readRated(path, columns, texts)
  const report = severityReport(rated)
  await session.show({ ...report, leftOut }, () => reportLines(report, leftOut, texts.triage))
}

function reportLines(
  { texts: count, score, baselines, bySeverity }: SeverityReport,
  leftOut: number,
  texts: ScoreTexts['triage'],
): string[] {
  return [
    texts.rated({ texts: thousands(count), leftOut: thousands(leftOut) }),
    '',
    ...table([
      texts.ratedHeads,
      ...bySeverity.map(({ severity, texts: some, meanRating }) => [severity, some, meanRating.toFixed(2)]),
    ]),
    '',
    texts.goesWith({ of: texts.severity, ...shown(score) }),
    texts.goesWith({ of: texts.length, ...shown(baselines.length) }),
  ]
}

function shown({ spearman, within }: RankCorrelation): { by: string; range: string } {
  const two = (value: number) => value.toFixed(2).replace('-', '−')
  return { by: spearman === null ? '–' : two(spearman), range: within ? within.map(two).join(' … ') : '–' }
}
