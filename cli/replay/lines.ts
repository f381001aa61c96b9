import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refused } from '../errors.ts'

export interface Line {
  /** `events.jsonl.gz:17` */
  where: string
  text: string
  /** The line was longer than {@link LINE_AT_MOST}; `text` is its beginning. */
  cut: boolean
}

/** Bytes of a line that are read at most: beyond it no bus would take the event anyway. */
export const LINE_AT_MOST = 1024 * 1024

const NEWLINE = 0x0a

/** The lines of a .jsonl or .jsonl.gz file, a chunk's worth at a time; blank lines are left out. `read` hears of bytes. */
export async function* linesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Line[]> {
  const name = basename(path)
  let number = 0
  for await (const texts of splitLines(bytesOf(path, read))) {
    const lines: Line[] = []
    for (const { bytes, cut } of texts) {
      number += 1
      const text = bytes.toString('utf8').trim()
      if (text !== '') lines.push({ where: `${name}:${number}`, text, cut })
    }
    yield lines
  }
}

/** Sizes of the files, together. Refuses one that is not there before anything is sent. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  let total = 0
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new Refused(`there is no file ${path}`)
    total += found.size
  }
  return total
}

async function* bytesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  file.on('data', (chunk) => read(chunk.length))
  const packed = path.endsWith('.gz')
  const stream: Readable = packed ? file.pipe(createGunzip()) : file
  if (packed) file.on('error', (error) => stream.destroy(error))
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw new Refused(`${path} cannot be read: ${(error as Error).message}`)
  }
}

/** Splits at newlines; of a line without end only the beginning is kept. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; cut: boolean }[]> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    const done: { bytes: Buffer; cut: boolean }[] = []
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      done.push(finish(chunk.subarray(from, at)))
      from = at + 1
    }
    keep(chunk.subarray(from))
    if (done.length > 0) yield done
  }
  if (length > 0) yield [finish(Buffer.alloc(0))]

  function keep(part: Buffer): void {
    if (length < LINE_AT_MOST) parts.push(part)
    length += part.length
  }

  function finish(last: Buffer): { bytes: Buffer; cut: boolean } {
    keep(last)
    const line = { bytes: Buffer.concat(parts).subarray(0, LINE_AT_MOST), cut: length > LINE_AT_MOST }
    parts = []
    length = 0
    return line
  }
}
