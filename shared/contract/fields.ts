import * as z from 'zod'
import { CABINS } from '../standards/cabin.ts'
import { readFlightNumber } from '../standards/flight-number.ts'
import { readMailAddress } from '../standards/mail-address.ts'
import { minorOf } from '../standards/money.ts'
import type { Named } from '../standards/named.ts'
import { type NameKind, names } from '../standards/names.ts'
import { readPhone } from '../standards/phone.ts'

/**
 * The building blocks of the event contract: a field defined here means the same in every event. Every text has a maximum,
 * so that no producer can make a member's item grow without bound.
 */

/** Instants outside these years are taken for a producer's mistake. */
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

/** A producer's identifier: printable, without spaces, at most 128 characters. */
export const id = z
  .string({ error: 'must be a text' })
  .regex(/^[\w.:/#@+~=-]{1,128}$/, { error: 'must be 1 to 128 letters, digits or . : / # @ + ~ = _ -' })

/** A short word from a producer's own list: a category, a channel, a cause. */
export const word = z.string().min(1).max(64)

/** A name, converted to its canonical form. */
function named(read: (written: string) => Named, best: Record<string, unknown> = {}, atMost = 100) {
  return z
    .string({ error: 'must be a text' })
    .max(atMost)
    .meta(best)
    .transform((written, context) => {
      const named = read(written)
      if (named.ok) return named.name
      context.addIssue(misnamed(written, named))
      return z.NEVER
    })
}

function misnamed(input: unknown, { message, hint }: { message: string; hint?: string | undefined }) {
  return { code: 'custom', message, params: { hint }, input } as const
}

/** A line of text for people: a name, a preference. */
export const line = z.string().max(200)

/** Free text for people. Anything beyond 4,000 characters is cut: what is left is enough to understand a complaint. */
export const text = z.string().transform((value) => value.slice(0, 4000))

/** Schemas of names, and of what kind. Rules that ask for the same field read their values in the same way. */
export const namesIn = z.registry<{ names: NameKind }>()

/** A name of some kind. `best`: how producers should write it; its reader also understands other ways. */
function nameOf(kind: NameKind, best: { description: string; pattern?: string; enum?: readonly string[] }) {
  return named(names[kind], best).register(namesIn, { names: kind })
}

export const memberId = nameOf('card', {
  description: "A member's card number; blanks in it do not count",
  pattern: '^[A-Z0-9_-]{1,64}$',
})
export const airport = nameOf('airport', { description: 'IATA code, such as PEK', pattern: '^[A-Z]{3}$' })
const carrier = nameOf('carrier', {
  description: 'IATA code of the operating airline, such as CA; ICAO designators (CCA) are understood',
  pattern: '^[A-Z0-9]{2}$',
})
export const cabin = nameOf('cabin', {
  description: 'Y is economy, W premium economy, C business, F first',
  enum: CABINS,
}).pipe(z.enum(CABINS))
export const pnr = nameOf('pnr', { description: 'Booking reference, such as K3YWCU', pattern: '^[A-Z0-9]{1,12}$' })

/** A flight number is read together with its carrier: {@link ownNumber}. */
const flightNumber = z
  .string({ error: 'must be a text' })
  .max(100)
  .meta({
    description: 'Such as 1501, or 974D with its operational suffix; zeros before it do not count',
    pattern: '^[1-9][0-9]{0,3}[A-Z]?$',
  })
  .register(namesIn, { names: 'flightNumber' })

/** What identifies a flight: its number, from where, to where. */
const called = { carrier, flightNumber, from: airport, to: airport }

/** A flight, with further fields. */
export function flight<S extends z.ZodRawShape>(more: S) {
  return z.object({ ...called, ...more }).check(ownNumber as z.core.CheckFn<unknown>)
}

/** Reads a flight number once its carrier is known: `CA0720` of CA is 720. */
function ownNumber(payload: z.core.ParsePayload<{ carrier: string; flightNumber: string }>): void {
  const { value, issues } = payload
  const read = readFlightNumber(value.flightNumber, value.carrier)
  if (read.ok) payload.value = { ...value, flightNumber: read.name }
  else issues.push({ ...misnamed(value.flightNumber, read), path: ['flightNumber'] })
}

/** A flight number of one airline. */
export const flightName = z.object({ carrier, flightNumber }).check(ownNumber as z.core.CheckFn<unknown>)

export const currency = nameOf('currency', { description: 'ISO 4217, such as CNY', pattern: '^[A-Z]{3}$' })
export const email = named(readMailAddress, { description: 'One address alone; its domain may be in any script' }, 320)
/**
 * A telephone number, for people to call. Many systems contain invalid ones: such a number is ignored, and the rest of the
 * event is kept.
 */
export const phone = z
  .unknown()
  .meta({ type: ['string', 'null'], description: 'with its country, such as +86 138 0013 8000; null clears it' })
  .transform((written): string | null | undefined => {
    if (blankAsNull(written) === null) return null
    const read = typeof written === 'string' ? readPhone(written) : undefined
    return read?.ok ? read.name : undefined
  })
  .optional()

export const timeZone = nameOf('timeZone', { description: 'IANA time zone, such as Asia/Shanghai' })
export const locale = nameOf('locale', { description: 'BCP 47, such as zh-CN' })

/**
 * A field of a profile: absent leaves it as it is, `null` clears it. So does a text of nothing but spaces, as many systems
 * export an empty field: the rest of the event must not be lost because of it.
 */
export function clearable<T extends z.ZodType>(schema: T) {
  return orNull(schema).optional()
}

/** A known value; absent or the word "unknown" if it is not known. */
export function orUnknown<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === 'unknown' ? undefined : value), schema.optional()).optional()
}

