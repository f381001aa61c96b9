import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type CsvError, parse } from 'csv-parse'
import { delimiterOf } from '../../shared/standards/delimiter.ts'
import type { Refused } from '../errors.ts'
import { utf8Of } from './utf8.ts'

/** A longer row means that a quotation mark is not closed. */
const ROW_AT_MOST = 1024 * 1024

/**
 * Passes each row of a CSV file, .gz or not, to `take`, with its line number; none is kept. A row that cannot be read ends
 * it with the error of `badRow`.
 */
export async function eachRecord(
  path: string,
  take: (row: string[], line: number) => void,
  badRow: (error: CsvError) => Refused,
): Promise<void> {
  const pieces = utf8Of(path)
  const first = (await pieces.next()).value ?? ''
  const parser = parse({
    delimiter: delimiterOf(first),
    skip_empty_lines: true,
    max_record_size: ROW_AT_MOST,
    on_record: (row: string[], { lines }) => {
      take(row, lines)
      return null
    },
  })
  parser.resume()
  try {
    await pipeline(Readable.from(rejoined(first, pieces)), parser)
  } catch (error) {
    throw isCsvError(error) ? badRow(error) : error
  }
}

async function* rejoined(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first !== '') yield first
  yield* rest
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && 'lines' in error
}
