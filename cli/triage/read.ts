import { basename } from 'node:path'
import { COMPLAINT_CATEGORIES, type ComplaintCategory } from '../../shared/domain/scores/complaints/categories.ts'
import { type ComplaintModel, faultOfModel } from '../../shared/domain/scores/complaints/linear.ts'
import type { Rated } from '../../shared/domain/scores/complaints/severity-report.ts'
import type { Labelled } from '../../shared/domain/scores/complaints/train.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { jsonOf } from '../../shared/standards/json.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { badCell, eachRow, numberIn } from '../files/columns.ts'
import { readJson } from '../files/json.ts'
import { utf8Of } from '../files/utf8.ts'
import { linesOf } from '../replay/lines.ts'

/** One text per line, blank ones too, so that the answers are on the same lines. */
export async function* textsIn(path: string): AsyncGenerator<string> {
  for await (const piece of utf8Of(path)) {
    const lines = piece.split('\n')
    if (lines.at(-1) === '') lines.pop()
    yield* lines
  }
}

export async function readModel(path: string): Promise<ComplaintModel> {
  const value = await readJson(path)
  const fault = faultOfModel(value)
  if (fault) throw new Refused(`${basename(path)}: ${fault}`, { code: 'invalid-file' })
  return value as ComplaintModel
}

export interface LabelledColumns {
  text: string
  category: string
  /** Our category for each of the airline's own. */
  names: ReadonlyMap<string, string>
}

/** Labelled texts. Rows without a text or a category are left out, and counted. */
export async function readLabelled(
  path: string,
  columns: LabelledColumns,
  texts: ScoreTexts,
): Promise<{ labelled: Labelled[]; leftOut: number }> {
  const labelled: Labelled[] = []
  let leftOut = 0
  const take = (text: string, named: string, where: string) => {
    if (text.trim() === '' || named.trim() === '') leftOut += 1
    else labelled.push({ text, category: categoryOf(named.trim(), columns.names, where, texts) })
  }
  if (/\.csv(\.gz)?$/.test(path)) {
    const { text, category } = columns
    await eachRow(
      path,
      { needed: [text, category] },
      ({ cells, where }) => take(cells[text] ?? '', cells[category] ?? '', where),
      texts.columns,
    )
  } else {
    for await (const lines of linesOf(path, () => {})) {
      for (const line of lines) {
        const { text, category } = complaintIn(jsonOf(line.text))
        take(text, category, line.where)
      }
    }
  }
  if (labelled.length === 0) throw new Refused(`${basename(path)}: ${texts.triage.noTexts}`, { code: 'invalid-file' })
  return { labelled, leftOut }
}

/** Texts with what people rated. Rows without a text or a rating are left out, and counted. */
export async function readRated(
  path: string,
  { text, rating }: { text: string; rating: string },
  texts: ScoreTexts,
): Promise<{ rated: Rated[]; leftOut: number }> {
  const rated: Rated[] = []
  let leftOut = 0
  await eachRow(
    path,
    { needed: [text, rating] },
    (row) => {
      const written = row.cells[text]?.trim() ?? ''
      if (written === '' || (row.cells[rating]?.trim() ?? '') === '') leftOut += 1
      else rated.push({ text: written, rating: numberIn(row, rating, texts.columns) })
    },
    texts.columns,
  )
  return { rated, leftOut }
}

/** A line of JSON: a complaint's event, or its fields alone. */
function complaintIn(value: unknown): { text: string; category: string } {
  const outer = Object(value) as Record<string, unknown>
  const { text, category } = Object(outer.Detail ?? outer.detail ?? outer) as Record<string, unknown>
  return { text: typeof text === 'string' ? text : '', category: typeof category === 'string' ? category : '' }
}

function categoryOf(
  named: string,
  names: LabelledColumns['names'],
  where: string,
  texts: ScoreTexts,
): ComplaintCategory {
  const category = names.get(named) ?? named
  if (isCategory(category)) return category
  const meant = nearest(category, COMPLAINT_CATEGORIES)
  throw badCell(
    where,
    texts.triage.noCategory({ category }),
    texts.triage.categories({ category, meant, all: COMPLAINT_CATEGORIES }),
  )
}

function isCategory(name: string): name is ComplaintCategory {
  return (COMPLAINT_CATEGORIES as readonly string[]).includes(name)
}
