import { LiquidError } from 'liquidjs'
import { nearest } from '../../standards/nearest.ts'
import type { ProblemCode } from '../problem.ts'
import type { MessageTemplate, Template } from '../rulebook/rulebook.ts'
import type { Wording } from '../texts/problem-texts.ts'
import type { MessageData } from './data.ts'
import { engineOf, FILTER_NAMES, PARTS, type Part, SOURCE_AT_MOST } from './engine.ts'
import { markupFaults } from './markup.ts'
import { render, renderMessage } from './render.ts'
import { SAMPLE_OWED, sampleData } from './sample.ts'

/** A problem of a template. Lines and columns count from 1, within the part. */
export interface TemplateFault {
  part: Part
  line?: number | undefined
  column?: number | undefined
  code: ProblemCode
  message: Wording
  hint?: Wording | undefined
}

type Words = Readonly<Record<string, string>>

/** Expressions (`{{ }}` and `{% %}`) per part. Each takes time to parse and check. */
const WORDS_AT_MOST = 3000
/** Milliseconds that rendering an email may take; a usual one takes less than one. */
const SLOW = 250

/**
 * All problems of a template: syntax errors, unknown filters and variables, HTML not allowed in an email, no way to
 * unsubscribe, and whatever fails, or takes too long, when it is rendered with all data. Without `airline`, the airline's
 * words are not checked.
 */
export function checkTemplate(template: Template, locale: string, airline?: Words): TemplateFault[] {
  const faults = PARTS.flatMap((part) => checkPart(part, template[part], locale, { airline }))
  if (faults.length > 0) return faults
  for (const part of ['html', 'text'] as const) {
    const offered = variablesOf(part, template[part]).some(({ path }) => path[0] === 'unsubscribeUrl')
    if (!offered) faults.push({ part, code: 'no-unsubscribe', message: ({ problems }) => problems.noUnsubscribe })
  }
  if (faults.length > 0) return faults
  const words = airline ?? wordsUsed(template)
  const data = { ...sampleData(locale, words), ...(tellsLaw(template) && SAMPLE_OWED) }
  return faultsOfMaking('html', () => render(template, data))
}

/**
 * All problems of a message: those of an email's text, and markup, which would be shown as it is. A message has no
 * unsubscribe link: the airline's gateway does what its channel requires.
 */
export function checkMessage(template: MessageTemplate, locale: string, airline?: Words): TemplateFault[] {
  const { text } = template
  const faults = checkPart('text', text, locale, { airline, message: true })
  const at = /<\/?[a-z][^<>]*>/i.exec(text)?.index
  if (at !== undefined) {
    const hint: Wording = ({ problems }) => problems.plainText
    faults.push({
      part: 'text',
      ...positionOf(text, at),
      code: 'markup-in-message',
      message: ({ problems }) => problems.htmlInMessage,
      hint,
    })
  }
  if (faults.length > 0) return faults
  const words = airline ?? wordsUsed({ subject: '', html: '', text })
  return faultsOfMaking('text', () => renderMessage(template, sampleMessage(template, locale, words)))
}

/** The data a message is tried with: that of the law, if it mentions the law. */
export function sampleMessage({ text }: MessageTemplate, locale: string, airline: Words): MessageData {
  return { ...sampleData(locale, airline), ...(tellsLaw({ subject: '', html: '', text }) && SAMPLE_OWED) }
}

/** Rendered again if the first time was slow: the machine may have been busy. */
function faultsOfMaking(part: Part, make: () => { ok: true } | { ok: false; reason: string }): TemplateFault[] {
  for (const attempt of [1, 2]) {
    const started = performance.now()
    const rendered = make()
    if (!rendered.ok) return [{ part, code: 'unrenderable', message: rendered.reason }]
    if (performance.now() - started <= SLOW) return []
    if (attempt === 2) break
  }
  const hint: Wording = ({ problems }) => problems.tooMuchRepeated
  return [{ part, code: 'too-slow', message: ({ problems }) => problems.tooSlow(SLOW), hint }]
}

/** An email that mentions the law is only sent when something is owed by it. */
function tellsLaw(template: Template): boolean {
  const uses = PARTS.flatMap((part) => variablesOf(part, template[part]).map(({ path }) => path.join('.')))
  return uses.includes('compensation.law') || uses.includes('compensation.paragraphs')
}

