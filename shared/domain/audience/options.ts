import { DAY } from '../calendar.ts'
import { moneyText, parseMoney } from '../units.ts'
import { nextDown, nextUp } from './bands.ts'
import type { FactUse } from './condition.ts'
import { DAYS_OF_YEAR, type Matcher, type Scalar, type ValueType } from './matcher.ts'
import type { BoundLeaf } from './shape.ts'

/** What a value would have to be, as people write it. Several bounds apply together. */
export type Target =
  | { oneOf: Scalar[] }
  | { noneOf: Scalar[] }
  | { present: boolean }
  | { atLeast?: Scalar; above?: Scalar; atMost?: Scalar; below?: Scalar }

/** Another value that the fact could have: of those with the same answers, the nearest. */
export interface Option {
  /** Null: no value. Undefined: any that no rule names. */
  value?: Scalar | null | undefined
  to: Target
  /** For numbers: the distance from the actual value, in its own unit. */
  by?: Scalar | undefined
  /** The answers of each leaf that asks about it. */
  answers: boolean[]
}

/** The other values a fact could have had: one for each combination of answers of the leaves that ask about it. */
export function optionsOf(leaves: readonly BoundLeaf[]): Option[] {
  const [{ matcher, use }] = leaves as [BoundLeaf]
  const found = matcher ? candidatesOf(matcher, use, leaves) : truths(use)
  const byAnswers = new Map<string, Option>()
  for (const candidate of found) {
    const answers = leaves.map((leaf) => (leaf.matcher ? leaf.matcher.holds(candidate.raw) : candidate.raw === true))
    const key = answers.join()
    const known = byAnswers.get(key)
    if (!known) byAnswers.set(key, { value: candidate.value, to: candidate.to, by: candidate.by, answers })
    else if ('oneOf' in known.to && 'oneOf' in candidate.to) known.to.oneOf.push(...candidate.to.oneOf)
  }
  byAnswers.delete(leaves.map((leaf) => leaf.use.holds).join())
  return [...byAnswers.values()]
}

interface Candidate {
  /** As a matcher takes it. */
  raw: Scalar | undefined
  value?: Scalar | null
  to: Target
  by?: Scalar
}

function truths({ value }: FactUse): Candidate[] {
  return [{ raw: value !== true, value: value !== true, to: { oneOf: [value !== true] } }]
}

const NONE: Candidate = { raw: undefined, value: null, to: { present: false } }
/** Stands for any value that no rule names: no text of an airline contains a control character. */
const ANY_OTHER = '\u0000'

/** By preference: the nearest first, absence last. */
function candidatesOf({ type }: Matcher, use: FactUse, leaves: readonly BoundLeaf[]): Candidate[] {
  const matchers = leaves.flatMap(({ matcher }) => matcher ?? [])
  // A yes-or-no fact is rarely absent.
  const asksPresence = matchers.some(({ operands }) => operands.length === 0)
  switch (type.kind) {
    case 'boolean':
      return [
        ...[true, false].map((raw) => ({ raw, value: raw, to: { oneOf: [raw] } })),
        ...(asksPresence ? [NONE] : []),
      ]
    case 'time':
      return [{ raw: ANY_OTHER, to: { present: true } }, NONE]
    case 'text':
      return texts(type, [...new Set(matchers.flatMap(({ operands }) => operands))])
    default:
      return numbers(type, matchers, use)
  }
}

function texts({ values }: ValueType & { kind: 'text' }, named: Scalar[]): Candidate[] {
  const other = values ? values.find((value) => !named.includes(value)) : ANY_OTHER
  const others: Candidate[] =
    other === undefined
      ? []
      : [
          {
            raw: other,
            ...(other !== ANY_OTHER && { value: other }),
            to: named.length > 0 ? { noneOf: named } : { present: true },
          },
        ]
  return [...named.map((raw) => ({ raw, value: raw, to: { oneOf: [raw] } })), ...others, NONE]
}

type NumberKind = Exclude<ValueType['kind'], 'text' | 'boolean' | 'time'>

