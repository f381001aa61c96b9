import { isCurrency } from '../../../standards/currency.ts'
import { DAY, HOUR, MINUTE } from '../../calendar.ts'
import { moneySaid, withThousands } from '../../units.ts'
import { cabins } from './cabins.ts'

export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

export function span(ms = 0, months?: number): string {
  if (months !== undefined) return plural(months, 'month')
  if (ms % DAY === 0) return `${ms / DAY} days`
  return ms % HOUR === 0 ? `${ms / HOUR} hours` : `${ms / MINUTE} minutes`
}

export function grantText(amount: number, unit: string): string {
  return isCurrency(unit) ? moneySaid(amount, unit) : `${amount.toLocaleString('en-US')} ${unit}`
}

/** `Business Class (C)`: rules have the letter. */
export function cabinText(cabin: string): string {
  return Object.hasOwn(cabins, cabin) ? `${cabins[cabin as keyof typeof cabins]} (${cabin})` : cabin
}

const UNITS: Readonly<Record<string, string>> = { m: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month' }

/** Durations and amounts wherever they stand in a value: `180d` is 180 days, `20000 CNY` is 20,000 CNY. */
export function spelled(text: string): string {
  return text
    .replace(/(?<![\w.:-])(\d+)(m|h|d|w|mo)(?![\w-])/g, (_, count: string, unit: string) =>
      plural(Number(count), UNITS[unit]!),
    )
    .replace(/^\d{4,}(\.\d+)? [A-Z]{3}$/, withThousands)
}
