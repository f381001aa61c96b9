import { posix } from 'node:path'
import { parseDocument } from 'yaml'

/** A template's source with its includes in place. `origins[i]` is where line i + 1 came from. */
export interface Source {
  subject: string
  /** The line the subject stands on. */
  subjectLine: number
  body: string
  origins: { path: string; line: number }[]
}

export interface SourceFault {
  path: string
  line: number
  code: 'front-matter' | 'no-subject' | 'bad-include'
  message: string
  hint?: string | undefined
}

export type ReadSource = { ok: true; source: Source } | { ok: false; fault: SourceFault }

const EXAMPLE = 'a template begins with: --- / subject: Your upgrade / ---'
const INCLUDE = /^\s*<mj-include\s+path="([^"]*)"\s*\/>\s*$/
/** In any other form, or in an included file, mjml would leave it out without a word. */
const OTHER_INCLUDE = /<\/?mj-include\b/i
const INCLUDE_EXAMPLE = 'write <mj-include path="../../look/foot.en.mjml" />, alone on its line'
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n/

/**
 * Takes a template's front matter off and puts `<mj-include path="…" />` lines in, from the rulebook's own files only.
 * An included file includes nothing further.
 */
export function readSource(text: string, path: string, files: Readonly<Record<string, string>>): ReadSource {
  const match = FRONT_MATTER.exec(text)
  if (!match) return refuse({ path, line: 1, code: 'front-matter', message: 'has no front matter', hint: EXAMPLE })
  const front = parseDocument(match[1]!)
  const error = front.errors[0]
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1
    return refuse({ path, line, code: 'front-matter', message: error.message.split('\n')[0]!, hint: EXAMPLE })
  }
  const subject = front.get('subject')
  if (typeof subject !== 'string' || subject.trim() === '') {
    return refuse({ path, line: 1, code: 'no-subject', message: 'has no subject', hint: EXAMPLE })
  }
  const offset = linesOf(match[0]).length - 1
  const subjectLine = linesOf(match[1]!).findIndex((line) => line.startsWith('subject')) + 2
  const included = include(linesOf(text.slice(match[0].length)), offset, path, files)
  if ('fault' in included) return refuse(included.fault)
  return { ok: true, source: { subject: subject.trim(), subjectLine, ...included } }
}

function include(
  lines: readonly string[],
  offset: number,
  path: string,
  files: Readonly<Record<string, string>>,
): Pick<Source, 'body' | 'origins'> | { fault: SourceFault } {
  const body: string[] = []
  const origins: Source['origins'] = []
  for (const [index, line] of lines.entries()) {
    const at = { path, line: offset + index + 1 }
    const wanted = INCLUDE.exec(line)?.[1]
    if (wanted === undefined) {
      if (OTHER_INCLUDE.test(line)) {
        const message = 'an mj-include in an unsupported form'
        return { fault: { ...at, code: 'bad-include', message, hint: INCLUDE_EXAMPLE } }
      }
      body.push(line)
      origins.push(at)
      continue
    }
    const from = posix.join(posix.dirname(path), wanted)
    if (!Object.hasOwn(files, from)) {
      return {
        fault: { ...at, code: 'bad-include', message: `there is no file "${from.slice(0, 200)}" in the rulebook` },
      }
    }
    for (const [number, included] of linesOf(files[from]!).entries()) {
      if (OTHER_INCLUDE.test(included)) {
        const message = 'an included file cannot include another one'
        const hint = 'include both in the template'
        return { fault: { path: from, line: number + 1, code: 'bad-include', message, hint } }
      }
      body.push(included)
      origins.push({ path: from, line: number + 1 })
    }
  }
  return { body: body.join('\n'), origins }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}

function refuse(fault: SourceFault): ReadSource {
  return { ok: false, fault }
}
