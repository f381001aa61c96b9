import { LiquidError } from 'liquidjs'
import { nearest } from '../../standards/nearest.ts'
import type { Template } from '../rulebook/rulebook.ts'
import { engineOf, FILTER_NAMES, PARTS, type Part, SOURCE_AT_MOST } from './engine.ts'
import { render } from './render.ts'
import { SAMPLE_OWED, sampleData } from './sample.ts'

/** What is wrong with a template. Lines and columns count from 1, within the part. */
export interface TemplateFault {
  part: Part
  line?: number
  column?: number
  code: 'too-large' | 'liquid-syntax' | 'unknown-filter' | 'unknown-variable' | 'no-unsubscribe' | 'unrenderable'
  message: string
  hint?: string
}

type Words = Readonly<Record<string, string>>

/**
 * Everything wrong with a template: syntax, filters and variables that do not exist, no way to unsubscribe, and what
 * fails when it is rendered with all data there is. Without `airline`, its words are not checked.
 */
export function checkTemplate(template: Template, locale: string, airline?: Words): TemplateFault[] {
  const faults = PARTS.flatMap((part) => checkPart(part, template[part], locale, airline))
  if (faults.length > 0) return faults
  for (const part of ['html', 'text'] as const) {
    const offered = variablesOf(part, template[part]).some(({ path }) => path[0] === 'unsubscribeUrl')
    if (!offered) faults.push({ part, code: 'no-unsubscribe', message: 'has no {{ unsubscribeUrl }}' })
  }
  if (faults.length > 0) return faults
  const words = airline ?? wordsUsed(template)
  const rendered = render(template, { ...sampleData(locale, words), ...(tellsLaw(template) && SAMPLE_OWED) })
  return rendered.ok ? [] : [{ part: 'html', code: 'unrenderable', message: rendered.reason }]
}

/** A mail that names the law speaks of what is owed by it, and is sent for that alone. */
function tellsLaw(template: Template): boolean {
  const uses = PARTS.flatMap((part) => variablesOf(part, template[part]).map(({ path }) => path.join('.')))
  return uses.includes('compensation.law') || uses.includes('compensation.paragraphs')
}

/** Syntax, filters and variables of one part's source. */
export function checkPart(part: Part, source: string, locale: string, airline?: Words): TemplateFault[] {
  if (source.length > SOURCE_AT_MOST) {
    return [{ part, code: 'too-large', message: `is longer than ${SOURCE_AT_MOST} characters` }]
  }
  try {
    const known = sampleData(locale, airline ?? {})
    return variablesOf(part, source)
      .filter(({ path }) => !(path[0] === 'airline' && !airline))
      .flatMap(({ path, line, column }) =>
        unknownVariable(path, known).map((fault) => ({ part, line, column, ...fault })),
      )
  } catch (error) {
    return [syntaxFault(part, error)]
  }
}

/**
 * The groups of MessageData that a template uses without asking whether they are there: a campaign that sends it must
 * have brought them about before (an `offer` by an upgradeOffer step, a `compensation` by one of those).
 */
export function groupsUsed(template: Template): Set<string> {
  return new Set(PARTS.flatMap((part) => variablesOf(part, template[part]).map(({ path }) => path[0]!)))
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
