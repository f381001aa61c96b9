import type { Fault } from '../../contract/index.ts'
import { delimiterOf } from '../../standards/delimiter.ts'
import { nearest } from '../../standards/nearest.ts'
import { placesIn } from '../fields/mapping.ts'
import { amiss } from '../words.ts'
import type { CsvMapping } from './mapping.ts'

/** How the parser reads a table that a spreadsheet may have written. */
export function tableOptions(text: string) {
  return {
    bom: true,
    delimiter: delimiterOf(text),
    columns: columnsOf,
    relax_column_count: true,
    skip_empty_lines: true,
    // ="0012" keeps a spreadsheet from making a number of it.
    relax_quotes: true,
  }
}

/** The names of columns, without blanks around them. */
function columnsOf(names: readonly string[]): string[] {
  return names.map((name) => name.trim())
}

/** What the mapping speaks of and the file does not have: then no row can be read as it was meant. */
export function missingColumns(columns: readonly string[], { fields, id = '' }: CsvMapping): Fault | undefined {
  const asked = [
    ...Object.values(fields).flatMap(({ at, sum = [], text = '' }) => [at, ...sum, ...placesIn(text)]),
    ...placesIn(id),
  ]
  const missing = asked.find((each) => each !== undefined && !columns.includes(each))
  if (missing === undefined) return undefined
  const meant = nearest(missing, columns)
  const has = columns.slice(0, 10).join(', ').slice(0, 200)
  return amiss('bad-csv', 'row 1', 'noColumn', { column: missing, like: meant?.slice(0, 100) ?? '', has })
}
