import { basename } from 'node:path'
import type { CsvError } from 'csv-parse'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { eachRecord } from './records.ts'

/** How many characters of a cell an error shows. */
const SHOWN = 40

export interface Row<C extends string> {
  /** Undefined for a missing optional column. */
  cells: Readonly<Record<C, string | undefined>>
  /** `members.csv:17` */
  where: string
}

export interface Wanted<C extends string> {
  needed: readonly C[]
  /** Read if they exist. */
  optional?: readonly C[]
}

/** Reads the rows of a CSV file, .gz or not, with the column names in the first line. Other columns are ignored. */
export async function eachRow<C extends string>(
  path: string,
  wanted: Wanted<C>,
  take: (row: Row<C>) => void,
  texts: ScoreTexts['columns'],
): Promise<void> {
  let columns: Map<C, number> | undefined
  await eachRecord(
    path,
    (row, line) => {
      if (!columns) columns = columnsOf(path, row, wanted, texts)
      else take({ cells: cellsOf(row, columns), where: `${basename(path)}:${line}` })
    },
    (error) => badRow(path, error, texts),
  )
  if (!columns) throw new Refused(`${basename(path)}: ${texts.empty}`, { code: 'invalid-file' })
}

/** The number in a cell. Anything else is refused, with its place. */
export function numberIn<C extends string>({ cells, where }: Row<C>, column: C, texts: ScoreTexts['columns']): number {
  const cell = cells[column]?.trim() ?? ''
  const number = Number(cell)
  if (cell !== '' && Number.isFinite(number)) return number
  throw badCell(where, texts.notANumber({ column, cell: cell.slice(0, SHOWN) }))
}

export function badCell(where: string, message: string, hint?: string): Refused {
  return new Refused(`${where}: ${message}`, { code: 'bad-cell', hint })
}

function columnsOf<C extends string>(
  path: string,
  row: readonly string[],
  { needed, optional = [] }: Wanted<C>,
  texts: ScoreTexts['columns'],
): Map<C, number> {
  const header = row.map((name) => name.trim())
  for (const name of needed) {
    if (header.includes(name)) continue
    throw new Refused(`${basename(path)}: ${texts.missing({ name })}`, {
      code: 'invalid-file',
      hint: texts.columns({ meant: nearest(name, header), names: header }),
    })
  }
  return new Map([...needed, ...optional].map((name) => [name, header.indexOf(name)]))
}

function cellsOf<C extends string>(row: readonly string[], columns: ReadonlyMap<C, number>): Row<C>['cells'] {
  return Object.fromEntries([...columns].map(([name, at]) => [name, row[at]])) as Row<C>['cells']
}

function badRow(path: string, error: CsvError, texts: ScoreTexts['columns']): Refused {
  const where = `${basename(path)}:${String(error.lines)}`
  const isUneven = error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH'
  return new Refused(`${where}: ${isUneven ? texts.unevenRow : texts.badQuotes}`, { code: 'bad-row' })
}
