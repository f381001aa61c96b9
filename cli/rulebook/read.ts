import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem, ProblemCode } from '../../shared/domain/problem.ts'
import { Refused } from '../errors.ts'
import { decode, lineNotUtf8, saveAsUtf8 } from '../files/encoding.ts'
import { DEPTH_AT_MOST, isRead, type Kind, leftOut } from './left-out.ts'

const FILES_AT_MOST = 2000
const FILE_BYTES_AT_MOST = 512 * 1024
const BYTES_AT_MOST = 16 * 1024 * 1024

export interface ReadFolder {
  /** As text, by their path within the folder, with `/`. */
  files: Record<string, string>
  /** Files whose letters cannot be told, and those that were left out though somebody probably meant them. */
  problems: Problem[]
}

/**
 * Reads a rulebook's files. What is hidden, and what nobody takes for a rule, is left out without a word.
 * Throws {@link Refused} where there is no such folder or it is larger than any rulebook.
 */
export async function readRulebookFolder(folder: string): Promise<ReadFolder> {
  const files: ReadFolder['files'] = {}
  const problems: Problem[] = []
  let bytes = 0
  await visit('', 0)
  if (Object.keys(files).length === 0 && problems.length === 0)
    throw new Refused(`${folder} holds no rulebook`, { code: 'no-rulebook' })
  return { files, problems }

  async function visit(path: string, depth: number): Promise<void> {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(cannotRead(path, 'no-rulebook'))
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const inner = path === '' ? entry.name : `${path}/${entry.name}`
      const kind: Kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
      const fault = leftOut(inner, kind, depth)
      if (fault) complain(inner, 'misplaced-file', 1, fault.message, fault.hint)
      if (kind === 'folder' && depth < DEPTH_AT_MOST) await visit(inner, depth + 1)
      else if (kind === 'file' && isRead(inner)) await take(inner)
    }
  }

  async function take(path: string): Promise<void> {
    const { size } = await lstat(join(folder, path))
    bytes += size
    const tooMuch = size > FILE_BYTES_AT_MOST || bytes > BYTES_AT_MOST || Object.keys(files).length >= FILES_AT_MOST
    if (tooMuch) throw new Refused(`${join(folder, path)} is more than a rulebook may hold`, { code: 'too-large' })
    const content = await readFile(join(folder, path)).catch(cannotRead(path, 'unreadable-file'))
    const { text, probably } = decode(content)
    if (probably) complain(path, 'not-utf8', lineNotUtf8(content), 'the file is not UTF-8', saveAsUtf8(probably))
    files[path] = text
  }

  function complain(file: string, code: ProblemCode, line: number, message: string, hint: string): void {
    problems.push({ file, line, column: 1, path: '', code, message, hint })
  }

  function cannotRead(path: string, code: string) {
    return (error: NodeJS.ErrnoException): never => {
      const where = join(folder, path)
      throw new Refused(
        error.code === 'ENOENT' ? `there is no folder ${where}` : `cannot read ${where}: ${error.code}`,
        { code },
      )
    }
  }
}
