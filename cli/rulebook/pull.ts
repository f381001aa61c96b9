import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRulebookPath } from '../../shared/domain/drafts/files.ts'
import { unpackFiles } from '../../shared/domain/rulebook/bundle.ts'
import type { Session } from '../session.ts'

/** Writes the files of the live rulebook into a folder. Gives their paths. */
export async function pullFiles({ client }: Pick<Session, 'client'>, dir: string) {
  const { version, files } = await client.call<{ version: string; files: string }>('GET', '/v1/rulebooks/files')
  // Whoever answers does not say where on this machine something is written.
  const all = Object.entries(unpackFiles(Buffer.from(files, 'base64'))).filter(([path]) => isRulebookPath(path))
  for (const [path, text] of all) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), text)
  }
  return { version, files: all.map(([path]) => path) }
}
