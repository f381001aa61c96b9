import { readCurrency } from '../../standards/currency.ts'
import { names } from '../../standards/names.ts'
import { type Cursor, complain, meant, short } from '../cursor.ts'
import { commaInNumber, looksLikeSeveral, numberInChinese, yuanInChinese } from '../slips.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parseDate, parseDuration, parseMoney } from '../units.ts'
import type { Scalar, ValueType } from './value-type.ts'

/** The unit of one matcher's operands, which must agree. */
export interface Scale {
  counts?: 'days' | 'ms'
  currency?: string
}

/** One operand as the number, text or boolean it is compared as. Reports a problem if it does not fit the type. */
export function readValue(at: Cursor, type: ValueType, scale: Scale): Scalar | undefined {
  return readers[type.kind](at, type as never, scale)
}

const readers: {
  [K in ValueType['kind']]: (at: Cursor, type: Extract<ValueType, { kind: K }>, scale: Scale) => Scalar | undefined
} = {
  text: readText,
  boolean: (at) => {
    if (typeof at.value === 'boolean') return at.value
    return complain(at, 'wrong-type', ({ problems }) => problems.expectedTrueOrFalse(at.value))
  },
  number: readNumber,
  duration: (at, _type, scale) => readDuration(at, scale),
  money: (at, _type, scale) => readMoney(at, scale),
  date: readDay,
  anniversary: readDays,
  time: (at) => complain(at, 'wrong-operator', ({ problems }) => problems.timeOnlyPresent),
}

function readText(at: Cursor, type: ValueType & { kind: 'text' }): string | undefined {
  const { values, pattern, like } = type
  const { value } = at
  if (typeof value !== 'string') {
    const quote: Wording | undefined =
      typeof value === 'number' || typeof value === 'boolean'
        ? ({ problems }) => problems.putItInQuotes(value)
        : undefined
    return complain(at, 'wrong-type', ({ problems }) => problems.expectedAText(value), quote)
  }
  if (type.names) {
    const read = names[type.names](value)
    if (read.ok) return read.name
    return complain(at, values ? 'unknown-value' : 'bad-value', read.message, read.hint)
  }
  if (values && !values.includes(value)) {
    const hint: Wording = meant(value, values) ?? (({ problems }) => problems.oneOf(values.join(', ')))
    return complain(at, 'unknown-value', ({ problems }) => problems.impossibleValue(short(value)), hint)
  }
  if (pattern && !pattern.test(value))
    return complain(at, 'bad-value', ({ problems }) => problems.notOfTheForm(short(value), like))
  if (looksLikeSeveral(value)) return complain(at, 'bad-value', ({ problems }) => problems.oneValue(short(value)))
  if (value.length === 0 || value.length > 200) return complain(at, 'bad-value', ({ problems }) => problems.textLength)
  return value
}

function readNumber(at: Cursor, type: ValueType & { kind: 'number' }): number | undefined {
  const { value } = at
  const meantAs = type.probability ? probabilityFor(value) : undefined
  if (meantAs !== undefined) {
    return complain(
      at,
      'bad-value',
      ({ problems }) => problems.impossibleValue(short(String(value))),
      ({ problems }) => problems.fromZeroToOne(meantAs),
    )
  }
  const { unit } = type
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e15) return value
  if (typeof value === 'string') {
    const match = /^(-?\d{1,15}(?:\.\d{1,6})?) ?([A-Za-z%]+)$/.exec(value)
    if (match && match[2] === unit) return Number(match[1])
    if (match) {
      const hint: Wording = unit
        ? ({ problems }) => problems.countedIn(unit, match[1], unit)
        : ({ problems }) => problems.hasNoUnit(match[1])
      return complain(at, 'wrong-unit', ({ problems }) => problems.unitDoesNotFit(match[2]), hint)
    }
  }
  return complain(
    at,
    'wrong-type',
    ({ problems }) => problems.expectedANumber(value),
    commaInNumber(value) ?? numberInChinese(value),
  )
}

