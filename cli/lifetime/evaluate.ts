import { basename } from 'node:path'
import {
  EACH_AT_LEAST,
  evaluateLifetime,
  isEnoughToLearn,
  type LearnedLifetime,
  learnLifetime,
} from '../../shared/domain/scores/lifetime/learn.ts'
import { faultOfLifetimeModel, type LifetimeModel } from '../../shared/domain/scores/lifetime/model.ts'
import type { LifetimeReport } from '../../shared/domain/scores/lifetime/report.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'
import type { HistoryFiles } from '../score-files/histories.ts'
import { withBar } from '../score-files/with-bar.ts'
import type { Session } from '../session.ts'
import { type ReadLifetime, readLifetime } from './read.ts'

export interface EvaluatedLifetime {
  read: ReadLifetime
  learned: LearnedLifetime
  report: LifetimeReport
}

/** Learns from what was known at the cut-off, or takes a model as it is, and holds it against what came after. */
export async function evaluateLifetimeFiles(
  session: Session,
  { model, ...files }: HistoryFiles & { model?: string },
): Promise<EvaluatedLifetime> {
  const texts = scoreTextsIn(session.language)
  const asItIs = model === undefined ? undefined : await readLifetimeModel(model)
  const read = await withBar(session, files, (progress) => readLifetime(files, texts.churn, progress))
  const { observed } = read
  if (observed.length === 0) throw new Refused(texts.churn.nobody, { code: 'nobody' })
  if (!isEnoughToLearn(observed)) {
    throw new Refused(texts.lifetime.tooFew({ least: EACH_AT_LEAST }), { code: 'nothing-to-fit' })
  }
  const looked = asItIs?.spend ? { ...read.looked, currency: asItIs.spend.currency } : read.looked
  const learned = asItIs ? { model: asItIs, converged: true } : learnLifetime(observed, looked)
  return { read, learned, report: evaluateLifetime(observed, looked, learned) }
}

async function readLifetimeModel(path: string): Promise<LearnedLifetime['model']> {
  const value = await readJson(path)
  const fault = faultOfLifetimeModel(value)
  if (fault) throw new Refused(`${basename(path)}: ${fault}`, { code: 'invalid-file' })
  const model = value as LifetimeModel
  if (!model.visits) throw new Refused(`${basename(path)}: visits is null`, { code: 'invalid-file' })
  return { ...model, visits: model.visits }
}
