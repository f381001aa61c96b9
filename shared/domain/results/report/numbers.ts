import type { Interval } from '../../measure/always-valid.ts'

/** Numbers as people read them, the same in both languages. */

export function whole(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 })
}

/** `11.2 %`; of what is rare, two digits that count: `0.042 %`. */
export function percent(share: number): string {
  const value = share * 100
  return `${Math.abs(value) < 1 ? Number(value.toPrecision(2)) : value.toFixed(1)} %`
}

/** An amount in whole units of its currency, to the cent where it is small. */
export function amount(value: number): string {
  const digits = Math.abs(value) < 100 ? 2 : 0
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** With a minus that is as wide as a plus. */
export function minus(text: string): string {
  return text.replace(/^-/, '−')
}

function signed(text: string): string {
  return text.startsWith('-') ? minus(text) : `+${text}`
}

export interface RangeText {
  difference: string
  low: string
  high: string
}

/** A difference with its interval; `unit` goes with the difference alone. */
export function range(
  difference: number,
  [low, high]: Interval,
  text: (value: number) => string,
  unit: (text: string) => string = (text) => text,
): RangeText {
  const of = (value: number) => signed(text(value))
  return { difference: unit(of(difference)), low: of(low), high: of(high) }
}

export function points(share: number): string {
  return (share * 100).toFixed(1)
}

export function pText(p: number): string {
  return p < 1e-6 ? '< 0.000001' : String(Number(p.toPrecision(2)))
}
