import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../errors.ts'

const KINDS = /\.(yaml|yml|mjml|txt)$/
const FILES_AT_MOST = 2000
const FILE_BYTES_AT_MOST = 512 * 1024
const BYTES_AT_MOST = 16 * 1024 * 1024
const DEPTH_AT_MOST = 6

/**
 * A rulebook's files as text, by their path within the folder, with `/`. Links are not followed, hidden files and other
 * kinds are not read. Throws {@link Refused} where there is no such folder or it is larger than any rulebook.
 */
export async function readRulebookFolder(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  let bytes = 0
  await visit('', 0)
  if (Object.keys(files).length === 0) throw new Refused(`${folder} holds no rulebook`, { code: 'no-rulebook' })
  return files

  async function visit(path: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      const message =
        error.code === 'ENOENT'
          ? `there is no folder ${join(folder, path)}`
          : `cannot read ${join(folder, path)}: ${error.code}`
      throw new Refused(message, { code: 'no-rulebook' })
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory() && depth < DEPTH_AT_MOST) await visit(inner, depth + 1)
      else if (entry.isFile() && KINDS.test(entry.name)) await take(inner)
    }
  }

  async function take(path: string): Promise<void> {
    const { size } = await lstat(join(folder, path))
    bytes += size
    const tooMuch = size > FILE_BYTES_AT_MOST || bytes > BYTES_AT_MOST || Object.keys(files).length >= FILES_AT_MOST
    if (tooMuch) throw new Refused(`${join(folder, path)} is more than a rulebook may hold`, { code: 'too-large' })
    files[path] = await readFile(join(folder, path), 'utf8')
  }
}