/** The sections of the number line between the cuts, the nearest first. */
function numbers(type: ValueType, matchers: readonly Matcher[], use: FactUse): Candidate[] {
  const [matcher] = matchers as [Matcher]
  const kind = type.kind as NumberKind
  const was = rawOf(kind, matcher, use.value)
  const whole = type.kind !== 'number' || type.counting === true || type.unit !== undefined
  const counting = 'counting' in type && type.counting === true
  const least = counting || kind === 'duration' || kind === 'anniversary' ? 0 : Number.NEGATIVE_INFINITY
  const most = kind === 'anniversary' ? DAYS_OF_YEAR : Number.POSITIVE_INFINITY
  const cuts = [...new Set(matchers.flatMap(({ bands }) => bands?.cuts ?? []))].sort((a, b) => a - b)
  const edges = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY]
  const stretches = edges.slice(1).map((end, i) => ({
    from: Math.max(least, whole ? Math.ceil(edges[i]!) : edges[i]!),
    to: Math.min(most, whole ? Math.ceil(end) - 1 : nextDown(end)),
  }))
  const operands = matchers.flatMap((each) => each.operands)
  const found = stretches
    .filter(({ from, to }) => from <= to)
    .map(({ from, to }) => {
      const near = nearest(from, to, was)
      const distance = was === undefined ? 0 : Math.abs(near - was)
      const say = (raw: number) => shownOf(kind, matcher, raw)
      return {
        distance,
        raw: kind === 'date' ? dateOf(near) : near,
        value: say(near),
        to: boundsOf(from, to, { least, most, whole, operands, say }),
        ...(was !== undefined && kind !== 'date' && { by: say(whole ? distance : withoutDust(distance)) }),
      }
    })
    .sort((a, b) => a.distance - b.distance)
  return counting ? found : [...found, NONE]
}

/** A difference of decimal fractions carries an error of the last binary digits, which nobody wants to read. */
function withoutDust(difference: number): number {
  return Number(difference.toPrecision(12))
}

function nearest(from: number, to: number, was: number | undefined): number {
  if (was !== undefined) return Math.min(to, Math.max(from, was))
  return Number.isFinite(from) ? from : Number.isFinite(to) ? to : 0
}

function boundsOf(
  from: number,
  to: number,
  on: { least: number; most: number; whole: boolean; operands: readonly Scalar[]; say(raw: number): Scalar },
): Target {
  const { say, operands } = on
  const lower = from <= on.least ? {} : bound(from, nextDown(from), 'atLeast', 'above')
  const upper = to >= on.most ? {} : bound(to, nextUp(to), 'atMost', 'below')
  return { ...lower, ...upper }

  /** Of two neighbouring numbers, the one that a rule names is shown. */
  function bound(edge: number, beyond: number, closed: 'atLeast' | 'atMost', open: 'above' | 'below') {
    if (on.whole || operands.includes(edge)) return { [closed]: say(edge) }
    return operands.includes(beyond) ? { [open]: say(beyond) } : { [closed]: say(edge) }
  }
}

/** A kept value as the number it was compared by. */
function rawOf(kind: NumberKind, { counts }: Matcher, value: FactUse['value']): number | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  switch (kind) {
    case 'number':
      return Number(value)
    case 'money':
      return parseMoney(value)?.minor
    case 'date':
      return Date.parse(`${value}T00:00:00Z`) / DAY
    case 'duration':
    case 'anniversary':
      return counts === 'ms' ? Number.parseInt(String(value), 10) * 60_000 : Number.parseInt(String(value), 10)
  }
}

function shownOf(kind: NumberKind, { counts, currency }: Matcher, raw: number): Scalar {
  switch (kind) {
    case 'number':
      return raw
    case 'money':
      return moneyText(raw, currency!)
    case 'date':
      return dateOf(raw)
    case 'duration':
    case 'anniversary':
      return counts === 'ms' ? exact(raw) : `${raw}d`
  }
}

function exact(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`
}

function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
