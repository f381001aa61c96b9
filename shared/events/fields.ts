import * as z from 'zod'
import { minorOf } from '../money.ts'
import { readCurrency } from '../standards/currency.ts'
import type { Named } from '../standards/named.ts'

/**
 * The building blocks of the event contract: what is said once here means the same in every event.
 * Every text has a maximum, so that no producer can make a member's item grow without bound.
 */

/** The year range within which an instant is believed. Anything else is a producer's mistake. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/** ISO 8601 with an offset, read as epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be ISO 8601 with an offset, such as 2026-10-01T08:30:00+08:00' })
  .max(40)
  .transform((text) => Date.parse(text))
  .refine((ms) => ms >= EARLIEST && ms < LATEST, { error: 'must lie between the years 1900 and 2200' })

/** A calendar date, YYYY-MM-DD. */
export const date = z.iso.date({ error: 'must be a date such as 2026-10-01' })

/** An identifier from a producer: printable, without blanks, at most 128 characters. */
export const id = z
  .string({ error: 'must be a text' })
  .regex(/^[\w.:/#@+~=-]{1,128}$/, { error: 'must be 1 to 128 letters, digits or . : / # @ + ~ = _ -' })

/** A member's card number: a slug, because it travels in queues, keys and mail tags. */
export const memberId = z
  .string({ error: 'must be a text' })
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, _ or -' })

/** A short word from a producer's own list: a category, a channel, a cause. */
export const word = z.string().min(1).max(64)

/** A text that names something by a standard, in the one form that its name has. */
function named(read: (written: string) => Named) {
  return z
    .string({ error: 'must be a text' })
    .max(64)
    .transform((written, context) => {
      const named = read(written)
      if (named.ok) return named.name
      context.addIssue({ code: 'custom', message: named.message, params: { hint: named.hint } })
      return z.NEVER
    })
}

/** A line of text for people: a name, a preference. */
export const line = z.string().max(200)

/** Free text for people. What exceeds 4,000 characters is cut: enough to understand a complaint. */
export const text = z.string().transform((value) => value.slice(0, 4000))

export const airport = z.string().regex(/^[A-Z]{3}$/, { error: 'must be an IATA airport code such as PEK' })
export const carrier = z.string().regex(/^[A-Z0-9]{2,3}$/, { error: 'must be an airline code such as CA' })
export const flightNumber = z.string().regex(/^[A-Z0-9]{1,8}$/, { error: 'must be a flight number such as 1501' })
export const cabin = z.enum(['F', 'C', 'W', 'Y'])
export const pnr = z.string().regex(/^[A-Za-z0-9]{1,12}$/, { error: 'must be a booking reference such as K3YWCU' })
export const currency = named(readCurrency).describe('ISO 4217, such as CNY')
export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+$/, {
    error: 'must be a plain e-mail address',
  })
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be an IANA time zone such as Asia/Shanghai' })
export const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'must be a BCP 47 tag such as zh-CN' })

/** Thousands of such amounts can be added up exactly. */
const MINOR_AT_MOST = 1e12

/** Money as a producer writes it (major units), read as integer minor units: `{ amountMinor, currency }`. */
export const money = z
  .object({
    amount: z
      .number()
      .min(-1e10)
      .max(1e10)
      .describe('in major units; more decimals than the currency has are rounded, halves away from zero'),
    currency,
  })
  .transform(({ amount, currency }) => ({ amountMinor: minorOf(amount, currency), currency }))
  .refine(({ amountMinor }) => Math.abs(amountMinor) <= MINOR_AT_MOST, { error: 'is more than anybody pays' })

const count = z.int().min(0).max(1_000_000)
const cabinCounts = z.object({ F: count.default(0), C: count.default(0), W: count.default(0), Y: count.default(0) })

/** The balance a member brings: the flights of the 24 months before `asOf`, as sums. */
export const openingBalance = z.object({
  asOf: date,
  flights: count,
  distanceKm: z.number().min(0).max(1e9),
  spend: money,
  firstFlightOn: date.optional(),
  lastFlightOn: date.optional(),
  averageDiscount: z.number().min(0).max(10).optional(),
  cabins: cabinCounts.optional(),
})

/** The flight that a complaint or a survey speaks of. */
export const flightRef = z.object({
  carrier,
  flightNumber,
  from: airport,
  to: airport,
  scheduledDeparture: instant,
})

/** A booked flight segment. */
export const segment = z.object({
  carrier,
  flightNumber,
  from: airport,
  to: airport,
  departsAt: instant,
  cabin,
  bookingClass: word.optional(),
})

export type Cabin = z.output<typeof cabin>
export type Money = z.output<typeof money>
export type OpeningBalance = z.output<typeof openingBalance>
export type FlightRef = z.output<typeof flightRef>
export type Segment = z.output<typeof segment>

const knownZones = new Map<string, boolean>()

function isTimeZone(name: string): boolean {
  let known = knownZones.get(name)
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name })
      known = true
    } catch {
      known = false
    }
    if (knownZones.size < 1000) knownZones.set(name, known)
  }
  return known
}
