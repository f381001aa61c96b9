/** A decimal number, exactly: `digits` over ten to the `decimals`, which are as few as can be. 12.50 is 125 and 1. */
export interface Decimal {
  digits: bigint
  decimals: number
}

/** More digits than any amount has: what is longer is no number somebody counts in. */
const DIGITS_AT_MOST = 60

/** `-12.345`, `.5`, `1e-7`. Undefined for what is no decimal number, or longer than anything that is counted. */
export function decimalOf(text: string): Decimal | undefined {
  const [, sign, whole = '', part = '', exponent = '0'] =
    /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text) ?? []
  if (sign === undefined) return undefined
  const all = (whole + part).replace(/^0+/, '')
  const digits = all.replace(/0+$/, '')
  if (digits === '') return { digits: 0n, decimals: 0 }
  const decimals = part.length - (all.length - digits.length) - Number(exponent)
  const zeros = Math.max(0, -decimals)
  if (digits.length + zeros > DIGITS_AT_MOST || decimals > DIGITS_AT_MOST) return undefined
  return { digits: BigInt(sign + digits) * 10n ** BigInt(zeros), decimals: Math.max(0, decimals) }
}

/** The same number counted in units of ten to the minus `decimals`, which it must not be finer than. */
export function inUnitsOf({ digits, decimals }: Decimal, unit: number): bigint {
  return digits * 10n ** BigInt(unit - decimals)
}
