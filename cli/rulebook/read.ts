import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Problem, type ProblemCode, problemAt } from '../../shared/domain/problem.ts'
import { RULEBOOK_AT_MOST } from '../../shared/domain/rulebook/size.ts'
import type { Wording } from '../../shared/domain/texts/problem-texts.ts'
import { decode, lineNotUtf8 } from '../../shared/standards/encoding.ts'
import { Refused } from '../errors.ts'
import { DEPTH_AT_MOST, isRead, type Kind, leftOut } from './left-out.ts'

const FILE_BYTES_AT_MOST = 512 * 1024

export interface ReadFolder {
  /** As text, by their path within the folder, with `/`. */
  files: Record<string, string>
  /** Files whose encoding cannot be read, and files that are not read though somebody probably meant them. */
  problems: Problem[]
}

/**
 * Reads a rulebook's files. Hidden files, and those nobody would take for a rule, are skipped silently. Throws {@link
 * Refused} if there is no such folder, or it is larger than any rulebook.
 */
export async function readRulebookFolder(folder: string): Promise<ReadFolder> {
  const files: ReadFolder['files'] = {}
  const problems: Problem[] = []
  let bytes = 0
  await visit('', 0)
  if (Object.keys(files).length === 0 && problems.length === 0)
    throw new Refused(({ usage }) => usage.files.noRulebook(folder), { code: 'no-rulebook' })
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
    const tooMuch =
      size > FILE_BYTES_AT_MOST || bytes > RULEBOOK_AT_MOST.bytes || Object.keys(files).length >= RULEBOOK_AT_MOST.files
    if (tooMuch) throw new Refused(({ usage }) => usage.files.tooMuch(join(folder, path)), { code: 'too-large' })
    const content = await readFile(join(folder, path)).catch(cannotRead(path, 'unreadable-file'))
    const { text, probably } = decode(content)
    if (probably)
      complain(
        path,
        'not-utf8',
        lineNotUtf8(content),
        ({ problems }) => problems.fileNotUtf8,
        ({ problems }) => problems.saveAsUtf8(probably),
      )
    files[path] = text
  }

  function complain(file: string, code: ProblemCode, line: number, message: Wording, hint: Wording): void {
    problems.push(problemAt({ file, line, column: 1, path: '', code }, message, hint))
  }

  function cannotRead(path: string, code: string) {
    return (error: NodeJS.ErrnoException): never => {
      const where = join(folder, path)
      throw new Refused(
        ({ usage: { files } }) =>
          error.code === 'ENOENT' ? files.noFolder(where) : files.cannotReadFolder(where, String(error.code)),
        { code },
      )
    }
  }
}
