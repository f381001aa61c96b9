import { isCurrency } from '../../../standards/currency.ts'
import { DAY, HOUR, MINUTE } from '../../calendar.ts'
import { moneySaid, withThousands } from '../../units.ts'
import { cabins } from './cabins.ts'

const units: Record<string, string> = { miles: '里程', voucher: '代金券', cash: '现金' }

export function span(ms = 0, months?: number): string {
  if (months !== undefined) return `${months} 个月`
  if (ms % DAY === 0) return `${ms / DAY} 天`
  return ms % HOUR === 0 ? `${ms / HOUR} 小时` : `${ms / MINUTE} 分钟`
}

export function grantText(amount: number, unit: string): string {
  return isCurrency(unit) ? moneySaid(amount, unit) : `${amount.toLocaleString('en-US')} ${units[unit] ?? unit}`
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

const UNITS: Readonly<Record<string, string>> = { m: '分钟', h: '小时', d: '天', w: '周', mo: '个月' }

/** Durations and amounts wherever they stand in a value: `180d` is 180 天, `20000 CNY` is 20,000 CNY. */
export function spelled(text: string): string {
  const mails = /^(\d+) emails? in (\d+)(m|h|d|w|mo)$/.exec(text)
  if (mails) return `${mails[2]} ${UNITS[mails[3]!]}内 ${mails[1]} 封邮件`
  if (/^\d+(\.\d+)? [A-Z]{3}$/.test(text)) return withThousands(text)
  const [, count, time] = /^(\d+)(w|mo)$/.exec(text) ?? []
  return count === undefined ? measured(text) : `${count} ${UNITS[time!]}`
}
