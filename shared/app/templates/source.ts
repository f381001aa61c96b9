import { posix } from 'node:path'
import { parseDocument } from 'yaml'
import type { Wording } from '../../domain/texts/problem-texts.ts'

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
  message: Wording
  hint?: Wording | undefined
}

export type ReadSource = { ok: true; source: Source } | { ok: false; fault: SourceFault }

const EXAMPLE: Wording = ({ problems }) => problems.frontMatterForm
const INCLUDE = /^\s*<mj-include\s+path="([^"]*)"\s*\/>\s*$/
/** In any other form, or in an included file, mjml would silently leave it out. */
const OTHER_INCLUDE = /<\/?mj-include\b/i
const QUOTED: Wording = ({ problems }) => problems.quoteSubject
const INCLUDE_EXAMPLE: Wording = ({ problems }) => problems.writeInclude
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n/

/**
 * Takes off a template's front matter and puts in the files of its `<mj-include path="…" />` lines, from the rulebook
 * only. An included file includes nothing.
 */
export function readSource(text: string, path: string, files: Readonly<Record<string, string>>): ReadSource {
  const match = FRONT_MATTER.exec(text)
  if (!match)
    return refuse({
      path,
      line: 1,
      code: 'front-matter',
      message: ({ problems }) => problems.noFrontMatter,
      hint: EXAMPLE,
    })
  const front = parseDocument(match[1]!)
  const error = front.errors[0]
  if (error) {
    const line = (error.linePos?.[0].line ?? 0) + 1
    return refuse({
      path,
      line,
      code: 'front-matter',
      message: error.message.split('\n')[0]!,
      hint: /^subject: *\{\{/m.test(match[1]!) ? QUOTED : EXAMPLE,
    })
  }
  const subject = front.get('subject')
  if (typeof subject !== 'string' || subject.trim() === '') {
    return refuse({ path, line: 1, code: 'no-subject', message: ({ problems }) => problems.noSubject, hint: EXAMPLE })
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
        const message: Wording = ({ problems }) => problems.includeForm
        return { fault: { ...at, code: 'bad-include', message, hint: INCLUDE_EXAMPLE } }
      }
      body.push(line)
      origins.push(at)
      continue
    }
    const from = includedAt(path, wanted)
    if (!Object.hasOwn(files, from)) {
      return {
        fault: { ...at, code: 'bad-include', message: ({ problems }) => problems.noIncluded(from.slice(0, 200)) },
      }
    }
    for (const [number, included] of linesOf(files[from]!).entries()) {
      if (OTHER_INCLUDE.test(included)) {
        const message: Wording = ({ problems }) => problems.includeInInclude
        const hint: Wording = ({ problems }) => problems.includeBoth
        return { fault: { path: from, line: number + 1, code: 'bad-include', message, hint } }
      }
      body.push(included)
      origins.push({ path: from, line: number + 1 })
    }
  }
  return { body: body.join('\n'), origins }
}

function includedAt(path: string, wanted: string): string {
  return posix.join(posix.dirname(path), wanted)
}

/** A plain text that somebody wrote beside the email, instead of one made of it. */
export function textFileOf(path: string): string {
  return path.replace(/\.mjml$/, '.txt')
}

/** The files that an email is made of, some of which need not be there. */
export function filesOf(text: string, path: string): string[] {
  const wanted = linesOf(text).flatMap((line) => INCLUDE.exec(line)?.[1] ?? [])
  return [path, textFileOf(path), ...wanted.map((each) => includedAt(path, each))]
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/)
}

function refuse(fault: SourceFault): ReadSource {
  return { ok: false, fault }
}
