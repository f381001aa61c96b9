import mjml2html from 'mjml'
import { checkPart, checkTemplate, type TemplateFault } from '../../domain/message/check.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import type { Template } from '../../domain/rulebook/rulebook.ts'
import type { Wording } from '../../domain/texts/problem-texts.ts'
import { airlineWords } from './airline-words.ts'
import { readSource, type Source, textFileOf } from './source.ts'
import { textOf } from './text.ts'

/** A problem of a template, with its file and place. Lines and columns count from 1. */
export interface TemplateProblem {
  path: string
  line?: number | undefined
  column?: number | undefined
  code: ProblemCode
  message: Wording
  hint?: Wording | undefined
}

export type BuiltTemplate = { ok: true; template: Template } | { ok: false; problems: TemplateProblem[] }

/**
 * Makes the builder of a rulebook's templates. `files` are its files by path: includes, text parts (`en.txt` beside
 * `en.mjml`) and the airline's words come from there and from nowhere else.
 */
export function templateBuilder(files: Readonly<Record<string, string>>) {
  const airline = airlineWords(files['wingback.yaml'])
  return async function buildTemplate(source: string, path: string, locale: string): Promise<BuiltTemplate> {
    const read = readSource(source, path, files)
    if (!read.ok) return { ok: false, problems: [read.fault] }
    const textPath = textFileOf(path)
    const ownText = Object.hasOwn(files, textPath) ? files[textPath]! : undefined
    const problems = [
      ...checkPart('subject', read.source.subject, locale, { airline }).map((fault) =>
        located(fault, path, read.source),
      ),
      ...checkPart('html', read.source.body, locale, { airline, mjml: true }).map((fault) =>
        located(fault, path, read.source),
      ),
      ...(ownText === undefined
        ? []
        : checkPart('text', ownText, locale, { airline }).map((fault) => located(fault, textPath))),
    ]
    if (problems.some(({ code }) => code.startsWith('too-'))) return { ok: false, problems }
    const made = await toHtml(read.source, path)
    if ('problems' in made) return { ok: false, problems: [...problems, ...made.problems] }
    if (problems.length > 0) return { ok: false, problems }

    const template = { subject: read.source.subject, html: made.html, text: ownText ?? textOf(made.html) }
    const faults = checkTemplate(template, locale, airline)
    // Their line numbers are those of the HTML.
    return faults.length > 0
      ? { ok: false, problems: faults.map(({ code, message, hint }) => ({ path, code, message, hint })) }
      : { ok: true, template }
  }
}

/** Responsive HTML, or mjml's errors. */
async function toHtml(source: Source, path: string): Promise<{ html: string } | { problems: TemplateProblem[] }> {
  try {
    const options = { validationLevel: 'strict', ignoreIncludes: true, keepComments: false, fonts: {} } as const
    const { html } = await mjml2html(source.body, options)
    return { html: joined(compact(html)) }
  } catch (error) {
    return { problems: mjmlProblems(error, source, path) }
  }
}

function mjmlProblems(error: unknown, source: Source, path: string): TemplateProblem[] {
  if (!(error instanceof Error)) throw error
  const errors = (error as Error & { errors?: { line: number; tagName: string; message: string }[] }).errors
  if (!errors) return [{ path, code: 'mjml', message: error.message.slice(0, 300) }]
  return errors.map((each) => ({
    ...origin(source, each.line, path),
    code: 'mjml',
    message: `${each.tagName}: ${each.message}`,
  }))
}

function located({ part, ...fault }: TemplateFault, path: string, source?: Source): TemplateProblem {
  if (part === 'subject' && source) return { ...fault, path, line: source.subjectLine }
  if (part === 'html' && source && fault.line !== undefined) return { ...fault, ...origin(source, fault.line, path) }
  return { path, ...fault }
}

function origin(source: Source, line: number, path: string): { path: string; line?: number } {
  return source.origins[line - 1] ?? { path }
}

/** mjml indents deeply: a third of an email would be blanks. */
function compact(html: string): string {
  return html
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** HTML reads a line break in the source as a blank. Chinese and Japanese have no blanks between words. */
function joined(html: string): string {
  return html.replace(BROKEN_LINE, (blanks) => (blanks.includes('\n') ? '' : blanks))
}

const WIDE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]'
const TAGS = '(?:\\{%[^%{}]*%\\}|<[^<>]*>)*'
const BROKEN_LINE = new RegExp(`(?<=${WIDE}${TAGS})\\s+(?=${TAGS}${WIDE})`, 'gu')
