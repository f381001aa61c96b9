import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { tableOptions } from '../../shared/connectors/csv/header.ts'
import type { Row } from '../../shared/connectors/csv/row.ts'
import { decode } from '../../shared/standards/encoding.ts'
import { bytesOf } from '../replay/lines.ts'

/** A row of a file, or why the rest of the file cannot be read. */
export type FileRow = { row: Row; place: string; where: string } | { broken: string; place: string; where: string }

const HEAD_BYTES = 64 * 1024
/** Names of encodings, from those of `decode` to those of the streaming decoder. */
const ENCODINGS: Readonly<Record<string, string>> = { GBK: 'gb18030', 'UTF-16': 'utf-16le' }

/** The rows of a file of any size, one after the other, in any encoding that spreadsheets write. */
export async function* rowsOf(path: string): AsyncGenerator<FileRow> {
  const head = await headOf(path)
  const { text, probably } = decode(head)
  const encoding = probably === undefined ? 'utf-8' : (ENCODINGS[probably] ?? 'windows-1252')
  const name = basename(path)
  let lines = 1
  const parser = parse({
    ...tableOptions(text),
    on_record: (row: Row, context) => ({ row, place: `row ${context.lines}`, line: context.lines }),
  })
  Readable.from(decoded(path, encoding))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser)
  try {
    for await (const { row, place, line } of parser as AsyncIterable<{ row: Row; place: string; line: number }>) {
      lines = line
      yield { row, place, where: `${name}:${line}` }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const place = `from row ${lines + 1}`
    yield { broken: (error as Error).message.slice(0, 200), place, where: `${name}:${lines + 1}` }
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytesOf(path, () => {})) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Enough to recognise the encoding, cut at a line: half a character would look like another one. */
async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    const end = head.lastIndexOf(0x0a)
    return end < 0 || bytesRead < HEAD_BYTES ? head : head.subarray(0, end + (head[end + 1] === 0 ? 2 : 1))
  } finally {
    await file.close()
  }
}
