import { dayOfDate } from '../calendar.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, list, meant, short } from '../cursor.ts'
import { type Bands, bandsOf, type Comparison, comparing, comparisons, inBands, within } from './bands.ts'
import { readValue, type Scale } from './operands.ts'
import type { Scalar, ValueType } from './value-type.ts'

export type { Scalar, ValueType } from './value-type.ts'

export const SET_AT_MOST = 500

/** What a rule asks of a value, checked and compiled. */
export interface Matcher {
  /** `undefined` is an absent value: it satisfies `present: false`, `isNot` and `notIn`, and nothing else. */
  holds(value: Scalar | undefined): boolean
  /** The values that satisfy it, if it is as simple as that. */
  among?: readonly Scalar[] | undefined
  type: ValueType
  /** The values named in the rule, in the form they are compared in. */
  operands: readonly Scalar[]
  /** For numbers: where the answer changes. */
  bands?: Bands
  /** For durations: their unit. */
  counts?: 'days' | 'ms'
  /** For money. */
  currency?: string
  /** In words: `atLeast 6`. */
  asked: string
}

export const operators = [
  'is',
  'isNot',
  'in',
  'notIn',
  'atLeast',
  'atMost',
  'above',
  'below',
  'between',
  'before',
  'after',
  'within',
  'present',
] as const
export type Operator = (typeof operators)[number]

const numeric = ['is', 'isNot', 'in', 'notIn', 'atLeast', 'atMost', 'above', 'below', 'between', 'present'] as const

const fitting: Record<ValueType['kind'], readonly Operator[]> = {
  text: ['is', 'isNot', 'in', 'notIn', 'present'],
  boolean: ['is', 'isNot', 'present'],
  number: numeric,
  duration: ['is', 'atLeast', 'atMost', 'above', 'below', 'between', 'present'],
  money: numeric,
  date: ['is', 'isNot', 'before', 'after', 'between', 'present'],
  anniversary: ['is', 'within', 'between', 'atLeast', 'present'],
  time: ['present'],
}

/** The comparisons that fit a type. */
export function operatorsOf(type: ValueType): readonly Operator[] {
  return fitting[type.kind]
}

/** A fact's value in the rule, split into its comparisons and the rest (parameters, or typos). */
export interface Asked {
  comparisons: [Operator, Cursor][]
  others: Record<string, Cursor>
}

/**
 * A scalar means `is` (or `present`, for facts that are only there or not), a list means `in`, no comparison means
 * `present`. `isOther` recognises parameters that look like comparisons.
 */
export function takeApart(
  cursor: Cursor,
  type: ValueType,
  isOther: (operator: Operator, value: unknown) => boolean = () => false,
): Asked {
  const { value } = cursor
  if (Array.isArray(value)) return { comparisons: [['in', cursor]], others: {} }
  if (!isMapping(value)) {
    const presence = typeof value === 'boolean' && type.kind !== 'boolean'
    return { comparisons: [[presence ? 'present' : 'is', cursor]], others: {} }
  }
  const asked: Asked = { comparisons: [], others: {} }
  for (const [key, inner] of Object.entries(value)) {
    const operator = operators.find((each) => each === key)
    if (operator && !isOther(operator, inner)) asked.comparisons.push([operator, child(cursor, key)])
    else asked.others[key] = child(cursor, key)
  }
  return asked
}

/** Checks and compiles a matcher without parameters: a filter, or an event's field. */
export function readMatcher(cursor: Cursor, type: ValueType): Matcher | undefined {
  const { comparisons: asked, others } = takeApart(cursor, type)
  for (const [key, at] of Object.entries(others)) {
    complainOfKey(
      at,
      'unknown-operator',
      ({ problems }) => problems.isNotAComparison(short(key)),
      meant(key, operatorsOf(type)),
    )
  }
  return Object.keys(others).length > 0 ? undefined : compileMatcher(cursor, asked, type)
}

/** Checks and compiles comparisons that must all hold. */
export function compileMatcher(
  cursor: Cursor,
  asked: readonly [Operator, Cursor][],
  type: ValueType,
): Matcher | undefined {
  const scale: Scale = {}
  const tests: Test[] = []
  let faulty = false
  for (const [operator, at] of asked.length > 0 ? asked : [['present', { ...cursor, value: true }] as const]) {
    const test = readTest(operator, at, type, scale)
    if (test) tests.push(test)
    else faulty = true
  }
  if (faulty) return undefined
  const words = tests.map((test) => test.asked).join(' and ')
  const operands = tests.flatMap((test) => test.operands)
  const absent = tests.every((test) => test.absent)
  if (type.kind === 'text' || type.kind === 'boolean' || type.kind === 'time') {
    const [only] = tests
    if (tests.length === 1) return { holds: only!.holds, among: only!.among, type, operands, asked: words }
    return { holds: (value) => tests.every((test) => test.holds(value)), type, operands, asked: words }
  }
  const bands = bandsOf(tests.map((test) => test.comparison!))
  if (!absent && !reachable(bands, type)) {
    return complain(cursor, 'never-true', ({ problems }) => problems.nothingCanBe(words))
  }
  const among = within(bands)
  const amongDays = comparing(bands, (date: Scalar) => dayOfDate(date as string))
  const holds: Matcher['holds'] =
    type.kind === 'date'
      ? (value) => (value === undefined ? absent : amongDays(value))
      : (value) => (value === undefined ? absent : among(value as number))
  return { holds, type, operands, bands, asked: words, ...scale }
}

