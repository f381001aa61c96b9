import { isUtf8 } from 'node:buffer'
import { basename } from 'node:path'
import { decode, lineNotUtf8 } from '../../shared/standards/encoding.ts'
import { Refused } from '../errors.ts'
import { bytesOf, sizeOf } from '../replay/lines.ts'
import { saveAsUtf8 } from './save-as-utf8.ts'

const NEWLINE = 0x0a
/** A file of lines has a line end before that. */
const WITHOUT_NEWLINE = 16 * 1024 * 1024

/**
 * A text file, or one packed as .gz, in pieces that end with a line. Line ends are `\n`, and there is no byte order mark.
 * Refuses anything but UTF-8, with its line and its probable encoding.
 */
export async function* utf8Of(path: string): AsyncGenerator<string> {
  await sizeOf([path])
  const decoder = new TextDecoder()
  let line = 1
  for await (const bytes of wholeLines(path)) {
    if (!isUtf8(bytes)) throw notUtf8(path, bytes, line)
    line += newlines(bytes)
    yield decoder.decode(bytes, { stream: true }).replaceAll('\r\n', '\n')
  }
}

/** No character, and no `\r\n`, is cut in two. */
async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let kept = 0
  for await (const chunk of bytesOf(path, () => {})) {
    const end = chunk.lastIndexOf(NEWLINE) + 1
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)])
      rest = []
      kept = 0
    }
    rest.push(chunk.subarray(end))
    kept += chunk.length - end
    if (kept > WITHOUT_NEWLINE)
      throw new Refused(({ usage }) => usage.files.longLine(path), { hint: ({ usage }) => usage.files.longLineHint })
  }
  if (kept > 0) yield Buffer.concat(rest)
}

function notUtf8(path: string, bytes: Buffer, firstLine: number): Refused {
  const line = lineNotUtf8(bytes)
  const { probably } = decode(lineOf(bytes, line))
  return new Refused(({ usage }) => usage.files.notUtf8(`${basename(path)}:${firstLine + line - 1}`), {
    code: 'not-utf8',
    hint: saveAsUtf8(probably),
  })
}

function lineOf(bytes: Buffer, number: number): Buffer {
  let from = 0
  for (let line = 1; line < number; line++) from = bytes.indexOf(NEWLINE, from) + 1
  const end = bytes.indexOf(NEWLINE, from)
  return bytes.subarray(from, end < 0 ? bytes.length : end)
}

function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}
