import * as standard from '../../standards/currency.ts'
import { type Cursor, complain, complainOfKey, isMapping, meant, short } from '../cursor.ts'
import { type ScoreModels, SHIPPED_MODELS } from '../scores/models.ts'
import { cutByComma } from '../slips.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { moneyText } from '../units.ts'
import type { Subject } from './condition.ts'
import type { FactUse } from './fact-use.ts'
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
export function factNode(cursor: Cursor, fact: Fact, models: ScoreModels = SHIPPED_MODELS): Node | undefined {
  const { comparisons, others } = takeApart(cursor, fact.type, (operator, value) => isParam(fact, operator, value))
  const params = readParams(cursor, others, fact)
  const matcher = compileMatcher(cursor, comparisons, fact.type)
  if (!params || !matcher) return undefined
  const history = countedBy(fact)
  if (history && !withinCount(cursor, matcher, history)) return undefined
  const only = fact.currencyIn?.(models)
  const currency = currencyOf(cursor, fact, matcher, params.currency ?? matcher.currency ?? only)
  if (currency === 'faulty') return undefined
  if (only !== undefined && currency !== only) {
    return complain(cursor, 'wrong-unit', ({ problems }) => problems.onlyInCurrency(fact.name, only))
  }
  const measure = fact.measure({ ...params, currency, models })
  return measureNode({
    label: [fact.name, ...Object.entries(others).map(([name, { value }]) => `${name} ${said(value)}`)].join(' '),
    measure,
    matcher,
    currency,
    meaning: { [fact.name]: cursor.value, ...('model' in measure && { model: measure.model }) },
    family: fact.family,
  })
}

/** The history it counts. */
function countedBy({ counts }: Fact): History | undefined {
  return counts && histories[counts]
}

/** `between` with times is a window, if the fact has one. */
function isParam(fact: Fact, operator: string, value: unknown): boolean {
  return operator === 'between' && Object.hasOwn(fact.params, 'between') && isTimes(value)
}

/** A comparison of a measure, as a part of a condition. */
export function measureNode(asked: {
  /** Its name in receipts. */
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
        ...scoreOf(measure, subject),
      })
    },
    shape: { leaf: { of: [label, matcher.counts, currency].filter(Boolean).join(' '), matcher } },
    meaning,
    families: [family],
    parts: isStepwise(measure) ? STEPWISE : 1,
  }
}

/** The origin of a score. */
function scoreOf(measure: Measure, subject: Subject): Pick<FactUse, 'score'> {
  const score = whyOf(measure, subject)
  return score ? { score } : {}
}

function whyOf(measure: Measure, subject: Subject): FactUse['score'] {
  if (measure.kind === 'score') return measure.why(subject, subject.calendar.startOfDay(subject.now))
  return measure.kind === 'timeline' ? measure.why?.(subject, subject.now) : undefined
}

/** A measure evaluated at one instant after the other until the answer changes costs as much as so many parts. */
const STEPWISE = 10

function isStepwise(measure: Measure): boolean {
  return (
    measure.kind === 'timeline' ||
    measure.kind === 'score' ||
    (measure.kind === 'sum' && measure.window.ending !== undefined)
  )
}

function readParams(cursor: Cursor, others: Record<string, Cursor>, fact: Fact): Omit<Bound, 'models'> | undefined {
  const bound: Omit<Bound, 'models'> = { window: always, ahead: ever, filters: {} }
  let faulty = false
  for (const [name, param] of Object.entries(fact.params)) {
    if (param.kind !== 'filter' || !param.required || others[name]) continue
    complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.isMissing(name),
      ({ problems }) => problems.suchAs(fact.example),
    )
    faulty = true
  }
  for (const [name, at] of Object.entries(others)) {
    const param = Object.hasOwn(fact.params, name) ? fact.params[name] : undefined
    const read = param ? readParam(name, at, param, fact) : complainOfParam(name, at, fact, cursor.value)
    if (!read) faulty = true
    else Object.assign(bound, { ...read, filters: { ...bound.filters, ...read.filters } })
  }
  for (const readers of [windowReaders, aheadReaders]) {
    const times = Object.keys(others).filter((name) => Object.hasOwn(readers, fact.params[name]?.kind ?? ''))
    if (times.length > 1) return complainOfTimes(others[times[1]!]!, times)
  }
  return faulty ? undefined : bound
}

/** The one problem reported for two windows in one place. */
export function complainOfTimes(at: Cursor, names: readonly string[]): undefined {
  return complainOfKey(at, 'bad-value', ({ problems }) => problems.oneWindow(names.join(' or ')))
}

function complainOfParam(name: string, at: Cursor, fact: Fact, around: unknown): undefined {
  const all = [...operatorsOf(fact.type), ...Object.keys(fact.params)]
  const cut = isMapping(around) ? cutByComma(name, around) : undefined
  const hint: Wording = cut ?? meant(name, all) ?? (({ problems }) => problems.whatItHas([...new Set(all)].join(', ')))
  return complainOfKey(at, 'unknown-operator', ({ problems }) => problems.meansNothingTo(short(name), fact.name), hint)
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
  if (typeof value !== 'string') return complain(at, 'wrong-type', ({ problems }) => problems.expectedACurrency(value))
  const currency = standard.readCurrency(value)
  return currency.ok ? currency.name : complain(at, 'unknown-currency', currency.message, currency.hint)
}

/** The currency asked about: that of the amounts, or the one named. Undefined if it is not about money. */
export function currencyOf(
  cursor: Cursor,
  { name, type }: { name: string; type: ValueType },
  matcher: Matcher,
  named: string | undefined,
): string | undefined | 'faulty' {
  if (type.kind !== 'money') return undefined
  if (named && matcher.currency && named !== matcher.currency) {
    complain(cursor, 'wrong-unit', ({ problems }) => problems.twoCurrencies(named, matcher.currency))
    return 'faulty'
  }
  const currency = named ?? matcher.currency
  if (currency === undefined)
    complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.needsACurrency(name),
      ({ problems }) => problems.addCurrencyCny,
    )
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
