import { BEGUN_CURRENCIES, CURRENCIES_BY_DECIMALS, CURRENCY_SLIPS, ENDED_CURRENCIES } from './currency-table.ts'
import { type Named, quoted, tidy } from './named.ts'
import { nearest } from './nearest.ts'

/** Currencies by ISO 4217: which there are and were, and how many decimals each has. */

const inUse = new Map(
  Object.entries(CURRENCIES_BY_DECIMALS).flatMap(([decimals, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(decimals)] as const),
  ),
)

/** How many decimals a currency has: 2 for CNY, 0 for JPY, 3 for KWD. Those that ended still have theirs. */
export function decimalsOf(code: string): number {
  // What is not known was never taken; it is only ever shown.
  return inUse.get(code) ?? endedOf(code)?.decimals ?? 2
}

/** Whether there is or was such a currency. */
export function isCurrency(code: string): boolean {
  return inUse.has(code) || endedOf(code) !== undefined
}

/** A currency that there is or was, however its letters are written. */
export function readCurrency(written: string): Named {
  const code = tidy(written)
  if (isCurrency(code)) return { ok: true, name: code }
  const meant = Object.hasOwn(CURRENCY_SLIPS, code) ? CURRENCY_SLIPS[code] : nearest(code, inUse.keys())
  return {
    ok: false,
    message: `no currency of ISO 4217 is called ${quoted(written)}`,
    hint: meant ? `did you mean "${meant}"?` : 'write a code such as CNY',
  }
}

/** Why nothing can be paid in a currency on a day, `YYYY-MM-DD`: it has ended, or not begun. Undefined: it can. */
export function notPaidOn(code: string, day: string): { message: string; hint: string } | undefined {
  const ended = endedBefore(code, day)
  if (ended) return ended
  const begins = Object.hasOwn(BEGUN_CURRENCIES, code) ? BEGUN_CURRENCIES[code]! : ''
  return day < begins
    ? { message: `${code} begins on ${begins}`, hint: 'write the amount in what is paid now' }
    : undefined
}

/** Whether a currency had ended before a day, and what it became. */
export function endedBefore(code: string, day: string): { message: string; hint: string } | undefined {
  const ended = endedOf(code)
  if (!ended || day <= ended.until) return undefined
  return { message: `${code} ended on ${ended.until}`, hint: `it became ${ended.now}: write the amount in that` }
}

function endedOf(code: string) {
  return Object.hasOwn(ENDED_CURRENCIES, code) ? ENDED_CURRENCIES[code] : undefined
}
