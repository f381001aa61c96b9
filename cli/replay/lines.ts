import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { Refused } from '../errors.ts'
import { decode, saveAsUtf8 } from '../files/encoding.ts'

export interface Line {
  /** `events.jsonl.gz:17` */
  where: string
  text: string
  /** Where it is not UTF-8: what it probably is, in which `text` is read then. */
  probably?: string
  /** The line was longer than {@link LINE_AT_MOST}; `text` is its beginning. */
  cut: boolean
}

/** Bytes of a line that are read at most: beyond it no bus would take the event anyway. */
export const LINE_AT_MOST = 1024 * 1024

const NEWLINE = 0x0a
/** Enough to see what a file is. */
const HEAD_BYTES = 4096
const GZIP = Buffer.from([0x1f, 0x8b])
const ZIP = Buffer.from('PK')

/** The lines of a .jsonl or .jsonl.gz file, a chunk's worth at a time; blank lines are left out. `read` hears of bytes. */
export async function* linesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Line[]> {
  const name = basename(path)
  let number = 0
  for await (const texts of splitLines(bytesOf(path, read))) {
    const lines: Line[] = []
    for (const { bytes, cut } of texts) {
      number += 1
      const { text, probably } = decode(bytes)
      const where = `${name}:${number}`
      if (text.trim() !== '') lines.push({ where, text: text.trim(), cut, ...(probably && { probably }) })
    }
    yield lines
  }
}

/** Sizes of the files, together. Refuses, before anything is sent, one that is not there or holds no lines of text. */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  let total = 0
  for (const path of paths) total += await sizeOfOne(path)
  return total
}

async function sizeOfOne(path: string): Promise<number> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read: ${error.code}`)
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new Refused(`${path} is not a file`)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    refuseOtherKinds(path, buffer.subarray(0, bytesRead))
    return stat.size
  } finally {
    await file.close()
  }
}

/** What no line could be read of. A single line in another encoding is set aside by itself. */
function refuseOtherKinds(path: string, head: Buffer): void {
  const packed = head.subarray(0, 2).equals(GZIP)
  if (head.subarray(0, 2).equals(ZIP)) throw new Refused(`${path} is a zip archive`, { hint: 'unpack it first' })
  if (packed && !isNamedGzip(path)) throw new Refused(`${path} is packed with gzip`, { hint: `call it ${path}.gz` })
  if (!packed && isNamedGzip(path)) throw new Refused(`${path} cannot be read: it is not packed with gzip`)
  const { probably } = decode((packed ? unpackedHead(head) : head).subarray(0, 2))
  if (probably === 'UTF-16') throw new Refused(`${path} is not UTF-8`, { hint: saveAsUtf8(probably) })
}

function isNamedGzip(path: string): boolean {
  return path.endsWith('.gz')
}

/** Of what cannot be unpacked nothing: that is told when it is read. */
function unpackedHead(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

/** The bytes of a file, unpacked where it is called .gz. `read` hears how many were read. */
export async function* bytesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  file.on('data', (chunk) => read(chunk.length))
  const packed = isNamedGzip(path)
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