/** What to write instead of a value that is no probability: what was meant in percent, or any. Undefined: it is one, or no number. */
function probabilityFor(value: unknown): number | undefined {
  const percent = typeof value === 'string' ? /^(\d{1,3}(?:\.\d{1,4})?) ?[%％]$/.exec(value)?.[1] : undefined
  const number = Number(percent ?? value)
  if (percent === undefined && (typeof value !== 'number' || (number >= 0 && number <= 1))) return undefined
  return number >= 0 && number <= 100 ? number / 100 : A_PROBABILITY
}

const A_PROBABILITY = 0.6

function readDuration(at: Cursor, scale: Scale): number | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  const counts = duration.days === undefined ? 'ms' : 'days'
  if (scale.counts && scale.counts !== counts) {
    return complain(at, 'wrong-unit', ({ problems }) => problems.daysAndHours)
  }
  scale.counts = counts
  return duration.days ?? duration.ms
}

/** A number of days until a date comes round. */
function readDays(at: Cursor): number | undefined {
  const duration = parseDuration(at.value)
  if (!duration) return complainOfDuration(at)
  return (
    duration.days ??
    complain(
      at,
      'wrong-unit',
      ({ problems }) => problems.anniversaryInDays,
      ({ problems }) => problems.writeDays,
    )
  )
}

/** A date, as days since 1970-01-01. */
export function readDay(at: Cursor): number | undefined {
  const day = parseDate(at.value)
  const hint: Wording = ({ problems }) => problems.writeDate
  return day ?? complain(at, 'bad-date', ({ problems }) => problems.expectedExistingDay(at.value), hint)
}

/** What a number of months may stand for. */
const DURING: Readonly<Record<string, string>> = {
  1: 'this month',
  3: 'this quarter',
  6: 'this half-year',
  12: 'this year',
}

/** Units as people write them. */
const UNITS: Readonly<Record<string, string>> = { 分钟: 'm', 小时: 'h', 天: 'd', 日: 'd', 周: 'w' }

/** The one problem reported for anything that should be a duration. */
export function complainOfDuration(at: Cursor): undefined {
  const { value } = at
  const months = typeof value === 'string' ? /^(\d{1,3}) ?mo(?:nths?)?$/.exec(value)?.[1] : undefined
  if (months !== undefined) {
    const during = at.path.at(-1) === 'inLast' ? DURING[months] : undefined
    const hint: Wording = ({ problems }) => problems.monthsAsDays(Number(months) * 30, during)
    return complain(at, 'bad-duration', ({ problems }) => problems.expectedADuration(value), hint)
  }
  const [, count, unit] =
    (typeof value === 'string' && /^(\d+) ?(分钟|小时|天|日|周|days?|hours?|weeks?|minutes?)$/.exec(value)) || []
  if (unit !== undefined) {
    const written = `${count}${UNITS[unit] ?? unit[0]}`
    return complain(
      at,
      'bad-duration',
      ({ problems }) => problems.expectedADuration(value),
      ({ problems }) => problems.writeUnit(written),
    )
  }
  const number = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  const hint: Wording = number
    ? ({ problems }) => problems.addUnit(value, value, value)
    : ({ problems }) => problems.writeDuration
  return complain(at, 'bad-duration', ({ problems }) => problems.expectedADuration(value), hint)
}

function readMoney(at: Cursor, scale: Scale): number | undefined {
  const money = parseMoney(at.value)
  if (!money) {
    const hint: Wording =
      typeof at.value === 'number'
        ? ({ problems }) => problems.addCurrency(at.value)
        : (commaInNumber(at.value) ?? yuanInChinese(at.value) ?? (({ problems }) => problems.writeMoney))
    return complain(
      at,
      typeof at.value === 'number' ? 'wrong-unit' : 'bad-money',
      ({ problems }) => problems.expectedMoney(at.value),
      hint,
    )
  }
  const known = readCurrency(money.currency)
  if (!known.ok) return complain(at, 'unknown-currency', known.message, known.hint)
  if (money.per !== 1) return complain(at, 'bad-money', ({ problems }) => problems.tooManyDecimals(money.currency))
  if (scale.currency && scale.currency !== money.currency) {
    return complain(at, 'wrong-unit', ({ problems }) => problems.twoCurrencies(money.currency, scale.currency))
  }
  scale.currency = money.currency
  return money.minor
}
