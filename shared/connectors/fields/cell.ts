import { dateIn, instantOf, iso } from '../../standards/local-time.ts'
import { remembered } from '../../standards/remembered.ts'
import { meaningOf } from '../parts.ts'
import type { Field, Terms } from './mapping.ts'

/** What is wrong is a text of the catalogue, which names the field as well. */
export type ReadCell = { ok: true; value: unknown } | { ok: false; is: CellFault; said: string }

type CellFault = 'wordUnknown' | 'rounded' | 'notANumber' | 'notWhole' | 'notYesOrNo' | 'noSuchDay'

/** Reads what stands somewhere, if it is not empty. */
export function readCell(text: string, field: Field, terms: Terms): ReadCell {
  const { as = 'text', codes, digits } = field
  if (codes) {
    const meaning = meaningOf(codes, text)
    return meaning === undefined ? bad('wordUnknown', text) : good(meaning)
  }
  if (as === 'text') {
    if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return bad('rounded', text)
    return good(digits === undefined || !/^\d+$/.test(text) ? text : text.padStart(digits, '0'))
  }
  return READERS[as](text, field, terms)
}

const READERS: Record<
  Exclude<NonNullable<Field['as']>, 'text'>,
  (text: string, field: Field, terms: Terms) => ReadCell
> = {
  number: (text, _field, terms) => numberIn(text, terms),
  whole: (text, _field, terms) => {
    const read = numberIn(text, terms)
    return read.ok && !Number.isInteger(read.value) ? bad('notWhole', text) : read
  },
  boolean: (text) => {
    if (/^(true|yes|y|1|是)$/i.test(text)) return good(true)
    return /^(false|no|n|0|否)$/i.test(text) ? good(false) : bad('notYesOrNo', text)
  },
  date: (text, _field, terms) => {
    const date = dateOf(text, terms)
    return date === undefined ? noDate(text) : good(date)
  },
  time: (text, { endOfDay }, terms) => {
    const instant = countedTime(text) ?? instantOf(text.replace(' ', 'T'), terms.zone)
    if (instant !== undefined) return good(iso(instant))
    const date = dateOf(text, terms)
    const day = date && instantOf(`${date}T00:00`, terms.zone)
    if (day === undefined || day === '') return noDate(text)
    // The next day's beginning: a day is not always of 24 hours.
    const next = dateIn(terms.zone, day + 36 * 3_600_000)
    return good(iso(endOfDay ? instantOf(`${next}T00:00`, terms.zone)! : day))
  },
  money: (text, { currency }, terms) => {
    const read = numberIn(text, terms)
    return read.ok ? good({ amount: read.value, currency }) : read
  },
}

/** Milliseconds or seconds since 1970, as many systems count: 13 or 10 digits. */
function countedTime(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text)
  return /^\d{10}$/.test(text) ? Number(text) * 1000 : undefined
}

function numberIn(text: string, { decimal = '.' }: Terms): ReadCell {
  const [thousands, mark] = decimal === '.' ? [/,(?=\d{3}\b)/g, '.'] : [/\.(?=\d{3}\b)/g, ',']
  const plain = text.replace(thousands, '').replace(mark, '.')
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? good(Number(plain)) : bad('notANumber', text)
}

/** A day that there is, whatever follows it: exports write `2014/3/31 0:00:00`. */
function dateOf(text: string, { dates = [] }: Terms): string | undefined {
  const day = text.replace(/[ T]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?$/, '')
  for (const form of ['YYYY-MM-DD', ...dates]) {
    const found = partsIn(day, form)
    if (found && instantOf(`${found}T00:00Z`, 'UTC') !== undefined) return found
  }
  return undefined
}

function partsIn(text: string, form: string): string | undefined {
  const { y, m, d } = patternOf(form).exec(text)?.groups ?? {}
  return y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : undefined
}

/** Made once a form: files have many rows, and mappings few forms. */
const patternOf = remembered(
  (form: string) =>
    new RegExp(
      `^${form
        .replace(/[.]/g, '[.]')
        .replace('YYYY', '(?<y>\\d{4})')
        .replace(/M+/, '(?<m>\\d{1,2})')
        .replace(/D+/, '(?<d>\\d{1,2})')}$`,
    ),
)

function noDate(text: string): ReadCell {
  return bad('noSuchDay', text)
}

function good(value: unknown): ReadCell {
  return { ok: true, value }
}

function bad(is: CellFault, text: string): ReadCell {
  return { ok: false, is, said: text.slice(0, 40) }
}
