import * as standard from '../../standards/currency.ts'
import { type Cursor, complain, complainOfKey, describe, meant, short } from '../cursor.ts'
import { moneyText } from '../units.ts'
import type { Bound, Fact, Family, Param } from './facts/index.ts'
import { withinCount, withinDays } from './history/bounds.ts'
import { type History, histories } from './history/index.ts'
import {
  compileMatcher,
  type Matcher,
  operatorsOf,
  readMatcher,
  type Scalar,
  takeApart,
  type ValueType,
} from './matcher.ts'
import { compare } from './measures/index.ts'
import type { Measure } from './measures/measure.ts'
import type { Node } from './node.ts'
import { aheadReaders, isTimes, windowReaders } from './read-window.ts'
import { always, ever } from './window.ts'

/** Checks and compiles what a rule asks of a fact. */
export function factNode(cursor: Cursor, fact: Fact): Node | undefined {
  const { comparisons, others } = takeApart(cursor, fact.type, (operator, value) => isParam(fact, operator, value))
  const params = readParams(cursor, others, fact)
  const matcher = compileMatcher(cursor, comparisons, fact.type)
  if (!params || !matcher) return undefined
  const history = countedBy(fact)
  if (history && !withinCount(cursor, matcher, history)) return undefined
  const currency = currencyOf(cursor, fact, matcher, params.currency)
  if (currency === 'faulty') return undefined
  return measureNode({
    label: [fact.name, ...Object.entries(others).map(([name, { value }]) => `${name} ${said(value)}`)].join(' '),
    measure: fact.measure({ ...params, currency }),
    matcher,
    currency,
    meaning: { [fact.name]: cursor.value },
    family: fact.family,
  })
}

/** The history of which it counts what is kept. */
function countedBy({ counts }: Fact): History | undefined {
  return counts && histories[counts]
}

/** `between` with times is a window, where the fact has one. */
function isParam(fact: Fact, operator: string, value: unknown): boolean {
  return operator === 'between' && Object.hasOwn(fact.params, 'between') && isTimes(value)
}

/** A comparison of a measure as a part of a condition. */
export function measureNode(asked: {
  /** As receipts name it. */
  label: string
  measure: Measure
  matcher: Matcher
  currency: string | undefined
  meaning: unknown
  family: Family
}): Node {
  const { label, measure, matcher, currency, meaning, family } = asked
  const { timeless, holds, test, value } = compare(measure, matcher)
  return {
    timeless,
    holds,
    test,
    observe: (subject, into) => {
      into.push({
        fact: label,
        value: shown(value(subject), currency),
        asked: matcher.asked,
        holds: holds(subject),
      })
    },
    shape: { leaf: { of: [label, matcher.counts, currency].filter(Boolean).join(' '), matcher } },
    meaning,
    families: [family],
    parts: isStepwise(measure) ? STEPWISE : 1,
  }
}

/** What is worked out at one instant after the other, until the answer is another, costs as much as so many parts. */
const STEPWISE = 10

function isStepwise(measure: Measure): boolean {
  return measure.kind === 'timeline' || (measure.kind === 'sum' && measure.window.ending !== undefined)
}

function readParams(cursor: Cursor, others: Record<string, Cursor>, fact: Fact): Bound | undefined {
  const bound: Bound = { window: always, ahead: ever, filters: {} }
  let faulty = false
  for (const [name, param] of Object.entries(fact.params)) {
    if (param.kind !== 'filter' || !param.required || others[name]) continue
    complain(cursor, 'missing-key', `"${name}" is missing`, `such as ${fact.example}`)
    faulty = true
  }
  for (const [name, at] of Object.entries(others)) {
    const param = Object.hasOwn(fact.params, name) ? fact.params[name] : undefined
    const read = param ? readParam(name, at, param, fact) : complainOfParam(name, at, fact)
    if (!read) faulty = true
    else Object.assign(bound, { ...read, filters: { ...bound.filters, ...read.filters } })
  }
  for (const readers of [windowReaders, aheadReaders]) {
    const times = Object.keys(others).filter((name) => Object.hasOwn(readers, fact.params[name]?.kind ?? ''))
    if (times.length > 1) return complainOfTimes(others[times[1]!]!, times)
  }
  return faulty ? undefined : bound
}

/** The one complaint about two windows in one place. */
export function complainOfTimes(at: Cursor, names: readonly string[]): undefined {
  return complainOfKey(at, 'bad-value', `one window at a time: ${names.join(' or ')}`)
}

function complainOfParam(name: string, at: Cursor, fact: Fact): undefined {
  const all = [...operatorsOf(fact.type), ...Object.keys(fact.params)]
  const hint = meant(name, all) ?? `what it has: ${[...new Set(all)].join(', ')}`
  return complainOfKey(at, 'unknown-operator', `"${short(name)}" means nothing to ${fact.name}`, hint)
}

function readParam(name: string, at: Cursor, param: Param, fact: Fact): Partial<Bound> | undefined {
  switch (param.kind) {
    case 'inLast':
    case 'between':
    case 'during': {
      const history = countedBy(fact)
      const read = windowReaders[param.kind](at)
      const window = history ? withinDays(at, read, history) : read
      return window && { window }
    }
    case 'within':
    case 'betweenAhead':
    case 'duringAhead': {
      const ahead = aheadReaders[param.kind](at)
      return ahead && { ahead }
    }
    case 'currency': {
      const currency = readCurrency(at)
      return currency === undefined ? undefined : { currency }
    }
    case 'filter': {
      const matcher = readMatcher(at, param.type)
      return matcher && { filters: { [name]: matcher } }
    }
  }
}

/** A currency by its code. */
export function readCurrency(at: Cursor): string | undefined {
  const { value } = at
  if (typeof value !== 'string') return complain(at, 'wrong-type', `expected a currency, found ${describe(value)}`)
  const currency = standard.readCurrency(value)
  return currency.ok ? currency.name : complain(at, 'unknown-currency', currency.message, currency.hint)
}

/** The one currency that is asked about: the amounts', or the one that is named; undefined where it is not of money. */
export function currencyOf(
  cursor: Cursor,
  { name, type }: { name: string; type: ValueType },
  matcher: Matcher,
  named: string | undefined,
): string | undefined | 'faulty' {
  if (type.kind !== 'money') return undefined
  if (named && matcher.currency && named !== matcher.currency) {
    complain(cursor, 'wrong-unit', `${named} and ${matcher.currency} in one comparison`)
    return 'faulty'
  }
  const currency = named ?? matcher.currency
  if (currency === undefined) complain(cursor, 'missing-key', `${name} needs a currency`, 'add currency: CNY')
  return currency ?? 'faulty'
}

/** A value of the source in words. */
export function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).join(' or ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${said(inner)}`)
    .join(' and ')
}

function shown(value: Scalar | undefined, currency: string | undefined): Scalar | null {
  if (value === undefined) return null
  return currency ? moneyText(value as number, currency) : value
}
