import type { Money } from '../../contract/index.ts'
import { readCurrency } from '../../standards/currency.ts'
import * as locales from '../../standards/locale.ts'
import type { Rate } from '../../standards/money.ts'
import * as zones from '../../standards/zone.ts'
import { complainOfDuration } from '../audience/operands.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, complain, complainOfKey, text } from '../cursor.ts'
import { commaInNumber, yuanInChinese } from '../slips.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parseDuration, parseMoney, parseTimeSpan } from '../units.ts'
import type { QuietHours } from './rulebook.ts'

/** Readers for what several parts of a rulebook contain. Like those of a cursor, they report problems at their place. */

export const LONGEST = 3660 * DAY

/** A duration greater than zero, in milliseconds. */
export function readDuration(cursor: Cursor): number | undefined {
  const duration = parseDuration(cursor.value)
  if (!duration) {
    const negative = typeof cursor.value === 'string' && cursor.value.startsWith('-')
    return negative
      ? complain(cursor, 'bad-duration', ({ problems }) => problems.negativeDuration(cursor.value))
      : complainOfDuration(cursor)
  }
  if (duration.ms === 0) return complain(cursor, 'bad-duration', ({ problems }) => problems.zeroDuration)
  return duration.ms <= LONGEST
    ? duration.ms
    : complain(cursor, 'bad-duration', ({ problems }) => problems.durationTooLong)
}

/** An amount of money greater than zero. */
export function readMoney(cursor: Cursor): Money | undefined {
  const rate = readRate(cursor)
  if (!rate) return undefined
  const { minor, per, currency } = rate
  return per === 1
    ? { amountMinor: minor, currency }
    : complain(cursor, 'bad-money', ({ problems }) => problems.tooManyDecimals(currency))
}

/** The same, with fractions of a minor unit allowed: the value of a mile. */
export function readRate(cursor: Cursor): (Rate & { currency: string }) | undefined {
  const money = parseMoney(cursor.value)
  if (!money) {
    const hint: Wording =
      commaInNumber(cursor.value) ?? yuanInChinese(cursor.value) ?? (({ problems }) => problems.writeMoney)
    return complain(cursor, 'bad-money', ({ problems }) => problems.expectedMoney(cursor.value), hint)
  }
  const known = readCurrency(money.currency)
  if (!known.ok) return complain(cursor, 'unknown-currency', known.message, known.hint)
  return money.minor > 0 ? money : complain(cursor, 'bad-money', ({ problems }) => problems.amountAboveZero)
}

export function readQuietHours(cursor: Cursor): QuietHours | undefined {
  const span = parseTimeSpan(cursor.value)
  if (!span)
    return complain(
      cursor,
      'bad-time',
      ({ problems }) => problems.expectedASpan(cursor.value),
      ({ problems }) => problems.writeSpan,
    )
  return span.from === span.to ? complain(cursor, 'bad-time', ({ problems }) => problems.emptySpan) : span
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

/** The one of these keys that is present; reports a problem if there is none or several. */
export function onlyOne<K extends string>(
  cursor: Cursor,
  fields: Partial<Record<K, Cursor>>,
  keys: readonly K[],
): K | undefined {
  const [first, ...more] = (Object.keys(fields) as K[]).filter((key) => keys.includes(key))
  if (first === undefined) {
    // A key that was reported as unknown is probably the missing one.
    if (Object.keys(fields).length < Object.keys(cursor.value as object).length) return undefined
    return complain(cursor, 'missing-key', ({ problems }) => problems.oneIsMissing(keys.join(', ')))
  }
  if (more.length === 0) return first
  return complainOfKey(fields[more[0]!]!, 'bad-value', ({ problems }) => problems.onlyOneOf(first, more[0]))
}