/**
 * Syntax, filters, variables and markup of one part's source. `mjml`: the HTML is made of it. `message`: it has no
 * unsubscribe link.
 */
export function checkPart(
  part: Part,
  source: string,
  locale: string,
  { airline, mjml = false, message = false }: { airline?: Words | undefined; mjml?: boolean; message?: boolean } = {},
): TemplateFault[] {
  if (source.length > SOURCE_AT_MOST) {
    return [{ part, code: 'too-large', message: ({ problems }) => problems.partTooLong(SOURCE_AT_MOST) }]
  }
  if (liquidWords(source) > WORDS_AT_MOST) {
    return [{ part, code: 'too-large', message: ({ problems }) => problems.tooMuchLiquid(WORDS_AT_MOST) }]
  }
  try {
    const { unsubscribeUrl, ...inAll } = sampleData(locale, airline ?? {})
    const known = message ? inAll : { ...inAll, unsubscribeUrl }
    const unknown = variablesOf(part, source)
      .filter(({ path }) => !(path[0] === 'airline' && !airline))
      .flatMap(({ path, line, column }) =>
        unknownVariable(path, known).map((fault) => ({ part, line, column, ...fault })),
      )
    const markup = part === 'html' ? markupFaults(source, mjml ? { drops: 'comments' } : {}) : []
    return [...unknown, ...markup.map(({ at, ...fault }) => ({ part, ...positionOf(source, at), ...fault }))]
  } catch (error) {
    return [syntaxFault(part, error)]
  }
}

function liquidWords(source: string): number {
  const inside = source.split(/\{[{%]/).slice(1)
  return inside.reduce((sum, each) => sum + (each.split(/[%}]\}/, 1)[0]!.match(/\w+/g)?.length ?? 0), 0)
}

function positionOf(source: string, at: number): { line: number; column: number } {
  const before = source.slice(0, at).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

interface Use {
  path: string[]
  line: number
  column: number
}

function variablesOf(part: Part, source: string): Use[] {
  const engine = engineOf[part]
  const { globals } = engine.analyzeSync(engine.parse(source))
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({
      path: segments.map((segment) => (Array.isArray(segment) ? '*' : String(segment))),
      line: location.row,
      column: location.col,
    }))
}

function wordsUsed(template: Template): Words {
  const uses = PARTS.flatMap((part) => variablesOf(part, template[part]))
  return Object.fromEntries(uses.filter(({ path }) => path[0] === 'airline').map(({ path }) => [path[1] ?? '', 'word']))
}

function unknownVariable(path: readonly string[], known: object): Pick<TemplateFault, 'code' | 'message' | 'hint'>[] {
  let at: unknown = known
  for (const [depth, name] of path.entries()) {
    if (at !== null && typeof at === 'object' && Object.hasOwn(at, name)) {
      at = (at as Record<string, unknown>)[name]
      continue
    }
    const names = at !== null && typeof at === 'object' ? Object.keys(at) : []
    const before = path
      .slice(0, depth)
      .map((each) => `${each}.`)
      .join('')
    const meant = nearest(name, names)
    const hint: Wording = ({ hints }) => (meant ? hints.meant(before + meant) : hints.thereAre(names.join(', ')))
    const message: Wording = ({ problems }) => problems.noVariable(path.join('.'))
    return [{ code: 'unknown-variable', message, ...((meant || names.length > 0) && { hint }) }]
  }
  return []
}

function syntaxFault(part: Part, error: unknown): TemplateFault {
  if (!LiquidError.is(error)) throw error
  const [line, column] = error.token.getPosition()
  const message = error.message.replace(/, (file:.*?, )?line:\d+, col:\d+$/, '')
  const filter = /^undefined filter: (\S+)$/.exec(message)?.[1]
  if (!filter) return { part, line, column, code: 'liquid-syntax', message }
  const meant = nearest(filter, FILTER_NAMES)
  const hint: Wording = ({ hints }) => (meant ? hints.meant(meant) : hints.thereAre(FILTER_NAMES.join(', ')))
  return { part, line, column, code: 'unknown-filter', message: ({ problems }) => problems.noFilter(filter), hint }
}
