import { minus } from '../../shared/domain/results/report/numbers.ts'

/** A number for people: four significant digits, or cents. */
export function amount(value: number): string {
  const digits =
    Math.abs(value) < 10 ? { maximumSignificantDigits: 4 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return minus(value.toLocaleString('en-US', digits))
}

export function signed(value: number): string {
  return sign(amount(value))
}

/** With a minus sign as wide as the plus. */
export function sign(text: string): string {
  const shown = minus(text)
  return shown.startsWith('−') ? shown : `+${shown}`
}

export function pText(p: number): string {
  return p < 1e-6 ? '< 0.000001' : p.toPrecision(2)
}
