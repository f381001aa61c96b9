import { readLocale } from '../../standards/locale.ts'
import { canonical } from '../audience/canonical.ts'
import { isMapping } from '../cursor.ts'
import { checkMessage } from '../message/check.ts'
import { tooLongMessages } from '../message/length.ts'
import { type Finding, type Problem, type ProblemCode, problemAt } from '../problem.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { compileDocuments, problemOf } from './compile.ts'
import { type Bundle, isExample, kindOfDocument } from './content.ts'
import { endedCurrencies } from './currencies.ts'
import { neverGranted } from './never-comes.ts'
import type { Rulebook, Template } from './rulebook.ts'
import { faultOfSchedule } from './schedule-fault.ts'
import { RULEBOOK_AT_MOST } from './size.ts'
import { type Positions, readSource } from './source.ts'

export type Loaded = { ok: true; bundle: Bundle; rulebook: Rulebook } | { ok: false; problems: Problem[] }

/** A problem of a template, as reported by its builder. */
export interface TemplateProblem {
  path: string
  line?: number | undefined
  column?: number | undefined
  code: ProblemCode
  message: Wording
  hint?: Wording | undefined
}

/** Builds a template from its source, `templates/<id>/<locale>.mjml`. */
export type BuildTemplate = (
  source: string,
  path: string,
  locale: string,
) => Promise<{ ok: true; template: Template } | { ok: false; problems: TemplateProblem[] }>

/**
 * Checks and compiles a rulebook's files, by their path within its folder. All problems are found at once, in the order of
 * files and lines. Never throws unless the builder does. With `now` it also reports schedules in the past, currencies that
 * have ended, and compensations that no cap allows. `read` and `version` are for who loads nearly the same files again and again.
 */
export async function loadRulebook(
  files: Readonly<Record<string, string>>,
  buildTemplate: BuildTemplate,
  { now, read = readSource, version }: { now?: number | undefined; read?: typeof readSource; version?: string } = {},
): Promise<Loaded> {
  const paths = Object.keys(files).sort()
  if (paths.length > RULEBOOK_AT_MOST.files) {
    const place = { file: '', line: 0, column: 0, path: '', code: 'too-many-files' }
    const problem = problemAt(place, ({ problems }) => problems.tooManyFiles(paths.length, RULEBOOK_AT_MOST.files))
    return { ok: false, problems: [problem] }
  }
  const { documents, positions, findings, unread } = readDocuments(files, paths, read)
  const { templates, problems } = await buildTemplates(files, paths, buildTemplate)
  const messages = readMessages(files, paths, documents, problems)
  const bundle: Bundle = { format: 1, documents, templates, ...(Object.keys(messages).length > 0 && { messages }) }
  const rulebook = compileDocuments(bundle, findings, { now, faultOf: faultOfSchedule, version })
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

/** Whether these files are what these documents were read from. */
export function madeOf(files: Readonly<Record<string, string>>, documents: Bundle['documents']): boolean {
  return canonical(readDocuments(files, Object.keys(files), readSource).documents) === canonical(documents)
}

function readDocuments(files: Readonly<Record<string, string>>, paths: readonly string[], read: typeof readSource) {
  const documents: Record<string, unknown> = {}
  const positions = new Map<string, Positions>()
  const findings: Finding[] = []
  const unread: string[] = []
  for (const file of paths.filter((path) => isDocument(path) && !isExample(path))) {
    const source = read(file, files[file]!)
    positions.set(file, source.positions)
    findings.push(...source.findings)
    if (source.value === undefined) unread.push(file)
    else documents[file] = source.value
  }
  return { documents, positions, findings, unread }
}

/** JSON is YAML, too. */
function isDocument(path: string): boolean {
  return /\.ya?ml$/.test(path) || kindOfDocument(path) === 'model'
}

/** Drops findings that only follow from a file that could not be read. */
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
      problems.push(misplaced(path, read.message, read.hint))
      continue
    }
    const locale = read.name
    if (templates[id] && Object.hasOwn(templates[id], locale)) {
      const message: Wording = ({ problems }) => problems.templateTwice(id, locale)
      problems.push(templateProblem({ path, code: 'duplicate-id', message }))
      continue
    }
    const built = await buildTemplate(files[path]!, path, locale)
    // A template that failed is still known, so that campaigns are not said to name an unknown one.
    const template = built.ok ? built.template : { subject: '', html: '', text: '' }
    templates[id] = { ...templates[id], [locale]: template }
    if (!built.ok) problems.push(...built.problems.map(templateProblem))
  }
  return { templates, problems }
}

const MESSAGE = /^templates\/([a-z0-9-]{1,64})\/([^/]+)\.message\.txt$/

/** Messages are not built: they are checked, and sent as they are written. */
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
      problems.push(misplaced(path, read.message, read.hint))
      continue
    }
    const { name: locale } = read
    if (messages[id] && Object.hasOwn(messages[id], locale)) {
      const message: Wording = ({ problems }) => problems.messageTwice(id, locale)
      problems.push(templateProblem({ path, code: 'duplicate-id', message }))
      continue
    }
    const faults = checkMessage({ text: files[path]! }, locale, airline)
    problems.push(...faults.map(({ part: _part, ...fault }) => templateProblem({ path, ...fault })))
    messages[id] = { ...messages[id], [locale]: { text: files[path]! } }
  }
  return messages
}

/** Undefined if the settings are missing or not readable, which is reported elsewhere. */
function airlineWords(settings: unknown): Record<string, string> | undefined {
  const airline: unknown = isMapping(settings) ? settings.airline : undefined
  if (!isMapping(airline)) return undefined
  return Object.fromEntries(Object.entries(airline).map(([name, word]) => [name, String(word)]))
}

function templateProblem({ path, line = 1, column = 1, code, message, hint }: TemplateProblem): Problem {
  return problemAt({ file: path, line, column, path: '', code }, message, hint)
}

function misplaced(
  file: string,
  message: Wording = ({ problems }) => problems.notATemplate,
  hint: Wording = ({ problems }) => problems.templateNames,
): Problem {
  return problemAt({ file, line: 1, column: 1, path: '', code: 'misplaced-file' }, message, hint)
}

export function inOrder(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}
