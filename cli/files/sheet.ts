import { writeFile } from 'node:fs/promises'
import { BOM } from '../../shared/standards/csv.ts'
import { Refused } from '../errors.ts'

/** Writes lines for a spreadsheet. */
export async function writeSheet(path: string, lines: string): Promise<void> {
  await writeFile(path, BOM + lines).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(({ usage }) => usage.files.cannotWrite(path, String(error.code)))
  })
}
