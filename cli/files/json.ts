import { readFile } from 'node:fs/promises'
import { decode, lineNotUtf8 } from '../../shared/standards/encoding.ts'
import { Refused } from '../errors.ts'
import { saveAsUtf8 } from './save-as-utf8.ts'

/** The JSON of a file, or why it cannot be read. */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Refused(({ usage }) => usage.files.unreadable(path, error.message), { code: 'unreadable-file' })
  })
  const { text, probably } = decode(bytes)
  if (probably) {
    throw new Refused(({ usage }) => usage.files.notUtf8(`${path}:${lineNotUtf8(bytes)}`), {
      code: 'not-utf8',
      hint: saveAsUtf8(probably),
    })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused(({ usage }) => usage.files.notJson(path, (error as Error).message), { code: 'invalid-file' })
  }
}
