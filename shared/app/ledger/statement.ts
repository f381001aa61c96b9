import { calendarOf } from '../../domain/calendar.ts'
import type { Balance } from '../../domain/ledger/balances.ts'
import { costOfMiles, mileValueOn } from '../../domain/rulebook/mile-value.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Book } from '../../ports/index.ts'

const NOTHING = { amount: 0, costMinor: 0 }

/** A book as finance reads it: the budget, what each campaign has promised, and what became of it. */
export function statementOf(
  { book, currency, limitMinor, leftMinor, spentMinor, balances }: Book,
  live: Rulebook | undefined,
  now: number,
) {
  const budget = live?.budgets[book]
  const mileValue = budget && mileValueOn(budget, calendarOf(live.settings.zone).dateOf(now))
  const lines = Map.groupBy(balances, ({ campaign, kind, currency = '' }) => `${campaign}\n${kind}\n${currency}`)
  return {
    book,
    currency,
    limitMinor: limitMinor ?? null,
    spentMinor,
    leftMinor: limitMinor === undefined ? null : leftMinor,
    ...totalsOf(balances),
    ...(mileValue && { mileValueMinor: mileValue.minor / mileValue.per }),
    campaigns: [...lines.values()].map((of) => {
      const { campaign, kind, currency: paidIn } = of[0]!
      const on = (account: Balance['account']) => {
        const found = of.find((each) => each.account === account)
        return found ? { amount: found.amount, costMinor: found.costMinor } : NOTHING
      }
      const owed = on('owed')
      return {
        campaign,
        kind,
        ...(paidIn !== undefined && { currency: paidIn }),
        reserved: on('reserved'),
        owed,
        /** Miles at the value of a mile today. */
        ...(kind === 'miles' && mileValue && { owedTodayMinor: costOfMiles(owed.amount, mileValue) }),
        redeemed: on('redeemed'),
        expired: on('expired'),
        kept: on('kept'),
      }
    }),
  }
}

function totalsOf(balances: readonly Balance[]) {
  const total = (account: Balance['account']) =>
    balances.filter((each) => each.account === account).reduce((sum, { costMinor }) => sum + costMinor, 0)
  return {
    reservedMinor: total('reserved'),
    owedMinor: total('owed'),
    redeemedMinor: total('redeemed'),
    expiredMinor: total('expired'),
    keptMinor: total('kept'),
  }
}

export type Statement = ReturnType<typeof statementOf>
