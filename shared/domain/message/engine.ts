import { CaptureTag, type Context, type FilterImplOptions, Liquid, type Template as Parsed } from 'liquidjs'
import type { MessageTemplate, Template } from '../rulebook/rulebook.ts'
import { type Filter, filters } from './filters.ts'

/**
 * Liquid for templates: no files, no includes, nothing unescaped in HTML, every limit set. Only the tags and filters listed
 * here exist, so that an update of the library adds none.
 */

/** Characters of one part's source; a mail of more than 100 KB is cut by large mailbox providers anyway. */
export const SOURCE_AT_MOST = 200_000
const TAGS = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'capture', 'comment', 'echo', '#'])
const BUILT_IN_FILTERS = new Set(
  (
    'abs append at_least at_most capitalize ceil default divided_by downcase first floor join last minus modulo plus ' +
    'prepend replace round size slice split strip times truncate upcase'
  ).split(' '),
)

export const FILTER_NAMES: readonly string[] = [...BUILT_IN_FILTERS, ...Object.keys(filters)]

function makeEngine(escaping: boolean): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    relativeReference: false,
    dynamicPartials: false,
    templates: {},
    parseLimit: SOURCE_AT_MOST,
    memoryLimit: 4_000_000,
    ...(escaping && { outputEscape: 'escape' as const }),
  })
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag]
  for (const name of Object.keys(engine.filters)) if (!BUILT_IN_FILTERS.has(name)) engine.unregisterFilter(name)
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, adapt(filter))
  if (escaping) engine.registerTag('capture', CaptureOnce)
  return engine
}

/** Text is escaped when captured and again on output, so it is unescaped in between: O'Brien must not become O&#39;Brien. */
class CaptureOnce extends CaptureTag {
  override *render(context: Context): Generator<unknown, void, string> {
    yield* super.render(context)
    const scope = context.bottom() as Record<string, string>
    scope[this.variable] = scope[this.variable]!.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => PLAIN[entity]!)
  }
}

const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#34;': '"', '&#39;': "'" }

function adapt(filter: Filter): FilterImplOptions {
  return function (value: unknown, argument: unknown) {
    const reader = { locale: this.context.getSync(['locale']), zone: this.context.getSync(['zone']) }
    return filter(value, argument, { locale: String(reader.locale), zone: String(reader.zone) })
  }
}

const htmlEngine = makeEngine(true)
const textEngine = makeEngine(false)

export const PARTS = ['subject', 'html', 'text'] as const
export type Part = (typeof PARTS)[number]

export const engineOf = { subject: textEngine, html: htmlEngine, text: textEngine } as const satisfies Record<
  Part,
  Liquid
>

const parsedMessages = new WeakMap<MessageTemplate, Parsed[]>()

/** A message's source, parsed once, as {@link compile}. */
export function compileMessage(template: MessageTemplate): Parsed[] {
  const parsed = parsedMessages.get(template) ?? textEngine.parse(template.text)
  parsedMessages.set(template, parsed)
  return parsed
}

const compiled = new WeakMap<Template, Record<Part, Parsed[]>>()

/**
 * A template's parts, parsed once. Templates belong to an immutable rulebook, and are released with it. Throws Liquid's
 * error if one does not parse, which checking the rulebook finds first.
 */
export function compile(template: Template): Record<Part, Parsed[]> {
  let parts = compiled.get(template)
  if (!parts) {
    parts = {
      subject: textEngine.parse(template.subject),
      html: htmlEngine.parse(template.html),
      text: textEngine.parse(template.text),
    }
    compiled.set(template, parts)
  }
  return parts
}
