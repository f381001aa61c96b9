import { isMapping } from '../cursor.ts'
import { type Bundle, kindOfDocument } from '../rulebook/content.ts'
import type { Saying } from '../texts/saying.ts'

/** Other values for one thing that an audience asks: `lastFlight.atLeast=90d,120d`. */
export interface Try {
  fact: string
  /** Absent: the fact itself is asked for, as in `tier=gold`. */
  operator?: string
  values: string[]
}

/** An audience with one of the values to be tried in each place. */
export interface Variant {
  id: string
  /** `lastFlight atLeast 90d` */
  label: string
}

export type Tried = { ok: true; bundle: Bundle; variants: Variant[] } | { ok: false; message: Saying; hint: Saying }

const VARIANTS_AT_MOST = 60

/** Reads what is to be tried; undefined where it cannot be read. */
export function readTry(text: string): Try | undefined {
  const [, fact, operator, values] = /^(\w+)(?:\.(\w+))?=(.+)$/.exec(text) ?? []
  if (fact === undefined || values === undefined) return undefined
  const tried = values.split(',').map((value) => value.trim())
  return tried.includes('') ? undefined : { fact, ...(operator !== undefined && { operator }), values: tried }
}

/** The rulebook with a further audience for every value, or for every combination where several things are tried. */
export function withTries(bundle: Bundle, audience: string, tries: readonly Try[]): Tried {
  const [file, document] =
    Object.entries(bundle.documents).find(
      ([path, each]) => kindOfDocument(path) === 'audience' && isMapping(each) && each.audience === audience,
    ) ?? []
  if (file === undefined || !isMapping(document)) throw new Error(`no audience ${audience} is in the bundle`)
  let variants: { who: unknown; label: string[] }[] = [{ who: document.who, label: [] }]
  for (const { fact, operator, values } of tries) {
    const places = placesOf(document.who, fact)
    if (places !== 1) {
      return {
        ok: false,
        message: ({ count }) => count.askedOnce(fact, audience, places),
        hint: ({ count }) => count.askOnce,
      }
    }
    variants = variants.flatMap(({ who, label }) =>
      values.map((value) => ({
        who: replaced(who, fact, operator, scalarOf(value)),
        label: [...label, [fact, operator, value].filter(Boolean).join(' ')],
      })),
    )
    if (variants.length > VARIANTS_AT_MOST)
      return {
        ok: false,
        message: ({ count }) => count.tooManyVariants(VARIANTS_AT_MOST),
        hint: ({ count }) => count.tryFewer,
      }
  }
  const made = variants.map(({ who, label }, index) => ({
    id: `${audience}-try-${index + 1}`,
    label: label.join(', '),
    document: { ...document, audience: `${audience}-try-${index + 1}`, who },
  }))
  const documents = Object.fromEntries(made.map(({ id, document }) => [`audiences/${id}.yaml`, document]))
  return {
    ok: true,
    bundle: { ...bundle, documents: { ...bundle.documents, ...documents } },
    variants: made.map(({ id, label }) => ({ id, label })),
  }
}

/** In how many places of a condition a fact is asked for. */
function placesOf(who: unknown, fact: string): number {
  if (Array.isArray(who)) return who.reduce<number>((sum, each) => sum + placesOf(each, fact), 0)
  if (!isMapping(who)) return 0
  return Object.entries(who).reduce((sum, [key, value]) => sum + (key === fact ? 1 : placesOf(value, fact)), 0)
}

function replaced(who: unknown, fact: string, operator: string | undefined, value: string | number | boolean): unknown {
  if (Array.isArray(who)) return who.map((each) => replaced(each, fact, operator, value))
  if (!isMapping(who)) return who
  return Object.fromEntries(
    Object.entries(who).map(([key, inner]) => {
      if (key !== fact) return [key, replaced(inner, fact, operator, value)]
      if (operator === undefined) return [key, value]
      return [key, { ...(isMapping(inner) ? inner : {}), [operator]: value }]
    }),
  )
}

/** As YAML reads it. */
function scalarOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
