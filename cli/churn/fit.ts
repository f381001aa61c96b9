import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { basisOf, EACH_AT_LEAST, evaluateChurn, isEnough, learnChurn } from '../../shared/domain/scores/churn/learn.ts'
import { withJudgement } from '../../shared/domain/scores/churn/model.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import type { HistoryFiles } from '../score-files/histories.ts'
import type { Session } from '../session.ts'
import { readWithBar } from './evaluate.ts'
import { modelLines, reportLines } from './text.ts'

/** Fits a churn model, reports how well this works on members it was not fitted on, and writes the model fitted on all. */
export async function fitChurn(session: Session, files: HistoryFiles, out: string): Promise<void> {
  const texts = scoreTextsIn(session.language).churn
  const read = await readWithBar(session, files)
  const { observed, looked } = read
  if (!isEnough(observed)) {
    const lost = observed.filter((each) => each.lost).length
    throw new Refused(texts.tooFew({ lost, stayed: observed.length - lost, least: EACH_AT_LEAST }), {
      code: 'nothing-to-fit',
    })
  }
  const basis = basisOf(observed, looked)
  const report = evaluateChurn(observed, looked, basis)
  const model = withJudgement(learnChurn(observed, looked, basis), report)
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify(model, null, 2)}\n`)
  await session.show({ file: out, model, report }, () => [
    ...reportLines({ read, report }, texts),
    '',
    ...modelLines(model, texts),
    '',
    texts.written({ out, version: model.version }),
  ])
}
