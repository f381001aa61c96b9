import { type Cursor, child, complain, complainOfKey, describe, isMapping, list, meant, short } from '../cursor.ts'
import { isCurrency, knownCurrencies, parseDuration, parseMoney } from '../units.ts'
import { type Bands, bandsOf, type Comparison, comparisons, inBands, within } from './bands.ts'

export type Scalar = string | number | boolean

/** What kind of values a fact, a filter or an event's field has: decides which comparisons fit. */
export type ValueType =
  | { kind: 'text'; values?: readonly string[]; pattern?: RegExp; like?: string }
  | { kind: 'boolean' }
  /** `counting`: of things that may be none, never absent; `true` then means more than none. */
  | { kind: 'number'; unit?: string; counting?: true }
  /** How long ago: in whole days of the airline's zone, or exact in minutes and hours. */
  | { kind: 'duration' }
  | { kind: 'money'; counting?: true }
  /** An instant: one can only ask whether it is there. */
  | { kind: 'time' }

export const SET_AT_MOST = 500

/** What a rule asks of a value, checked and compiled. */
export interface Matcher {
  /** `undefined` is an absent value: it satisfies `present: false`, `isNot` and `notIn`, and nothing else. */
  holds(value: Scalar | undefined): boolean
  /** For numbers: where the answer changes. */
  bands?: Bands
  /** For durations: what they are counted in. */
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
  'present',
] as const
export type Operator = (typeof operators)[number]

const fitting: Record<ValueType['kind'], readonly Operator[]> = {
  text: ['is', 'isNot', 'in', 'notIn', 'present'],
  boolean: ['is', 'isNot', 'present'],
  number: operators,
  duration: ['is', 'atLeast', 'atMost', 'above', 'below', 'between', 'present'],
  money: operators,
  time: ['present'],
}

/** The comparisons that fit a type. */
export function operatorsOf(type: ValueType): readonly Operator[] {
  return fitting[type.kind]
}

/** What stands at a fact, taken apart: its comparisons, and the rest (parameters, or what is misspelt). */
export interface Asked {
  comparisons: [Operator, Cursor][]
  others: Record<string, Cursor>
}

/**
 * A scalar is `is` (or `present`, of what can only be there or not), a list is `in`, no comparison is `present`.
 * `isOther` says what is none though it looks like one.
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
    complainOfKey(at, 'unknown-operator', `"${short(key)}" is not a comparison`, meant(key, operatorsOf(type)))
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
  const absent = tests.every((test) => test.absent)
  if (type.kind === 'text' || type.kind === 'boolean' || type.kind === 'time') {
    const one = tests.length === 1 ? tests[0]!.one : (value: Scalar) => tests.every((test) => test.one(value))
    return { holds: (value) => (value === undefined ? absent : one(value)), asked: words }
  }
  const bands = bandsOf(tests.map((test) => test.comparison!))
  if (!absent && !reachable(bands, type)) {
    return complain(cursor, 'never-true', `nothing can be ${words}`)
  }
  const among = within(bands)
  const holds = (value: Scalar | undefined) => (value === undefined ? absent : among(value as number))
  return { holds, bands, asked: words, ...scale }
}

/** Whether any value the type can have satisfies it: counts and durations are not below zero. */
function reachable(bands: Bands, type: ValueType): boolean {
  const least = type.kind === 'duration' || (type.kind === 'number' && type.counting) ? 0 : Number.NEGATIVE_INFINITY
  return inBands(bands, least) || bands.cuts.some((cut) => cut > least)
}

/** One comparison: of a value, of an absent one, and, of numbers, on the number line. */
interface Test {
  one(value: Scalar): boolean
  absent: boolean
  comparison?: Comparison
  asked: string
}

/** What the operands of one matcher are measured in; they must agree. */
interface Scale {
  counts?: 'days' | 'ms'
  currency?: string
}

function readTest(operator: Operator, at: Cursor, type: ValueType, scale: Scale): Test | undefined {
  if (!fitting[type.kind].includes(operator)) {
    const fit = fitting[type.kind].join(', ')
    return complainOfKey(at, 'wrong-operator', `"${operator}" does not fit ${inWords(type)}`, `what fits: ${fit}`)
  }
  if (operator === 'present') return readPresence(at, type)
  const operands = readOperands(operator, at, type, scale)
  if (!operands) return undefined
  const asked = `${operator === 'is' ? '' : `${operator} `}${operands.map(({ said }) => said).join(operator === 'between' ? ' and ' : ', ')}`
  const values = operands.map(({ value }) => value)
  const absent = operator === 'isNot' || operator === 'notIn'
  if (type.kind === 'text' || type.kind === 'boolean') {
    const among = oneOf(values)
    return { one: absent ? (value) => !among(value) : among, absent, asked }
  }
  const comparison = comparisons[operator](...(values as [number, number]))
  return { one: (value) => comparison.holds(value as number), absent, comparison, asked }
}

/** Most lists name one value or two. */
function oneOf(values: readonly Scalar[]): (value: Scalar) => boolean {
  const [a, b] = values
  if (values.length === 1) return (value) => value === a
  if (values.length === 2) return (value) => value === a || value === b
  const set = new Set(values)
  return (value) => set.has(value)
}

