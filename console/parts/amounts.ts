import { moneySaid } from '../../shared/domain/units.ts'
import { isCurrency } from '../../shared/standards/currency.ts'

/** A count with its thousands apart, as both languages write it. */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** Minor units as money, its thousands apart: `191,250.00 CNY`. */
export function money(minor: number, currency: string): string {
  if (!isCurrency(currency)) return `${count(minor)} ${currency}`
  return moneySaid(minor, currency)
}
