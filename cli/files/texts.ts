import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** All files of a folder of ours as text, by their path within it with `/`, in order. */
export async function readTexts(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const read = paths.sort().map(async (path) => {
    return [relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(read))
}
