import { notPaidOn } from '../../standards/currency.ts'
import type { Finding, Path } from '../problem.ts'
import type { Rulebook } from './rulebook.ts'

/**
 * Amounts in currencies in which nothing can be paid on a given day. Checked for a new rulebook, never for the live one: a
 * currency that ends must not stop everything.
 */
export function endedCurrencies({ budgets, settings }: Pick<Rulebook, 'budgets' | 'settings'>, day: string): Finding[] {
  // Campaigns pay in the currency of their budget.
  const amounts: { file: string; path: Path; currency: string }[] = [
    ...Object.values(budgets).map(({ id, currency }) => {
      return { file: 'budgets.yaml', path: ['budgets', id, 'limit'], currency }
    }),
    ...Object.keys(settings.law?.automaticPerHour ?? {}).map((currency) => {
      return { file: 'wingback.yaml', path: ['law', 'automaticPerHour'], currency }
    }),
  ]
  return amounts.flatMap(({ file, path, currency }) => {
    const fault = notPaidOn(currency, day)
    return fault ? [{ file, path, on: 'value' as const, code: 'unknown-currency' as const, ...fault }] : []
  })
}
