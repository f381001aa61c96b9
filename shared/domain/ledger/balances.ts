import { ACCOUNTS, type Account, type Entry, type GrantKind } from './grant.ts'

/** The balance of one account of a book, for one campaign and kind. `budget` has no balance of its own: it is the remainder. */
export interface Balance {
  account: Exclude<Account, 'budget'>
  campaign: string
  kind: GrantKind
  currency?: string
  /** Miles, or minor units of `currency`. */
  amount: number
  /** Minor units of the book's currency. */
  costMinor: number
}

/** How an entry changes a book: what its budget loses, and what its accounts gain or lose. */
export interface Movement {
  spentMinor: number
  balances: Balance[]
}

export function movementOf({ from, to, campaign, kind, currency, amount, costMinor }: Entry): Movement {
  const on = (account: Account, sign: 1 | -1): Balance[] =>
    account === 'budget'
      ? []
      : [
          {
            account,
            campaign,
            kind,
            ...(currency !== undefined && { currency }),
            amount: sign * amount,
            costMinor: sign * costMinor,
          },
        ]
  const spentMinor = from === 'budget' ? costMinor : to === 'budget' ? -costMinor : 0
  return { spentMinor, balances: [...on(from, -1), ...on(to, 1)] }
}

/** The balance's name. No campaign's id contains a bar. */
export function nameOfBalance({ account, campaign, kind, currency }: Omit<Balance, 'amount' | 'costMinor'>): string {
  return [account, campaign, kind, currency ?? ''].join('|')
}

/** Reads {@link nameOfBalance}; undefined for any other text. */
export function balanceNamed(name: string): Omit<Balance, 'amount' | 'costMinor'> | undefined {
  const [account, campaign, kind, currency] = name.split('|')
  if (!currency && currency !== '') return undefined
  if (!ACCOUNTS.includes(account as Account)) return undefined
  const named = { account: account as Balance['account'], campaign: campaign!, kind: kind as GrantKind }
  return { ...named, ...(currency !== '' && { currency }) }
}

/** Adds balances up by name, leaving out those that are zero. */
export function sumBalances(balances: readonly Balance[]): Balance[] {
  const sums = new Map<string, Balance>()
  for (const balance of balances) {
    const name = nameOfBalance(balance)
    const sum = sums.get(name) ?? { ...balance, amount: 0, costMinor: 0 }
    sums.set(name, { ...sum, amount: sum.amount + balance.amount, costMinor: sum.costMinor + balance.costMinor })
  }
  return [...sums]
    .filter(([, { amount, costMinor }]) => amount !== 0 || costMinor !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, balance]) => balance)
}
