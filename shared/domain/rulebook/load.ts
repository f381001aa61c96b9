import { readLocale } from '../../standards/locale.ts'
import { isMapping } from '../cursor.ts'
import { checkMessage } from '../message/check.ts'
import { tooLongMessages } from '../message/length.ts'
import type { Finding, Problem, ProblemCode } from '../problem.ts'
import { compileDocuments, problemOf } from './compile.ts'
import type { Bundle } from './content.ts'
import { endedCurrencies } from './currencies.ts'
import { neverGranted } from './never-comes.ts'
import type { Rulebook, Template } from './rulebook.ts'
import { type Positions, readSource } from './source.ts'

export type Loaded = { ok: true; bundle: Bundle; rulebook: Rulebook } | { ok: false; problems: Problem[] }

/** What is wrong with a template, as its builder says. */
export interface TemplateProblem {
  path: string
  line?: number | undefined
  column?: number | undefined
  code: ProblemCode
  message: string
  hint?: string | undefined
}

/** Makes one template of its source, `templates/<id>/<locale>.mjml`. */
export type BuildTemplate = (
  source: string,
  path: string,
  locale: string,
) => Promise<{ ok: true; template: Template } | { ok: false; problems: TemplateProblem[] }>

const FILES_AT_MOST = 500

/**
 * Checks and compiles a rulebook's files, by their paths within its folder. All problems are found at once, in the order
 * of files and lines. Never throws unless the builder does. With `now`, a schedule that has passed is one, a currency that
 * has ended, and a compensation that no cap lets pass.
 */
export async function loadRulebook(
  files: Readonly<Record<string, string>>,
  buildTemplate: BuildTemplate,
  { now }: { now?: number | undefined } = {},
): Promise<Loaded> {
  const paths = Object.keys(files).sort()
  if (paths.length > FILES_AT_MOST) {
    const message = `${paths.length} files, a rulebook has at most ${FILES_AT_MOST}`
    return { ok: false, problems: [{ file: '', line: 0, column: 0, path: '', code: 'too-many-files', message }] }
  }
  const { documents, positions, findings, unread } = readDocuments(files, paths)
  const { templates, problems } = await buildTemplates(files, paths, buildTemplate)
  const messages = readMessages(files, paths, documents, problems)
  const bundle: Bundle = { format: 1, documents, templates, ...(Object.keys(messages).length > 0 && { messages }) }
  const rulebook = compileDocuments(bundle, findings, now)
  if (rulebook && now !== undefined) {
    const day = new Date(now).toISOString().slice(0, 10)
    findings.push(...endedCurrencies(rulebook, day), ...neverGranted(rulebook, documents, day))
  }
  if (rulebook && problems.length === 0) problems.push(...tooLongMessages(rulebook))
  const start = { line: 1, column: 1 }
  for (const finding of unread.length > 0 ? withoutConsequences(findings) : findings) {
    problems.push(problemOf(finding, positions.get(finding.file)?.find(finding.path, finding.on) ?? start))
  }
  if (rulebook && problems.length === 0) return { ok: true, bundle, rulebook }
  return { ok: false, problems: problems.sort(inOrder) }
}

function readDocuments(files: Readonly<Record<string, string>>, paths: readonly string[]) {
  const documents: Record<string, unknown> = {}
  const positions = new Map<string, Positions>()
  const findings: Finding[] = []
  const unread: string[] = []
  for (const file of paths.filter((path) => /\.ya?ml$/.test(path) && !/\.examples\.ya?ml$/.test(path))) {
    const source = readSource(file, files[file]!)
    positions.set(file, source.positions)
    findings.push(...source.findings)
    if (source.value === undefined) unread.push(file)
    else documents[file] = source.value
  }
  return { documents, positions, findings, unread }
}

/** Where a file could not be read, what others miss in it is not worth telling. */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }) => !['missing-file', 'unknown-audience', 'unknown-budget'].includes(code))
}

async function buildTemplates(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
  buildTemplate: BuildTemplate,
) {
  const templates: Bundle['templates'] = {}
  const problems: Problem[] = []
  for (const path of paths.filter((each) => each.startsWith('templates/') && !MESSAGE.test(each))) {
    const [, id, written] = /^templates\/([a-z0-9-]{1,64})\/([^/]+)\.mjml$/.exec(path) ?? []
    if (id === undefined || written === undefined) {
      const goesWithOne = path.endsWith('.txt') && Object.hasOwn(files, path.replace(/\.txt$/, '.mjml'))
      if (!goesWithOne && !/\.ya?ml$/.test(path)) problems.push(misplaced(path))
      continue
    }
    const read = readLocale(written)
    if (!read.ok) {
      problems.push({ ...misplaced(path), message: read.message, ...(read.hint && { hint: read.hint }) })
      continue
    }
    const locale = read.name
    if (templates[id] && Object.hasOwn(templates[id], locale)) {
      const message = `the template "${id}" is there twice in ${locale}`
      problems.push(templateProblem({ path, code: 'duplicate-id', message }))
      continue
    }
    const built = await buildTemplate(files[path]!, path, locale)
    // One that failed is known all the same, so that campaigns are not told it is not there.
    const template = built.ok ? built.template : { subject: '', html: '', text: '' }
    templates[id] = { ...templates[id], [locale]: template }
    if (!built.ok) problems.push(...built.problems.map(templateProblem))
  }
  return { templates, problems }
}

const MESSAGE = /^templates\/([a-z0-9-]{1,64})\/([^/]+)\.message\.txt$/

/** Messages need no building: they are checked, and go as they are written. */
function readMessages(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
  documents: Readonly<Record<string, unknown>>,
  problems: Problem[],
): NonNullable<Bundle['messages']> {
  const messages: NonNullable<Bundle['messages']> = {}
  const airline = airlineWords(documents['wingback.yaml'])
  for (const path of paths) {
    const [, id, written] = MESSAGE.exec(path) ?? []
    if (id === undefined || written === undefined) continue
    const read = readLocale(written)
    if (!read.ok) {
      problems.push({ ...misplaced(path), message: read.message, ...(read.hint && { hint: read.hint }) })
      continue
    }
    const { name: locale } = read
    if (messages[id] && Object.hasOwn(messages[id], locale)) {
      const message = `the message "${id}" is there twice in ${locale}`
      problems.push(templateProblem({ path, code: 'duplicate-id', message }))
      continue
    }
    const faults = checkMessage({ text: files[path]! }, locale, airline)
    problems.push(...faults.map(({ part: _part, ...fault }) => templateProblem({ path, ...fault })))
    messages[id] = { ...messages[id], [locale]: { text: files[path]! } }
  }
  return messages
}

/** Undefined where the settings are not there or not readable, which is told elsewhere. */
function airlineWords(settings: unknown): Record<string, string> | undefined {
  const airline: unknown = isMapping(settings) ? settings.airline : undefined
  if (!isMapping(airline)) return undefined
  return Object.fromEntries(Object.entries(airline).map(([name, word]) => [name, String(word)]))
}

function templateProblem({ path, line = 1, column = 1, code, message, hint }: TemplateProblem): Problem {
  return { file: path, line, column, path: '', code, message, ...(hint && { hint }) }
}

function misplaced(file: string): Problem {
  const message = 'not a template: templates/<id>/<locale>.mjml, or .message.txt'
  const hint = 'an id of small letters, digits and hyphens; a locale such as zh-CN'
  return { file, line: 1, column: 1, path: '', code: 'misplaced-file', message, hint }
}

export function inOrder(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
