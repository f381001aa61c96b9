import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { constants, createGunzip, gunzipSync } from 'node:zlib'
import { decode } from '../../shared/standards/encoding.ts'
import { Refused } from '../errors.ts'
import { saveAsUtf8 } from '../files/save-as-utf8.ts'

export interface Line {
  /** `events.jsonl.gz:17` */
  where: string
  text: string
  /** If it is not UTF-8: the probable encoding, in which `text` was read. */
  probably?: string
  /** The line was longer than {@link LINE_AT_MOST}; `text` is its beginning. */
  cut: boolean
}

/** How many bytes of a line are read: no bus would accept a longer event. */
export const LINE_AT_MOST = 1024 * 1024

const NEWLINE = 0x0a
/** Enough to recognise a file's kind. */
const HEAD_BYTES = 4096
const GZIP = Buffer.from([0x1f, 0x8b])
const ZIP = Buffer.from('PK')

/**
 * The lines of a .jsonl or .jsonl.gz file, a chunk at a time, without blank ones. `read` is called with the number of bytes.
 */
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

/**
 * The total size of the files. Before anything is sent, refuses a file that does not exist or does not contain lines of
 * text.
 */
export async function sizeOf(paths: readonly string[]): Promise<number> {
  let total = 0
  for (const path of paths) total += await sizeOfOne(path)
  return total
}

async function sizeOfOne(path: string): Promise<number> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(({ usage: { files } }) =>
      error.code === 'ENOENT' ? files.absent(path) : files.unreadable(path, String(error.code)),
    )
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new Refused(({ usage }) => usage.files.noFile(path))
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    refuseOtherKinds(path, buffer.subarray(0, bytesRead))
    return stat.size
  } finally {
    await file.close()
  }
}

/** Refuses files from which no line could be read. A single line in another encoding is set aside by itself. */
function refuseOtherKinds(path: string, head: Buffer): void {
  const packed = head.subarray(0, 2).equals(GZIP)
  if (head.subarray(0, 2).equals(ZIP))
    throw new Refused(({ usage }) => usage.files.zip(path), { hint: ({ usage }) => usage.files.zipHint })
  if (packed && !isNamedGzip(path))
    throw new Refused(({ usage }) => usage.files.gzip(path), { hint: ({ usage }) => usage.files.gzipHint(path) })
  if (!packed && isNamedGzip(path)) throw new Refused(({ usage }) => usage.files.notGzip(path))
  const { probably } = decode((packed ? unpackedHead(head) : head).subarray(0, 2))
  if (probably === 'UTF-16') throw new Refused(({ usage }) => usage.files.notUtf8(path), { hint: saveAsUtf8(probably) })
}

function isNamedGzip(path: string): boolean {
  return path.endsWith('.gz')
}

/** Empty if it cannot be unpacked: that is reported when it is read. */
function unpackedHead(head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

/** The bytes of a file, unpacked if its name ends in .gz. `read` is called with the number of bytes read. */
export async function* bytesOf(path: string, read: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  file.on('data', (chunk) => read(chunk.length))
  const packed = isNamedGzip(path)
  const stream: Readable = packed ? file.pipe(createGunzip()) : file
  if (packed) file.on('error', (error) => stream.destroy(error))
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw new Refused(({ usage }) => usage.files.unreadable(path, (error as Error).message))
  }
}

/** Splits at newlines. Of an overlong line only the beginning is kept. */
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
