import { readCurrency } from '../../standards/currency.ts'
import { names } from '../../standards/names.ts'
import { type Cursor, complain, describe, meant, short } from '../cursor.ts'
import { commaInNumber } from '../slips.ts'
import { parseDate, parseDuration, parseMoney } from '../units.ts'
import type { Scalar, ValueType } from './value-type.ts'

/** What the operands of one matcher are measured in; they must agree. */
export interface Scale {
  counts?: 'days' | 'ms'
  currency?: string
}

/** One operand as the number, text or truth it is compared by. Complains where it does not fit the type. */
export function readValue(at: Cursor, type: ValueType, scale: Scale): Scalar | undefined {
  return readers[type.kind](at, type as never, scale)
}

const readers: {
  [K in ValueType['kind']]: (at: Cursor, type: Extract<ValueType, { kind: K }>, scale: Scale) => Scalar | undefined
} = {
  text: readText,
  boolean: (at) => {
    if (typeof at.value === 'boolean') return at.value
    return complain(at, 'wrong-type', `expected true or false, found ${describe(at.value)}`)
  },
  number: readNumber,
  duration: (at, _type, scale) => readDuration(at, scale),
  money: (at, _type, scale) => readMoney(at, scale),
  date: readDay,
  anniversary: readDays,
  time: (at) => complain(at, 'wrong-operator', 'one can only ask whether a time is present'),
}

function readText(at: Cursor, type: ValueType & { kind: 'text' }): string | undefined {
  const { values, pattern, like } = type
  const { value } = at
  if (typeof value !== 'string') {
    const quote = typeof value === 'number' || typeof value === 'boolean' ? `put it in quotes: "${value}"` : undefined
    return complain(at, 'wrong-type', `expected a text, found ${describe(value)}`, quote)
  }
  if (type.names) {
    const read = names[type.names](value)
    if (read.ok) return read.name
    return complain(at, values ? 'unknown-value' : 'bad-value', read.message, read.hint)
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
  return complain(at, 'wrong-type', `expected a number, found ${describe(value)}`, commaInNumber(value))
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

/** So many days until a date comes round. */
function readDays(at: Cursor): number | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  return duration.days ?? complain(at, 'wrong-unit', 'a date comes round in days', 'write 7d or 2w')
}

/** A date, as days since 1970-01-01. */
export function readDay(at: Cursor): number | undefined {
  const day = parseDate(at.value)
  const hint = 'a date is written 2026-10-01'
  return day ?? complain(at, 'bad-date', `expected a day that there is, found ${describe(at.value)}`, hint)
}

/** What so many months may stand for. */
const DURING: Readonly<Record<string, string>> = {
  1: 'this month',
  3: 'this quarter',
  6: 'this half-year',
  12: 'this year',
}

/** The one complaint about what should have been a duration. */
export function complainOfDuration(at: Cursor): undefined {
  const { value } = at
  const months = typeof value === 'string' ? /^(\d{1,3}) ?mo(?:nths?)?$/.exec(value)?.[1] : undefined
  if (months !== undefined) {
    const during = at.path.at(-1) === 'inLast' ? DURING[months] : undefined
    const hint = `write ${Number(months) * 30}d${during ? `, or during: ${during}` : ''}`
    return complain(at, 'bad-duration', `expected a duration, found ${describe(value)}`, hint)
  }
  const number = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  const hint = number ? `with its unit: ${value}d, ${value}h or ${value}m` : 'a duration is written 30m, 2h, 7d or 2w'
  return complain(at, 'bad-duration', `expected a duration, found ${describe(value)}`, hint)
}

function readMoney(at: Cursor, scale: Scale): number | undefined {
  const money = parseMoney(at.value)
  if (!money) {
    const hint =
      typeof at.value === 'number'
        ? `with its currency: ${at.value} CNY`
        : (commaInNumber(at.value) ?? 'for example 500 CNY')
    return complain(
      at,
      typeof at.value === 'number' ? 'wrong-unit' : 'bad-money',
      `expected money, found ${describe(at.value)}`,
      hint,
    )
  }
  const known = readCurrency(money.currency)
  if (!known.ok) return complain(at, 'unknown-currency', known.message, known.hint)
  if (money.per !== 1) return complain(at, 'bad-money', `${money.currency} has not so many decimals`)
  if (scale.currency && scale.currency !== money.currency) {
    return complain(at, 'wrong-unit', `${money.currency} and ${scale.currency} in one comparison`)
  }
  scale.currency = money.currency
  return money.minor
}
