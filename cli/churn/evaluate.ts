import { basisOf, type ChurnReport, evaluateChurn } from '../../shared/domain/scores/churn/learn.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import type { HistoryFiles } from '../score-files/histories.ts'
import { withBar } from '../score-files/with-bar.ts'
import type { Session } from '../session.ts'
import { readChurnModel } from './model-file.ts'
import { type ReadChurn, readChurn } from './read.ts'

export interface Evaluated {
  read: ReadChurn
  report: ChurnReport
}

/** Reads the files with progress. */
export async function readWithBar(session: Session, files: HistoryFiles): Promise<ReadChurn> {
  const texts = scoreTextsIn(session.language).churn
  const read = await withBar(session, files, (progress) => readChurn(files, texts, progress))
  if (read.observed.length === 0) throw new Refused(texts.nobody, { code: 'nobody' })
  return read
}

export async function evaluateFiles(
  session: Session,
  { model, ...files }: HistoryFiles & { model?: string },
): Promise<Evaluated> {
  const asItIs = model === undefined ? undefined : await readChurnModel(model)
  const read = await readWithBar(session, files)
  const basis = asItIs ?? basisOf(read.observed, read.looked)
  return { read, report: evaluateChurn(read.observed, read.looked, basis, { asItIs }) }
}
