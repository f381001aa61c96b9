import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SingleBar } from 'cli-progress'
import { crossValidated, type SortingReport } from '../../shared/domain/scores/complaints/evaluate.ts'
import type { ComplaintModel } from '../../shared/domain/scores/complaints/linear.ts'
import { trainComplaints } from '../../shared/domain/scores/complaints/train.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { jsonText, table, thousands } from '../print.ts'
import type { Session } from '../session.ts'
import { type LabelledColumns, readLabelled } from '../triage/read.ts'

/** Fewer texts are not enough for a model to rely on. */
const TEXTS_AT_LEAST = 200
/** The share of the work: five models are tested, one is kept. */
const TESTED = 5 / 6

/** Learns to classify complaints from labelled texts, tests that on texts it was not trained on, and keeps the model. */
export async function fitComplaints(
  session: Session,
  path: string,
  columns: LabelledColumns,
  { out, groups }: { out: string; groups?: number | undefined },
): Promise<void> {
  const texts = scoreTextsIn(session.language)
  const { labelled, leftOut } = await readLabelled(path, columns, texts)
  if (labelled.length < TEXTS_AT_LEAST) {
    throw new Refused(texts.triage.tooFew({ texts: labelled.length, least: TEXTS_AT_LEAST }), {
      code: 'nothing-to-fit',
    })
  }
  const bar = session.watched ? new SingleBar({ hideCursor: true, clearOnComplete: true }) : undefined
  bar?.start(1, 0)
  const tested = crossValidated(labelled, { groups, progress: (part) => bar?.update(part * TESTED) })
  const progress = (part: number) => bar?.update(TESTED + part * (1 - TESTED))
  const model = trainComplaints(labelled, { groups, progress })
  bar?.stop()
  await mkdir(dirname(out), { recursive: true })
  const text = `${JSON.stringify(model)}\n`
  await writeFile(out, text)
  const [kept, bytes] = [Object.keys(model.weights).length, Buffer.byteLength(text)]
  await session.show({ file: out, version: model.version, groups: kept, bytes, leftOut, ...tested }, () => [
    ...reportLines(tested, model, leftOut, texts.triage),
    '',
    texts.triage.written({ out, version: model.version, groups: thousands(kept), bytes: thousands(bytes) }),
  ])
}

function reportLines(
  { model, words }: { model: SortingReport; words: SortingReport },
  { trainedOn }: ComplaintModel,
  leftOut: number,
  texts: ScoreTexts['triage'],
): string[] {
  const two = (value: number) => value.toFixed(2)
  const ofWords = new Map(words.categories.map((each) => [each.category, each]))
  return [
    texts.tested({ texts: thousands(trainedOn.texts), leftOut: thousands(leftOut) }),
    '',
    ...table([
      texts.reportHeads,
      ...model.categories.map(({ category, texts: count, precision, recall, f1 }) => [
        texts.names[category],
        count,
        two(precision),
        two(recall),
        two(f1),
        two(ofWords.get(category)?.f1 ?? 0),
      ]),
      [texts.mean, model.texts, '', '', two(model.macroF1), two(words.macroF1)],
    ]),
    '',
    texts.sure({ of: texts.theModel, ...shares(model) }),
    texts.sure({ of: texts.theWords, ...shares(words) }),
    ...(model.macroF1 > words.macroF1 ? [] : [texts.noBetter]),
  ]
}

function shares({ right, sure, rightWhereSure }: SortingReport): {
  right: string
  sure: string
  rightWhereSure: string
} {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`
  return { right: percent(right), sure: percent(sure), rightWhereSure: percent(rightWhereSure) }
}

/** For machines and people: `Late Flight=delay`. */
export function namesOf(given: readonly string[], texts: ScoreTexts['triage']): Map<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.lastIndexOf('=')
      if (at <= 0) throw new Refused(`--map: ${texts.map(jsonText(text))}`)
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
    }),
  )
}
