import type { Cabin } from '../../contract/index.ts'
import { inCurrency, wholeMinor } from '../results/amounts.ts'
import { valueOn } from '../rulebook/mile-value.ts'
import type { MeasureSettings } from '../rulebook/rulebook.ts'
import type { Amounts, Counts } from './figures.ts'

/** Amounts of a month as one, and what nobody said a rate or a value for. */
export interface Amount {
  minor: number
  /** Currencies. */
  leftOut: string[]
  /** Cabins that accepted upgrades led to. */
  unvalued: string[]
}

/** By the rates and values of the month's first day. */
export function amountOf(
  of: Amounts,
  counts: Counts,
  { month, currency, measure }: { month: string; currency: string; measure: MeasureSettings },
): Amount {
  const day = `${month}-01`
  const prices = of === 'cost' ? pricesOf(counts, currency, day, measure) : { minor: 0, unvalued: [] }
  const amount: Amount = { ...prices, leftOut: [] }
  for (const [other, minor] of under(of === 'cost' ? 'granted' : 'spend', counts)) {
    const counted = inCurrency(minor, other, day, measure, currency)
    if (counted === 'leftOut') amount.leftOut.push(other)
    else amount.minor += counted.minor
  }
  return amount
}

/** What mails and accepted upgrades cost, where the settings say it in this currency. */
function pricesOf(counts: Counts, currency: string, day: string, measure: MeasureSettings): Omit<Amount, 'leftOut'> {
  const isSaid = measure.currency === currency
  const prices = {
    minor: isSaid && measure.mail ? wholeMinor(counts.sent ?? 0, measure.mail) : 0,
    unvalued: [] as string[],
  }
  for (const [cabin, count] of under('upgrade', counts)) {
    const value = isSaid ? valueOn(measure.upgrades[cabin as Cabin] ?? [], day) : undefined
    if (value) prices.minor += wholeMinor(count, value)
    else prices.unvalued.push(cabin)
  }
  return prices
}

/** `spend.CNY` under `spend` is that of CNY. */
function under(prefix: string, counts: Counts): [name: string, count: number][] {
  const dotted = Object.entries(counts) as [string, number][]
  return dotted.flatMap(([name, count]) =>
    name.startsWith(`${prefix}.`) ? [[name.slice(prefix.length + 1), count]] : [],
  )
}
