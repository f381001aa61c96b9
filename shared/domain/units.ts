import { majorText, type Rate, rateOf } from '../standards/money.ts'
import { DAY, HOUR, MINUTE } from './calendar.ts'

/**
 * How people write amounts in a rulebook. Each reader gives `undefined` for what is not of its form;
 * who asked says where, and what was expected.
 */

export interface Duration {
  /** Days of exactly 24 hours where the unit is days or weeks. */
  ms: number
  /** Set where the unit is days or weeks: windows then count days of the airline's zone. */
  days?: number
}

const DURATION = /^(\d{1,6}) ?(m|h|d|w)$/
const UNIT_MS = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY } as const

/** `30m`, `2h`, `7d`, `2w`. */
export function parseDuration(text: unknown): Duration | undefined {
  const match = typeof text === 'string' ? DURATION.exec(text) : null
  if (!match) return undefined
  const unit = match[2] as keyof typeof UNIT_MS
  const ms = Number(match[1]) * UNIT_MS[unit]
  return unit === 'd' || unit === 'w' ? { ms, days: ms / DAY } : { ms }
}

/** `2026-10-01`, a day that there is, as days since 1970-01-01. */
export function parseDate(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(text) ? undefined : ms / DAY
}

/** `10%` or `2.5%` as a share of one. More than a hundred is still read: who asked refuses it. */
export function parsePercent(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^(-?\d{1,5}(?:\.\d{1,4})?) ?%$/.exec(text) : null
  return match ? Number(match[1]) / 100 : undefined
}

/** `500 CNY`, `500.00 cny`. The currency is three letters, not necessarily a known one. */
export function parseMoney(text: unknown): (Rate & { currency: string }) | undefined {
  const [, decimal, code] = (typeof text === 'string' && /^(-?\d{1,12}(?:\.\d{1,6})?) ?([A-Za-z]{3})$/.exec(text)) || []
  if (decimal === undefined || code === undefined) return undefined
  const currency = code.toUpperCase()
  const rate = rateOf(decimal, currency)
  return rate && { ...rate, currency }
}

/** `1500.00 CNY`, as it is written in a rulebook. */
export function moneyText(amountMinor: number, currency: string): string {
  return `${majorText(amountMinor, currency)} ${currency}`
}

/** `1,500.00 CNY`, as people read it. */
export function moneySaid(amountMinor: number, currency: string): string {
  return withThousands(moneyText(amountMinor, currency))
}

/** A number at the beginning, with its thousands apart: `38264.00 CNY` is `38,264.00 CNY`. */
export function withThousands(text: string): string {
  return text.replace(/^(-?\d{4,})(?=\.\d|\D|$)/, (whole) => Number(whole).toLocaleString('en-US'))
}

/** `09:00` as minutes after midnight. */
export function parseTimeOfDay(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) : null
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

/** `21:00-08:00`: it may span midnight. */
export function parseTimeSpan(text: unknown): { from: number; to: number } | undefined {
  const [from, to, more] = typeof text === 'string' ? text.split('-').map(parseTimeOfDay) : []
  return from === undefined || to === undefined || more !== undefined ? undefined : { from, to }
}

const CAP = /^(\d{1,4}) emails?(?: tagged ([a-z0-9-]{1,64}))? in (?:(\d{1,3}) ?mo|(\S+))$/

/** `2 emails in 7d`, `1 email tagged promo in 1mo`. `window` is in milliseconds; with `months`, those are what counts. */
export function parseCap(text: unknown): { atMost: number; tag?: string; window: number; months?: number } | undefined {
  const [, atMost, tag, months, duration] = (typeof text === 'string' && CAP.exec(text)) || []
  const window = months === undefined ? parseDuration(duration)?.ms : Number(months) * LONGEST_MONTH
  if (atMost === undefined || window === undefined) return undefined
  return {
    atMost: Number(atMost),
    ...(tag !== undefined && { tag }),
    window,
    ...(months !== undefined && { months: Number(months) }),
  }
}

/** `3 in 365d`. */
export function parseEntries(text: unknown): { atMost: number; window: number } | undefined {
  const [, atMost, duration] = (typeof text === 'string' && /^(\d{1,4}) in (\S+)$/.exec(text)) || []
  const window = parseDuration(duration)?.ms
  return atMost === undefined || window === undefined ? undefined : { atMost: Number(atMost), window }
}

const LONGEST_MONTH = 31 * DAY
