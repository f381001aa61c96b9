import { isCurrency } from '../../../standards/currency.ts'
import { DAY, HOUR, MINUTE } from '../../calendar.ts'
import { moneyText } from '../../units.ts'
import { cabins } from './cabins.ts'

const units: Record<string, string> = { miles: '里程', voucher: '代金券', cash: '现金' }

export function span(ms = 0, months?: number): string {
  if (months !== undefined) return `${months} 个月`
  if (ms % DAY === 0) return `${ms / DAY} 天`
  return ms % HOUR === 0 ? `${ms / HOUR} 小时` : `${ms / MINUTE} 分钟`
}

export function grantText(amount: number, unit: string): string {
  return isCurrency(unit) ? moneyText(amount, unit) : `${amount.toLocaleString('en-US')} ${units[unit] ?? unit}`
}

/** `Business Class (C)`: rules have the letter. */
export function cabinText(cabin: string): string {
  return Object.hasOwn(cabins, cabin) ? `${cabins[cabin as keyof typeof cabins]}（${cabin}）` : cabin
}
