import { type Balance, movementOf, sumBalances } from '../../domain/ledger/balances.ts'
import type { BudgetShard } from '../../domain/ledger/decide.ts'
import type { Entry, Grant } from '../../domain/ledger/grant.ts'
import {
  bareEntry,
  bareGrant,
  entryWith,
  grantWith,
  type Personal,
  personalOf,
  textIn,
} from '../../domain/ledger/personal.ts'

interface BookInMemory {
  currency: string
  spentMinor: number
  balances: Balance[]
}

/** What a ledger in memory holds. All of it is synchronous, so that nothing changes between reading and deciding. */
export function ledgerState() {
  const grants = new Map<string, Grant>()
  const byPerson = new Map<string, Set<string>>()
  const journal = new Map<string, Entry[]>()
  /** By person, year and book. */
  const years = new Map<string, number>()
  const books = new Map<string, BookInMemory>()
  const pools = new Map<string, BudgetShard>()
  const personal = new Map<string, Personal>()

  /** The grant as stored, with the personal data that is still kept. */
  function standing(grantId: string): Grant | undefined {
    const grant = grants.get(grantId)
    return grant && grantWith(grant, personal.get(grantId)!)
  }

  function entriesOf(grantId: string): Entry[] {
    return journal.get(grantId)!.map((entry) => entryWith(entry, personal.get(grantId)!))
  }

  function grantsOf(cards: readonly string[]): Grant[] {
    const own = cards.flatMap((person) => [...(byPerson.get(person) ?? [])])
    return own.map((grantId) => standing(grantId)!).sort((a, b) => a.at - b.at)
  }

  /** Adds an entry, with everything it changes. */
  function add(entry: Entry, grant: Grant, pool: string): void {
    keepPersonal(entry, grant)
    grants.set(entry.grantId, bareGrant(grant))
    byPerson.set(entry.person, (byPerson.get(entry.person) ?? new Set()).add(entry.grantId))
    journal.set(entry.grantId, [...(journal.get(entry.grantId) ?? []), bareEntry(entry)])
    const { spentMinor, balances } = movementOf(entry)
    const book = books.get(entry.book) ?? { currency: entry.costCurrency, spentMinor: 0, balances: [] }
    const sums = sumBalances([...book.balances, ...balances])
    books.set(entry.book, { ...book, spentMinor: book.spentMinor + spentMinor, balances: sums })
    const shard = pools.get(pool)
    if (shard) {
      const spent = shard.spentMinor + spentMinor
      pools.set(pool, { ...shard, spentMinor: spent, leftMinor: Math.max(0, (shard.limitMinor ?? 0) - spent) })
    }
    if (entry.capYear !== undefined && spentMinor !== 0) {
      const year = yearKey(entry.person, entry.capYear, entry.book)
      years.set(year, (years.get(year) ?? 0) + spentMinor)
    }
  }

  function keepPersonal(entry: Entry, grant: Grant): void {
    const { texts, ...ids } = personal.get(entry.grantId) ?? personalOf(grant, entry)
    const text = textIn(entry)
    personal.set(entry.grantId, { ...ids, texts: { ...texts, ...(text !== undefined && { [entry.name]: text }) } })
  }

  function forget(cards: readonly string[]): void {
    for (const { grantId } of grantsOf(cards)) personal.set(grantId, { texts: {} })
  }

  return { grants, journal, years, books, pools, standing, entriesOf, grantsOf, add, forget }
}

export function yearKey(person: string, year: number, book: string): string {
  return `${person}\n${year}\n${book}`
}
