import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { withReport } from '../../shared/domain/scores/lifetime/refit.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import type { HistoryFiles } from '../score-files/histories.ts'
import type { Session } from '../session.ts'
import { evaluateLifetimeFiles } from './evaluate.ts'
import { lifetimeLines, parameterLines } from './text.ts'

/** `wingback fit --score lifetime`. */
export async function fitLifetime(session: Session, files: HistoryFiles, out: string): Promise<void> {
  const evaluated = await evaluateLifetimeFiles(session, files)
  const { learned, report } = evaluated
  const texts = scoreTextsIn(session.language)
  if (report.notConverged) throw new Refused(texts.lifetime.notConverged, { code: 'nothing-to-fit' })
  const model = withReport(learned.model, report)
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify(model, null, 2)}\n`)
  await session.show({ file: out, model, report }, () => [
    ...lifetimeLines(evaluated, texts),
    '',
    ...parameterLines(model, texts.lifetime),
    '',
    texts.churn.written({ out, version: model.version }),
  ])
}
