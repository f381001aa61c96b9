import type { Estimate } from '../../../shared/domain/sample/estimate.ts'
import { count, money } from '../../parts/amounts.ts'

/** `1,240 (1,100 to 1,390)`; where everybody was looked at the number alone. With a currency: minor units of it. */
export function estimateText({ total, low, high }: Estimate, currency?: string): string {
  const text = (value: number) =>
    currency === undefined ? count(Math.round(value)) : money(Math.round(value), currency)
  return low === high ? text(total) : `${text(total)} (${text(low)} – ${text(high)})`
}

export function differenceText(estimate: Estimate, currency?: string): string {
  if (estimate.low === 0 && estimate.high === 0) return '0'
  const text = estimateText(estimate, currency)
  return estimate.total > 0 ? `+${text}` : text
}
