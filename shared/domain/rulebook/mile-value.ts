import { type Rate, share } from '../../standards/money.ts'
import { type Cursor, child, complain, list, mapping, text } from '../cursor.ts'
import { readRate } from './read.ts'
import type { Above, Budget, DatedValue } from './rulebook.ts'

const VALUES_AT_MOST = 50

/** What a mile costs on a day. Undefined: the budget pays no miles. */
export function mileValueOn({ mileValues }: Pick<Budget, 'mileValues'>, day: string): Rate | undefined {
  return valueOn(mileValues, day)
}

/** The value in force on a day. Before the first one, the first. */
export function valueOn(values: readonly DatedValue[], day: string): Rate | undefined {
  return (values.findLast(({ from }) => from <= day) ?? values[0])?.value
}

/** The cost of a number of miles, rounded up once to a whole minor unit. */
export function costOfMiles(miles: number, { minor, per }: Rate): number {
  return share(miles, minor, per, 'up')
}

/** A threshold in minor units on a day: a budget whose threshold is in miles says what they are worth. */
export function minorOf(above: Above, budget: Pick<Budget, 'mileValues'>, day: string): number {
  if ('minor' in above) return above.minor
  const value = mileValueOn(budget, day)
  return value ? costOfMiles(above.miles, value) : 0
}

/** One value for all time, or a list of values, each from a day on. */
export function readMileValues(cursor: Cursor, currency: string | undefined): DatedValue[] {
  if (!Array.isArray(cursor.value)) {
    const value = readValue(cursor, currency)
    return value ? [{ from: '', value }] : []
  }
  const items = list(cursor, VALUES_AT_MOST) ?? []
  if (items.length === 0) complain(cursor, 'bad-value', ({ problems }) => problems.noMileValue)
  const values = items.map((item) => readDated(item, currency)).filter((value) => value !== undefined)
  for (const [index, { from }] of values.entries()) {
    if (index > 0 && from <= values[index - 1]!.from)
      complain(
        child(items[index]!, 'from'),
        'bad-value',
        ({ problems }) => problems.notAfterTheOneBefore(from),
        ({ problems }) => problems.oldestFirst,
      )
  }
  return values
}

function readDated(cursor: Cursor, currency: string | undefined): DatedValue | undefined {
  const fields = mapping(cursor, ['from', 'value'], ['from', 'value'])
  const from = fields?.from && readDay(fields.from)
  const value = fields?.value && readValue(fields.value, currency)
  return from && value ? { from, value } : undefined
}

function readDay(cursor: Cursor): string | undefined {
  const day = text(cursor)
  if (day === undefined) return undefined
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Otherwise 31 June would become 1 July.
  const isDay = Number.isFinite(instant) && new Date(instant).toISOString().startsWith(day)
  return isDay
    ? day
    : complain(
        cursor,
        'bad-value',
        ({ problems }) => problems.expectedADay(day),
        ({ problems }) => problems.writeDay,
      )
}

/** Ten thousand in a currency with two decimals: more is a typo, and could not be calculated exactly. */
const MINOR_A_MILE_AT_MOST = 1_000_000

function readValue(cursor: Cursor, currency: string | undefined): Rate | undefined {
  const value = readRate(cursor)
  if (!value) return undefined
  const { minor, per } = value
  if (currency && value.currency !== currency)
    complain(cursor, 'wrong-currency', ({ problems }) => problems.notTheLimitsCurrency(value.currency, currency))
  if (minor / per > MINOR_A_MILE_AT_MOST)
    return complain(cursor, 'bad-money', ({ problems }) => problems.mileWorthTooMuch)
  return { minor, per }
}
