import type { Cabin } from '../../contract/index.ts'
import { decimalsOf } from '../../standards/currency.ts'
import { localeTakenBefore } from '../../standards/locale.ts'
import { majorText } from '../../standards/money.ts'
import { zoneTakenBefore } from '../../standards/zone.ts'
import { languageFor } from '../texts/language.ts'
import { memberTextsIn } from '../texts/members.ts'
import { languageOf } from './data.ts'

/**
 * What templates can use besides plain words, in the reader's locale and zone. One function per filter: `{{ offer.expiresAt
 * | date }}` calls `date(value, argument, reader)`. An error here is an error of the template.
 */
export interface Reader {
  locale: string
  zone: string
}

export type Filter = (value: unknown, argument: unknown, reader: Reader) => string

const DATES = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'long', day: 'numeric' },
  time: { year: 'numeric', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export const filters = {
  /** Epoch milliseconds as a day in the member's zone: `date`, `date: 'short'`, `date: 'time'`. */
  date(value, argument, reader) {
    const style = argument === undefined ? 'long' : String(argument)
    if (!Object.hasOwn(DATES, style)) throw new Error(`date: no style is called "${style}" (long, short, time)`)
    return formatter(dateFormats, `${reader.locale} ${reader.zone} ${style}`, () => {
      const options = { timeZone: zoneTakenBefore(reader.zone) ?? 'UTC', ...DATES[style as keyof typeof DATES] }
      return new Intl.DateTimeFormat(locale(reader), options)
    }).format(finite('date', value))
  },

  /** `{ amount, currency }`, minor units: CN¥500, ¥500, £42.50. */
  money(value, _argument, reader) {
    const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown }
    if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) throw new Error('money: there is no currency')
    const digits = decimalsOf(currency)
    const minor = Math.round(finite('money', amount))
    if (!Number.isSafeInteger(minor)) throw new Error('money: the amount is too large')
    return formatter(numberFormats, `${reader.locale} ${currency}`, () => {
      const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const
      const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger', ...fraction } as const
      return new Intl.NumberFormat(locale(reader), options)
    }).format(majorText(minor, currency))
  },

  /** A whole number with its separators: miles, flights. */
  number(value, _argument, reader) {
    const format = () => new Intl.NumberFormat(locale(reader), { maximumFractionDigits: 0 })
    return formatter(numberFormats, `${reader.locale} whole`, format).format(finite('number', value))
  },

  /** Minutes in words: 3 hours 10 minutes, 3小时10分钟. */
  duration(value, _argument, reader) {
    const minutes = Math.max(0, Math.round(finite('duration', value)))
    const parts = [unit(Math.floor(minutes / 60), 'hour', reader), unit(minutes % 60, 'minute', reader)]
    const spoken = parts.filter((part) => part !== '')
    return spoken.join(languageOf(reader.locale) === 'zh' ? '' : ' ') || unitFormat(0, 'minute', reader)
  },

  /** The name of a cabin, in the reader's language where we have it, else in English. */
  cabin(value, _argument, reader) {
    const { cabins } = memberTextsIn(languageFor(reader.locale))
    if (!Object.hasOwn(cabins, String(value)))
      throw new Error(`cabin: there is no cabin "${String(value).slice(0, 20)}"`)
    return cabins[value as Cabin]
  },
} satisfies Record<string, Filter>

/** Both have passed a door that asked Intl and Temporal. A mail does not fail over one that has not. */
function locale(reader: Reader): string {
  return localeTakenBefore(reader.locale) ?? 'en'
}

function unit(count: number, name: 'hour' | 'minute', reader: Reader): string {
  return count === 0 ? '' : unitFormat(count, name, reader)
}

function unitFormat(count: number, name: 'hour' | 'minute', reader: Reader): string {
  return formatter(numberFormats, `${reader.locale} ${name}`, () => {
    return new Intl.NumberFormat(locale(reader), { style: 'unit', unit: name, unitDisplay: 'long' })
  }).format(count)
}

function finite(filter: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error(`${filter}: the value is not a number`)
  return value
}

/** Making a formatter costs a thousand times what using it does. Few locales and zones occur; hostile ones are bounded. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()
const FORMATS_AT_MOST = 500

function formatter<F>(known: Map<string, F>, key: string, make: () => F): F {
  let format = known.get(key)
  if (!format) {
    if (known.size >= FORMATS_AT_MOST) known.clear()
    format = make()
    known.set(key, format)
  }
  return format
}
