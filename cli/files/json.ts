import { readFile } from 'node:fs/promises'
import { Refused } from '../errors.ts'
import { decode, lineNotUtf8, saveAsUtf8 } from './encoding.ts'

/** The JSON of a file, whatever it is; else why it cannot be read. */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Refused(`${path}: ${error.message}`, { code: 'unreadable-file' })
  })
  const { text, probably } = decode(bytes)
  if (probably) {
    throw new Refused(`${path}:${lineNotUtf8(bytes)}: is not UTF-8`, { code: 'not-utf8', hint: saveAsUtf8(probably) })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused(`${path}: is not JSON: ${(error as Error).message}`, { code: 'invalid-file' })
  }
}
