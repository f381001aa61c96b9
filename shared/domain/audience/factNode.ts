import { DAY } from '../calendar.ts'
import { type Cursor, complain, complainOfKey, describe, meant, short } from '../cursor.ts'
import { type Duration, isCurrency, knownCurrencies, moneyText, parseDuration } from '../units.ts'
import type { Bound, Fact, Param } from './facts/index.ts'
import {
  compileMatcher,
  complainOfDuration,
  type Matcher,
  operatorsOf,
  readMatcher,
  type Scalar,
  takeApart,
} from './matcher.ts'
import { compare } from './measures/index.ts'
import type { Node } from './node.ts'
import { aheadOf, always, ever, windowOf } from './window.ts'

/** How far a window reaches at most: ten years. */
const FURTHEST = 3660 * DAY

/** Checks and compiles what a rule asks of a fact. */
export function factNode(cursor: Cursor, fact: Fact): Node | undefined {
  const { comparisons, others } = takeApart(cursor, fact.type)
  const params = readParams(others, fact)
  const matcher = compileMatcher(cursor, comparisons, fact.type)
  if (!params || !matcher) return undefined
  const currency = currencyOf(cursor, fact, matcher, params)
  if (fact.type.kind === 'money' && !currency) return undefined
  const evaluation = compare(fact.measure({ ...params, currency }), matcher)
  const label = labelOf(fact, others)
  return {
    timeless: evaluation.timeless,
    test: evaluation.test,
    observe: (subject, into) => {
      const value = shown(evaluation.value(subject), currency)
      into.push({ fact: label, value, asked: matcher.asked, holds: evaluation.test(subject) })
    },
    meaning: { [fact.name]: cursor.value },
    families: [fact.family],
    parts: 1,
  }
}

function readParams(others: Record<string, Cursor>, fact: Fact): Bound | undefined {
  const bound: Bound = { window: always, ahead: ever, filters: {} }
  let faulty = false
  for (const [name, at] of Object.entries(others)) {
    const param = Object.hasOwn(fact.params, name) ? fact.params[name] : undefined
    const read = param ? readParam(name, at, param) : complainOfParam(name, at, fact)
    if (!read) faulty = true
    else Object.assign(bound, { ...read, filters: { ...bound.filters, ...read.filters } })
  }
  return faulty ? undefined : bound
}

function complainOfParam(name: string, at: Cursor, fact: Fact): undefined {
  const all = [...operatorsOf(fact.type), ...Object.keys(fact.params)]
  const hint = meant(name, all) ?? `what it has: ${all.join(', ')}`
  return complainOfKey(at, 'unknown-operator', `"${short(name)}" means nothing to ${fact.name}`, hint)
}

function readParam(name: string, at: Cursor, param: Param): Partial<Bound> | undefined {
  switch (param.kind) {
    case 'inLast': {
      const duration = readReach(at)
      return duration && { window: windowOf(duration) }
    }
    case 'within': {
      const duration = readReach(at)
      return duration && { ahead: aheadOf(duration) }
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

function readReach(at: Cursor): Duration | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  if (duration.ms === 0) return complain(at, 'bad-duration', 'a window of no time holds nothing')
  return duration.ms <= FURTHEST ? duration : complain(at, 'bad-duration', 'a window reaches 3660 days at most')
}

/** A currency by its code. */
export function readCurrency(at: Cursor): string | undefined {
  const { value } = at
  if (typeof value !== 'string') return complain(at, 'wrong-type', `expected a currency, found ${describe(value)}`)
  if (isCurrency(value)) return value
  return complain(at, 'unknown-currency', `no currency is called "${short(value)}"`, meant(value, knownCurrencies()))
}

/** The one currency that is asked about: the amounts', or the one that is named. */
function currencyOf(cursor: Cursor, fact: Fact, matcher: Matcher, params: Bound): string | undefined {
  if (fact.type.kind !== 'money') return undefined
  const { currency: named } = params
  if (named && matcher.currency && named !== matcher.currency) {
    return complain(cursor, 'wrong-unit', `${named} and ${matcher.currency} in one comparison`)
  }
  return (
    named ?? matcher.currency ?? complain(cursor, 'missing-key', `${fact.name} needs a currency`, 'add currency: CNY')
  )
}

function labelOf(fact: Fact, others: Record<string, Cursor>): string {
  const params = Object.entries(others).map(([name, { value }]) => `${name} ${said(value)}`)
  return [fact.name, ...params].join(' ')
}

function said(value: unknown): string {
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
