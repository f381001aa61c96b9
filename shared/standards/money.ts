import { decimalsOf } from './currency.ts'

/**
 * Amounts as whole minor units, exactly. What people write is read digit by digit, and products are made of whole numbers
 * of any length: a floating point number would be a cent off sooner or later (3000 * 1.1 is 3300.0000000000005).
 */

/** So many minor units for so many: 1.1 is `{ minor: 11, per: 10 }`. `per` is a power of ten, 1 for whole minor units. */
export interface Rate {
  minor: number
  per: number
}

/** `-12.345` of a currency. Undefined for what is no decimal number, or longer than is counted exactly. */
export function rateOf(decimal: string, currency: string): Rate | undefined {
  const [, sign, whole = '', written = ''] = /^(-?)(\d{1,16})(?:\.(\d{1,30}))?$/.exec(decimal) ?? []
  if (sign === undefined) return undefined
  const decimals = written.replace(/0+$/, '')
  const digits = decimalsOf(currency)
  const minor = Number(`${sign}${whole}${decimals.padEnd(digits, '0')}`)
  const per = 10 ** Math.max(0, decimals.length - digits)
  return Number.isSafeInteger(minor) && Number.isSafeInteger(per) ? { minor: minor + 0, per } : undefined
}

/** A number as a producer's JSON has it, in minor units: halves of one away from zero. */
export function minorOf(amount: number, currency: string): number {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount)) ?? []
  const digits = decimalsOf(currency)
  const kept = Number(`${whole}${decimals.slice(0, digits).padEnd(digits, '0')}`)
  const minor = kept + (decimals.charAt(digits) >= '5' ? 1 : 0)
  return sign && minor ? -minor : minor
}

/** `500.00`: minor units as people write them. */
export function majorText(amountMinor: number, currency: string): `${number}` {
  const digits = decimalsOf(currency)
  const all = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const [whole, decimals] = [all.slice(0, all.length - digits), all.slice(all.length - digits)]
  return `${amountMinor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${decimals}` : ''}` as `${number}`
}

/** A mean of minor units, which may be part of one, in major units. */
export function majorOf(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** decimalsOf(currency)
}

/** What a rest of a division adds to the whole number below it. */
const ROUNDINGS = {
  up: (rest: number) => (rest > 0 ? 1 : 0),
  down: () => 0,
  nearest: (rest: number, by: number) => (rest >= by - rest ? 1 : 0),
}

/** `amount * times / by` of whole numbers, `by` above nothing: exact but for the one rounding at the end. */
export function share(amount: number, times: number, by: number, rounding: keyof typeof ROUNDINGS): number {
  const { below, rest } = divided(amount, times, by)
  const whole = below + ROUNDINGS[rounding](rest, by)
  if (!Number.isSafeInteger(whole)) throw new RangeError(`${amount} * ${times} / ${by} is more than is counted exactly`)
  return whole
}

function divided(amount: number, times: number, by: number): { below: number; rest: number } {
  const product = amount * times
  // A product that is not safe is not exact either; one that is need not take the slow way.
  if (Number.isSafeInteger(product)) {
    const rest = ((product % by) + by) % by
    return { below: (product - rest) / by, rest }
  }
  const [long, divisor] = [BigInt(amount) * BigInt(times), BigInt(by)]
  const rest = ((long % divisor) + divisor) % divisor
  return { below: Number((long - rest) / divisor), rest: Number(rest) }
}
