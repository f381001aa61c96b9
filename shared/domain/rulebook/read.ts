import type { Money } from '../../contract/index.ts'
import { readCurrency } from '../../standards/currency.ts'
import * as locales from '../../standards/locale.ts'
import type { Rate } from '../../standards/money.ts'
import * as zones from '../../standards/zone.ts'
import { complainOfDuration } from '../audience/operands.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, complain, complainOfKey, describe, text } from '../cursor.ts'
import { commaInNumber } from '../slips.ts'
import { parseDuration, parseMoney, parseTimeSpan } from '../units.ts'
import type { QuietHours } from './rulebook.ts'

/** Readers of what several parts of a rulebook have. All of them complain at the place, as those of a cursor do. */

export const LONGEST = 3660 * DAY

/** A duration of more than nothing, in milliseconds. */
export function readDuration(cursor: Cursor): number | undefined {
  const duration = parseDuration(cursor.value)
  if (!duration) {
    const negative = typeof cursor.value === 'string' && cursor.value.startsWith('-')
    return negative
      ? complain(cursor, 'bad-duration', `time does not go backwards: ${describe(cursor.value)}`)
      : complainOfDuration(cursor)
  }
  if (duration.ms === 0) return complain(cursor, 'bad-duration', 'a duration of nothing')
  return duration.ms <= LONGEST ? duration.ms : complain(cursor, 'bad-duration', 'a duration is 3660 days at most')
}

/** An amount of money above nothing. */
export function readMoney(cursor: Cursor): Money | undefined {
  const rate = readRate(cursor)
  if (!rate) return undefined
  const { minor, per, currency } = rate
  return per === 1
    ? { amountMinor: minor, currency }
    : complain(cursor, 'bad-money', `${currency} has not so many decimals`)
}

/** The same, of which fractions of a minor unit may be: the value of a mile. */
export function readRate(cursor: Cursor): (Rate & { currency: string }) | undefined {
  const money = parseMoney(cursor.value)
  if (!money) {
    const hint = commaInNumber(cursor.value) ?? 'for example 500 CNY'
    return complain(cursor, 'bad-money', `expected money, found ${describe(cursor.value)}`, hint)
  }
  const known = readCurrency(money.currency)
  if (!known.ok) return complain(cursor, 'unknown-currency', known.message, known.hint)
  return money.minor > 0 ? money : complain(cursor, 'bad-money', 'an amount above nothing is expected')
}

export function readQuietHours(cursor: Cursor): QuietHours | undefined {
  const span = parseTimeSpan(cursor.value)
  if (!span)
    return complain(cursor, 'bad-time', `expected a span, found ${describe(cursor.value)}`, 'write 21:00-08:00')
  return span.from === span.to ? complain(cursor, 'bad-time', 'a span from a time to the same time') : span
}

/** An IANA time zone. */
export function readZone(cursor: Cursor): string | undefined {
  const zone = text(cursor)
  if (zone === undefined) return undefined
  const read = zones.readZone(zone)
  return read.ok ? read.name : complain(cursor, 'bad-zone', read.message, read.hint)
}

/** A locale. */
export function readLocale(cursor: Cursor): string | undefined {
  const locale = text(cursor)
  if (locale === undefined) return undefined
  const read = locales.readLocale(locale)
  return read.ok ? read.name : complain(cursor, 'bad-locale', read.message, read.hint)
}

/** The one of these keys that is there; complains of none and of several. */
export function onlyOne<K extends string>(
  cursor: Cursor,
  fields: Partial<Record<K, Cursor>>,
  keys: readonly K[],
): K | undefined {
  const [first, ...more] = (Object.keys(fields) as K[]).filter((key) => keys.includes(key))
  if (first === undefined) {
    // A key that was complained of is probably the one that is missing.
    if (Object.keys(fields).length < Object.keys(cursor.value as object).length) return undefined
    return complain(cursor, 'missing-key', `one of ${keys.join(', ')} is missing`)
  }
  if (more.length === 0) return first
  return complainOfKey(fields[more[0]!]!, 'bad-value', `"${first}" and "${more[0]}" at once: one of them`)
}