/** A value or `null`. */
export function orNull<T extends z.ZodType>(schema: T) {
  return z.preprocess(blankAsNull, schema.nullable())
}

function blankAsNull(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? null : value
}

/** Thousands of such amounts can be added up exactly. */
const MINOR_AT_MOST = 1e12

/** The name of a channel, as consents use it, in lower case. */
export const channel = named(readChannel, { description: 'email, or a consent that the rulebook declares' }, 64)

const CHANNEL = /^[a-z0-9-]{1,64}$/

function readChannel(written: string): Named {
  const name = written.trim().toLowerCase()
  return CHANNEL.test(name)
    ? { ok: true, name }
    : { ok: false, message: 'must be the name of a channel', hint: 'small letters, digits and -, such as wechat' }
}

const CONSENTS_AT_MOST = 12

/**
 * Consent to marketing, by channel. Before other channels existed, any value may have been sent for names other than email.
 * One that is not an answer is kept as `unreadable`, and reported if the rulebook declares the name.
 */
export const consent = z
  .object({ email: clearable(z.boolean()) })
  .catchall(
    z.unknown().meta({ type: ['boolean', 'null'], description: 'to a channel that the rulebook declares, by name' }),
  )
  .transform(({ email, ...others }) => {
    const named = Object.entries(others).map(([name, said]) => [name.trim().toLowerCase(), answerOf(said)] as const)
    const known = named.filter(([name]) => CHANNEL.test(name) && name !== 'email').slice(0, CONSENTS_AT_MOST)
    return { ...(email !== undefined && { email }), ...Object.fromEntries(known) } as Consents
  })

export type Consents = { email?: boolean | null } & Record<string, boolean | null | 'unreadable' | undefined>

function answerOf(said: unknown): boolean | null | 'unreadable' {
  const value = blankAsNull(said)
  return typeof value === 'boolean' || value === null ? value : 'unreadable'
}

/** Money as producers write it (major units), converted to whole minor units: `{ amountMinor, currency }`. */
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

/** A member's opening balance: the flights of the 24 months up to and including `asOf`, as sums. */
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

/** The flight that a complaint or a survey is about. */
export const flightRef = flight({ scheduledDeparture: instant })

/** A booked flight segment. */
export const segment = flight({
  departsAt: instant,
  arrivesAt: instant.optional(),
  cabin,
  bookingClass: word.optional(),
})

export type Cabin = z.output<typeof cabin>
export type Money = z.output<typeof money>
export type OpeningBalance = z.output<typeof openingBalance>
export type Segment = z.output<typeof segment>
