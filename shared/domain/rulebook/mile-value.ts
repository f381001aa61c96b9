import { type Rate, share } from '../../standards/money.ts'
import { type Cursor, child, complain, describe, list, mapping, text } from '../cursor.ts'
import { readRate } from './read.ts'
import type { Above, Budget, MileValue } from './rulebook.ts'

const VALUES_AT_MOST = 50

/** What a mile costs on a day: the value that began last. Before the first one, the first. Undefined: it pays no miles. */
export function mileValueOn({ mileValues }: Pick<Budget, 'mileValues'>, day: string): Rate | undefined {
  return (mileValues.findLast(({ from }) => from <= day) ?? mileValues[0])?.value
}

/** What so many miles cost, rounded up to a whole minor unit, once. */
export function costOfMiles(miles: number, { minor, per }: Rate): number {
  return share(miles, minor, per, 'up')
}

/** A threshold in minor units, as of a day: a budget whose threshold is in miles says what they are worth. */
export function minorOf(above: Above, budget: Pick<Budget, 'mileValues'>, day: string): number {
  if ('minor' in above) return above.minor
  const value = mileValueOn(budget, day)
  return value ? costOfMiles(above.miles, value) : 0
}

/** One value for all time, or a list of values, each from a day on. */
export function readMileValues(cursor: Cursor, currency: string | undefined): MileValue[] {
  if (!Array.isArray(cursor.value)) {
    const value = readValue(cursor, currency)
    return value ? [{ from: '', value }] : []
  }
  const items = list(cursor, VALUES_AT_MOST) ?? []
  if (items.length === 0) complain(cursor, 'bad-value', 'no value: a mile would cost nothing')
  const values = items.map((item) => readDated(item, currency)).filter((value) => value !== undefined)
  for (const [index, { from }] of values.entries()) {
    if (index > 0 && from <= values[index - 1]!.from)
      complain(child(items[index]!, 'from'), 'bad-value', `${from} is not after the value before it`, 'oldest first')
  }
  return values
}

function readDated(cursor: Cursor, currency: string | undefined): MileValue | undefined {
  const fields = mapping(cursor, ['from', 'value'], ['from', 'value'])
  const from = fields?.from && readDay(fields.from)
  const value = fields?.value && readValue(fields.value, currency)
  return from && value ? { from, value } : undefined
}

function readDay(cursor: Cursor): string | undefined {
  const day = text(cursor)
  if (day === undefined) return undefined
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // A 31st of June would become a 1st of July.
  const isDay = Number.isFinite(instant) && new Date(instant).toISOString().startsWith(day)
  return isDay ? day : complain(cursor, 'bad-value', `expected a day, found ${describe(day)}`, 'write 2026-07-01')
}

/** Ten thousand in a currency of two decimals: more is a slip, and would not be counted exactly. */
const MINOR_A_MILE_AT_MOST = 1_000_000

function readValue(cursor: Cursor, currency: string | undefined): Rate | undefined {
  const value = readRate(cursor)
  if (!value) return undefined
  const { minor, per } = value
  if (currency && value.currency !== currency)
    complain(cursor, 'wrong-currency', `${value.currency}, where the limit is in ${currency}`)
  if (minor / per > MINOR_A_MILE_AT_MOST) return complain(cursor, 'bad-money', 'no mile is worth so much')
  return { minor, per }
}
