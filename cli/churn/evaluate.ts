import { SingleBar } from 'cli-progress'
import { basisOf, type ChurnReport, evaluateChurn } from '../../shared/domain/scores/churn/learn.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { sizeOf } from '../replay/lines.ts'
import type { Session } from '../session.ts'
import { readChurnModel } from './model-file.ts'
import { type ChurnFiles, type ReadChurn, readChurn } from './read.ts'

export interface Evaluated {
  read: ReadChurn
  report: ChurnReport
}

/** Reads the files with progress. */
export async function readWithBar(session: Session, files: ChurnFiles): Promise<ReadChurn> {
  const texts = scoreTextsIn(session.language).churn
  const total = await sizeOf([...files.members, ...files.events])
  const bar = session.watched ? new SingleBar({ hideCursor: true, clearOnComplete: true }) : undefined
  bar?.start(total, 0)
  try {
    const read = await readChurn(files, texts, (bytes) => bar?.increment(bytes))
    if (read.observed.length === 0) throw new Refused(texts.nobody, { code: 'nobody' })
    return read
  } finally {
    bar?.stop()
  }
}

export async function evaluateFiles(
  session: Session,
  { model, ...files }: ChurnFiles & { model?: string },
): Promise<Evaluated> {
  const asItIs = model === undefined ? undefined : await readChurnModel(model)
  const read = await readWithBar(session, files)
  const basis = asItIs ?? basisOf(read.observed, read.looked)
  return { read, report: evaluateChurn(read.observed, read.looked, basis, { asItIs }) }
}
