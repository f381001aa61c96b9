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

const DURATIONS: Readonly<Record<string, string>> = { d: '天', h: '小时', m: '分钟' }

/** A count or a duration as rules write it: `180d` is 180 天, 12000 is 12,000. Anything else stays as it is. */
export function measured(text: string): string {
  const [, count, unit] = /^(\d+)([dhm]?)$/.exec(text) ?? []
  if (count === undefined) return text
  return unit ? `${count} ${DURATIONS[unit]}` : Number(count).toLocaleString('en-US')
}