function readPresence(at: Cursor, type: ValueType): Test | undefined {
  const wanted = at.value
  if (typeof wanted !== 'boolean') {
    return complain(at, 'wrong-type', `"present" is true or false, found ${describe(wanted)}`)
  }
  const counting = 'counting' in type && type.counting
  const comparison = counting ? comparisons[wanted ? 'above' : 'atMost'](0) : { holds: () => wanted, cuts: [] }
  return { one: () => wanted, absent: !wanted, comparison, asked: wanted ? 'present' : 'absent' }
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
  if (items.length === 0) return complain(at, 'never-true', 'an empty list has nothing in it')
  const operands = items.map((item) => readOperand(item, type, scale))
  if (operands.includes(undefined)) return undefined
  if (operator === 'between') {
    if (operands.length !== 2) return complain(at, 'bad-value', '"between" takes two values, such as [2, 5]')
    if (operands[0]!.value > operands[1]!.value) {
      return complain(
        at,
        'never-true',
        `nothing lies between ${operands[0]!.said} and ${operands[1]!.said}`,
        'swap them',
      )
    }
  }
  return operands as Operand[]
}

function readOperand(at: Cursor, type: ValueType, scale: Scale): Operand | undefined {
  const value = operandReaders[type.kind](at, type as never, scale)
  return value === undefined ? undefined : { value, said: String(at.value) }
}

const operandReaders: {
  [K in ValueType['kind']]: (at: Cursor, type: ValueType & { kind: K }, scale: Scale) => Scalar | undefined
} = {
  text: readText,
  boolean: (at) => {
    if (typeof at.value === 'boolean') return at.value
    return complain(at, 'wrong-type', `expected true or false, found ${describe(at.value)}`)
  },
  number: readNumber,
  duration: (at, _type, scale) => readDuration(at, scale),
  money: (at, _type, scale) => readMoney(at, scale),
  time: (at) => complain(at, 'wrong-operator', 'one can only ask whether a time is present'),
}

function readText(at: Cursor, { values, pattern, like }: ValueType & { kind: 'text' }): string | undefined {
  const { value } = at
  if (typeof value !== 'string') {
    const quote = typeof value === 'number' || typeof value === 'boolean' ? `put it in quotes: "${value}"` : undefined
    return complain(at, 'wrong-type', `expected a text, found ${describe(value)}`, quote)
  }
  if (values && !values.includes(value)) {
    const hint = meant(value, values) ?? `one of ${values.join(', ')}`
    return complain(at, 'unknown-value', `"${short(value)}" is no value this can have`, hint)
  }
  if (pattern && !pattern.test(value)) return complain(at, 'bad-value', `"${short(value)}" is not of the form ${like}`)
  if (value.length === 0 || value.length > 200) return complain(at, 'bad-value', 'a text has 1 to 200 characters')
  return value
}

function readNumber(at: Cursor, { unit }: ValueType & { kind: 'number' }): number | undefined {
  const { value } = at
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e15) return value
  if (typeof value === 'string') {
    const match = /^(-?\d{1,15}(?:\.\d{1,6})?) ?([A-Za-z%]+)$/.exec(value)
    if (match && match[2] === unit) return Number(match[1])
    if (match) {
      const hint = unit ? `it is counted in ${unit}: ${match[1]} ${unit}` : `it has no unit: ${match[1]}`
      return complain(at, 'wrong-unit', `"${match[2]}" does not fit here`, hint)
    }
  }
  return complain(at, 'wrong-type', `expected a number, found ${describe(value)}`)
}

function readDuration(at: Cursor, scale: Scale): number | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  const counts = duration.days === undefined ? 'ms' : 'days'
  if (scale.counts && scale.counts !== counts) {
    return complain(at, 'wrong-unit', 'days and hours do not mix: days are whole days of a calendar, hours are exact')
  }
  scale.counts = counts
  return duration.days ?? duration.ms
}

/** The one complaint about what should have been a duration. */
export function complainOfDuration(at: Cursor): undefined {
  const { value } = at
  const number = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  const hint = number ? `with its unit: ${value}d, ${value}h or ${value}m` : 'a duration is written 30m, 2h, 7d or 2w'
  return complain(at, 'bad-duration', `expected a duration, found ${describe(value)}`, hint)
}

function readMoney(at: Cursor, scale: Scale): number | undefined {
  const money = parseMoney(at.value)
  if (!money) {
    const hint = typeof at.value === 'number' ? `with its currency: ${at.value} CNY` : 'money is written 500 CNY'
    return complain(
      at,
      typeof at.value === 'number' ? 'wrong-unit' : 'bad-money',
      `expected money, found ${describe(at.value)}`,
      hint,
    )
  }
  if (!isCurrency(money.currency)) {
    return complain(
      at,
      'unknown-currency',
      `no currency is called ${money.currency}`,
      meant(money.currency, knownCurrencies()),
    )
  }
  if (!Number.isInteger(money.amountMinor))
    return complain(at, 'bad-money', `${money.currency} has not so many decimals`)
  if (scale.currency && scale.currency !== money.currency) {
    return complain(at, 'wrong-unit', `${money.currency} and ${scale.currency} in one comparison`)
  }
  scale.currency = money.currency
  return money.amountMinor
}

/** A type in words, for messages. */
export function inWords(type: ValueType): string {
  return {
    text: 'a text',
    boolean: 'yes or no',
    number: 'a number',
    duration: 'a duration',
    money: 'money',
    time: 'a time',
  }[type.kind]
}
