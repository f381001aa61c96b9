import { LiquidError } from 'liquidjs'
import { nearest } from '../../standards/nearest.ts'
import type { ProblemCode } from '../problem.ts'
import type { MessageTemplate, Template } from '../rulebook/rulebook.ts'
import type { MessageData } from './data.ts'
import { engineOf, FILTER_NAMES, PARTS, type Part, SOURCE_AT_MOST } from './engine.ts'
import { markupFaults } from './markup.ts'
import { render, renderMessage } from './render.ts'
import { SAMPLE_OWED, sampleData } from './sample.ts'

/** What is wrong with a template. Lines and columns count from 1, within the part. */
export interface TemplateFault {
  part: Part
  line?: number | undefined
  column?: number | undefined
  code: ProblemCode
  message: string
  hint?: string | undefined
}

type Words = Readonly<Record<string, string>>

/** Words between `{{ }}` and `{% %}` of one part. Parsing and looking takes time for each. */
const WORDS_AT_MOST = 3000
/** Milliseconds a mail may take at most to make, of which a usual one takes less than one. */
const SLOW = 250

/**
 * Everything wrong with a template: syntax, filters and variables that do not exist, HTML that has no place in a mail, no
 * way to unsubscribe, and what fails, or takes too long, when it is rendered with all data there is. Without `airline`,
 * its words are not checked.
 */
export function checkTemplate(template: Template, locale: string, airline?: Words): TemplateFault[] {
  const faults = PARTS.flatMap((part) => checkPart(part, template[part], locale, { airline }))
  if (faults.length > 0) return faults
  for (const part of ['html', 'text'] as const) {
    const offered = variablesOf(part, template[part]).some(({ path }) => path[0] === 'unsubscribeUrl')
    if (!offered) faults.push({ part, code: 'no-unsubscribe', message: 'has no {{ unsubscribeUrl }}' })
  }
  if (faults.length > 0) return faults
  const words = airline ?? wordsUsed(template)
  const data = { ...sampleData(locale, words), ...(tellsLaw(template) && SAMPLE_OWED) }
  return faultsOfMaking('html', () => render(template, data))
}

/**
 * Everything wrong with a message: what is wrong in a mail's text too, and markup, which would be shown as it is. There is
 * no link to stop messages by: what a channel asks of them, the airline's gateway sees to.
 */
export function checkMessage(template: MessageTemplate, locale: string, airline?: Words): TemplateFault[] {
  const { text } = template
  const faults = checkPart('text', text, locale, { airline, message: true })
  const at = /<\/?[a-z][^<>]*>/i.exec(text)?.index
  if (at !== undefined) {
    const hint = 'write plain text; links as they are to be read'
    faults.push({
      part: 'text',
      ...positionOf(text, at),
      code: 'markup-in-message',
      message: 'HTML in a message would be shown as it is',
      hint,
    })
  }
  if (faults.length > 0) return faults
  const words = airline ?? wordsUsed({ subject: '', html: '', text })
  return faultsOfMaking('text', () => renderMessage(template, sampleMessage(template, locale, words)))
}

/** What a message is tried with: that of the law, where it names the law. */
export function sampleMessage({ text }: MessageTemplate, locale: string, airline: Words): MessageData {
  return { ...sampleData(locale, airline), ...(tellsLaw({ subject: '', html: '', text }) && SAMPLE_OWED) }
}

/** Made twice where the first time was slow: the machine may have been busy. */
function faultsOfMaking(part: Part, make: () => { ok: true } | { ok: false; reason: string }): TemplateFault[] {
  for (const attempt of [1, 2]) {
    const started = performance.now()
    const rendered = make()
    if (!rendered.ok) return [{ part, code: 'unrenderable', message: rendered.reason }]
    if (performance.now() - started <= SLOW) return []
    if (attempt === 2) break
  }
  const hint = 'something is repeated too often: check its loops'
  return [{ part, code: 'too-slow', message: `takes more than ${SLOW} ms to make`, hint }]
}

/** A mail that names the law speaks of what is owed by it, and is sent for that alone. */
function tellsLaw(template: Template): boolean {
  const uses = PARTS.flatMap((part) => variablesOf(part, template[part]).map(({ path }) => path.join('.')))
  return uses.includes('compensation.law') || uses.includes('compensation.paragraphs')
}

/** Syntax, filters, variables and markup of one part's source. `mjml`: it is what the HTML will be made of. `message`: there is no link that stops mails. */
export function checkPart(
  part: Part,
  source: string,
  locale: string,
  { airline, mjml = false, message = false }: { airline?: Words | undefined; mjml?: boolean; message?: boolean } = {},
): TemplateFault[] {
  if (source.length > SOURCE_AT_MOST) {
    return [{ part, code: 'too-large', message: `is longer than ${SOURCE_AT_MOST} characters` }]
  }
  if (liquidWords(source) > WORDS_AT_MOST) {
    return [{ part, code: 'too-large', message: `has more than ${WORDS_AT_MOST} words between {{ }} and {% %}` }]
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
    const hint = meant
      ? `did you mean "${before}${meant}"?`
      : names.length > 0
        ? `there are: ${names.join(', ')}`
        : undefined
    return [{ code: 'unknown-variable', message: `there is no "${path.join('.')}"`, ...(hint && { hint }) }]
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
  const hint = meant ? `did you mean "${meant}"?` : `there are: ${FILTER_NAMES.join(', ')}`
  return { part, line, column, code: 'unknown-filter', message: `there is no filter "${filter}"`, hint }
}
