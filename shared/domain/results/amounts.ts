import { decimalsOf } from '../../standards/currency.ts'
import { type Rate, share } from '../../standards/money.ts'
import type { CompensationNote } from '../member/member.ts'
import { costOfMiles, valueOn } from '../rulebook/mile-value.ts'
import type { Budget, DatedValue, MeasureSettings } from '../rulebook/rulebook.ts'
import type { Counted, Outcome } from './outcome.ts'

/** By the rate of the day, rounded to a whole minor unit once. */
export function inCurrency(
  amountMinor: number,
  currency: string,
  day: string,
  { rates }: Pick<MeasureSettings, 'rates'>,
  counted: string,
): Counted {
  if (currency === counted) return { minor: amountMinor }
  const rate = valueOn(rates[currency] ?? [], day)
  // The rate is of one whole unit of the other currency.
  return rate ? { minor: share(amountMinor, rate.minor, rate.per * 10 ** decimalsOf(currency), 'nearest') } : 'leftOut'
}

/** What a member was granted: as the ledger has its cost, else money as it is, and miles at the fair value of their budget. */
export function costOfGrant(
  { kind, amount, currency, cost }: Pick<CompensationNote, 'kind' | 'amount' | 'currency' | 'cost'>,
  day: string,
  measure: MeasureSettings,
  budget: Pick<Budget, 'currency' | 'mileValues'> | undefined,
  counted: string,
): Counted {
  if (cost) return inCurrency(cost.amountMinor, cost.currency, day, measure, counted)
  if (kind !== 'miles') return currency === undefined ? 'leftOut' : inCurrency(amount, currency, day, measure, counted)
  const ofBudget = valueOn(budget?.mileValues ?? [], day)
  if (budget && ofBudget) return inCurrency(costOfMiles(amount, ofBudget), budget.currency, day, measure, counted)
  const value = measure.currency === counted ? valueOn(measure.mileValues, day) : undefined
  return value ? { minor: costOfMiles(amount, value) } : 'leftOut'
}

/** What one thing cost that the settings have a value for, in the settings' currency. */
export function costOf(
  values: readonly DatedValue[] | undefined,
  day: string,
  measure: MeasureSettings,
  counted: string,
) {
  const value = measure.currency === counted ? valueOn(values ?? [], day) : undefined
  return value ? { minor: wholeMinor(1, value) } : 'leftOut'
}

/** So many of what costs so much each: rounded once, over all of them. */
export function wholeMinor(count: number, { minor, per }: Rate): number {
  return share(count, minor, per, 'nearest')
}

export function amountAs(count: 'revenueMinor' | 'compensationMinor' | 'offersMinor', counted: Counted): Outcome {
  return counted === 'leftOut' ? { leftOut: 1 } : { [count]: counted.minor }
}