/**
 * Whether any value the type can have satisfies it: counts and durations are never negative, and an anniversary is never more
 * than a year off.
 */
function reachable(bands: Bands, type: ValueType): boolean {
  const fromZero = type.kind === 'duration' || type.kind === 'anniversary' || (type.kind === 'number' && type.counting)
  const least = fromZero ? 0 : Number.NEGATIVE_INFINITY
  const most = type.kind === 'anniversary' ? DAYS_OF_YEAR : Number.POSITIVE_INFINITY
  return inBands(bands, least) || bands.cuts.some((cut) => cut > least && cut <= most)
}

/** The longest distance to an anniversary, on the day after it. */
export const DAYS_OF_YEAR = 365

/** One comparison; for numbers, also on the number line. */
interface Test {
  holds: Matcher['holds']
  among?: readonly Scalar[]
  /** The answer for an absent value. */
  absent: boolean
  comparison?: Comparison
  operands: readonly Scalar[]
  asked: string
}

function readTest(operator: Operator, at: Cursor, type: ValueType, scale: Scale): Test | undefined {
  if (!fitting[type.kind].includes(operator)) {
    const fit = fitting[type.kind].join(', ')
    return complainOfKey(
      at,
      'wrong-operator',
      ({ problems }) => problems.doesNotFit(operator, type.kind),
      ({ problems }) => problems.whatFits(fit),
    )
  }
  if (operator === 'present') return readPresence(at, type)
  const operands = readOperands(operator, at, type, scale)
  if (!operands) return undefined
  const asked = `${operator === 'is' ? '' : `${operator} `}${operands.map(({ said }) => said).join(operator === 'between' ? ' and ' : ', ')}`
  const values = operands.map(({ value }) => value)
  const absent = operator === 'isNot' || operator === 'notIn'
  if (type.kind === 'text' || type.kind === 'boolean') {
    const among = oneOf(values)
    const read = { absent, operands: values, asked }
    return absent ? { holds: (value) => !among(value), ...read } : { holds: among, among: values, ...read }
  }
  const comparison = comparisons[operator](...(values as number[]))
  const holds: Matcher['holds'] = (value) => (value === undefined ? absent : comparison.holds(value as number))
  return { holds, absent, comparison, operands: values, asked }
}

/** Most lists have one value or two. An absent value is not in any. */
function oneOf(values: readonly Scalar[]): Matcher['holds'] {
  const [a, b] = values
  if (values.length === 1) return (value) => value === a
  if (values.length === 2) return (value) => value === a || value === b
  const set = new Set<Scalar | undefined>(values)
  return (value) => set.has(value)
}

function readPresence(at: Cursor, type: ValueType): Test | undefined {
  const wanted = at.value
  if (typeof wanted !== 'boolean') {
    return complain(at, 'wrong-type', ({ problems }) => problems.presentIsTrueOrFalse(wanted))
  }
  const counting = 'counting' in type && type.counting
  const comparison = counting ? comparisons[wanted ? 'above' : 'atMost'](0) : { holds: () => wanted, cuts: [] }
  return {
    holds: (value) => (value !== undefined) === wanted,
    absent: !wanted,
    comparison,
    operands: [],
    asked: wanted ? 'present' : 'absent',
  }
}

interface Operand {
  value: Scalar
  said: string
}

function readOperands(operator: Operator, at: Cursor, type: ValueType, scale: Scale): Operand[] | undefined {
  if (operator !== 'in' && operator !== 'notIn' && operator !== 'between') {
    const operand = readOperand(at, type, scale)
    return operand && [operand]
  }
  const items = list(at, SET_AT_MOST)
  if (!items) return undefined
  if (items.length === 0) return complain(at, 'never-true', ({ problems }) => problems.emptyList)
  const operands = items.map((item) => readOperand(item, type, scale))
  if (operands.includes(undefined)) return undefined
  if (operator === 'between') {
    if (operands.length !== 2) return complain(at, 'bad-value', ({ problems }) => problems.betweenTwoValues)
    if (operands[0]!.value > operands[1]!.value) {
      return complain(
        at,
        'never-true',
        ({ problems }) => problems.nothingBetween(operands[0]!.said, operands[1]!.said),
        ({ problems }) => problems.swapThem,
      )
    }
  }
  return operands as Operand[]
}

function readOperand(at: Cursor, type: ValueType, scale: Scale): Operand | undefined {
  const value = readValue(at, type, scale)
  return value === undefined ? undefined : { value, said: String(at.value) }
}
