import { type MadeEvent, makeEvent } from '../fields/event.ts'
import type { Terms } from '../fields/mapping.ts'
import type { CsvMapping } from './mapping.ts'

/** Cells by the names of their columns. */
export type Row = Readonly<Record<string, string | undefined>>

/** Makes an event of a row. `receivedAt` dates it where no column does. */
export function readRow(row: Row, place: string, mapping: CsvMapping, receivedAt: number): MadeEvent {
  return makeEvent((column) => cleaned(row[column] ?? '', mapping), mapping, { place, kind: 'csv', receivedAt })
}

/** A cell as it was meant: without what spreadsheets put around it. Empty where it stands for nothing. */
function cleaned(written: string, { absent = [] }: Pick<Terms, 'absent'>): string {
  // ="0012" and '0012 keep a spreadsheet from making a number of it.
  const bare = (/^="(.*)"$/s.exec(written)?.[1] ?? written.replace(/^'/, '')).replaceAll('\u00A0', ' ').trim()
  return absent.includes(bare) ? '' : bare
}
