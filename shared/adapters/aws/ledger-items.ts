import { type Balance, balanceNamed, sumBalances } from '../../domain/ledger/balances.ts'
import { type BudgetShard, capOf } from '../../domain/ledger/decide.ts'
import type { Entry, Grant } from '../../domain/ledger/grant.ts'
import { grantWith, type Personal } from '../../domain/ledger/personal.ts'
import type { Book, GrantRequest } from '../../ports/index.ts'
import { bookOf, currencyOf } from '../../ports/index.ts'
import { spread } from './spread.ts'
import { type Item, keyOf } from './table.ts'

/**
 * The ledger's items.
 * - Per card (`L#<person>`): each grant as it stands under its key (`G#<key>`), with its personal data in attributes of its
 * own; the grant's id under the other keys it takes for ever; what the person got in a year from a budget
 * (`Y#<year>#<budget>`); what was requested for them on a day, of grants that have an approval threshold
 * (`D#<day>#<basis>:<currency>`); which cards are the same person (`P`).
 * - The journal, by the month in which a grant was requested (`J#<month>#<part>`): every entry, `<grant>#<name>`, only ever
 * added. `J` lists the months.
 * - Per budget, per currency of debts, and per tranche of them (`B#<book>#<group>`): its shards `S#<n>`. `B` lists the
 * books.
 * - `A`: what waits for approval, the next to expire first.
 */

/**
 * More simultaneous grants rarely meet in one shard (bench/ledger-model.ts). A new cut of all shards, and a grant that takes
 * from all of them, with seven more items and one for each complaint of its cause, must fit into a transaction of 100 items.
 * The groups are on different partitions, each of which takes 1,000 write units a second. Never change it for an existing
 * table.
 */
export const SHARDS = 72
export const GROUPS = 12
/** Partitions of a month of the journal. */
export const PARTS = 16

export const BOOKS = 'B'
export const MONTHS = 'J'
export const APPROVALS = 'A'

export function grantKeyAt(person: string, key: string): Item {
  return keyOf(`L#${person}`, `G#${key}`)
}

export function yearKeyAt(person: string, year: number | undefined, book: string): Item {
  return keyOf(`L#${person}`, `Y#${year}#${book}`)
}

/** Expires within days: a day is over by then in every zone. */
export function dayKey(person: string, request: GrantRequest): Item {
  return keyOf(`L#${person}`, `D#${request.approval?.day}#${request.basis}:${currencyOf(request)}`)
}

export function yearKey(person: string, request: GrantRequest): Item {
  return yearKeyAt(person, capOf(request)?.year, bookOf(request))
}

export function groupOf(book: string, group: number): string {
  return `B#${book}#${group}`
}

export function shardKey(book: string, shard: number): Item {
  return keyOf(groupOf(book, shard % GROUPS), `S#${shard}`)
}

export function approvalKey({ until = 0, grantId }: Grant): Item {
  return keyOf(APPROVALS, `${padded(until)}#${grantId}`)
}

/** `2026-10`, UTC: the month under which all entries of a grant are stored. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}

export function partOf(month: string, part: number): string {
  return `J#${month}#${part}`
}

/** @param asked when the grant was requested: all its entries are stored together. */
export function journalKey(grantId: string, asked: number, name: string): Item {
  return keyOf(partOf(monthOf(asked), spread(grantId, PARTS)), `${grantId}#${name}`)
}

/** A further key that a grant takes, so that nothing else is granted under it. */
export function takenKey(person: string, key: string, grantId: string): Item {
  return { ...grantKeyAt(person, key), takenBy: { S: grantId } }
}

/** The grant of an item, with the personal data that is still kept. */
export function grantOf(item: Item | undefined): Grant | undefined {
  return item?.grant && grantWith(JSON.parse(item.grant.S!) as Grant, personalIn(item))
}

/** Personal data is in attributes of the grant's own item: the journal is never changed. */
export function personalIn({ actionId, entry, texts }: Item): Personal {
  const written = Object.entries(texts?.M ?? {}).map(([name, text]) => [name, text.S!])
  return {
    ...(actionId && { actionId: actionId.S! }),
    ...(entry && { entry: entry.S! }),
    texts: Object.fromEntries(written),
  }
}

export function personalAttributes({ actionId, entry, texts }: Personal): Item {
  const written = Object.entries(texts).map(([name, text]) => [name, { S: text }])
  return {
    ...(actionId !== undefined && { actionId: { S: actionId } }),
    ...(entry !== undefined && { entry: { S: entry } }),
    texts: { M: Object.fromEntries(written) },
  }
}

export function entryOfItem(item: Item): Entry {
  return JSON.parse(item.entry!.S!) as Entry
}

/** A shard that does not exist yet has no limit and nothing left. */
export function shardOf(shard: number, item: Item | undefined): BudgetShard {
  const number = (value: Item[string] | undefined) => Number(value?.N ?? 0)
  return {
    shard,
    ...(item?.limitMinor && { limitMinor: number(item.limitMinor) }),
    asOf: number(item?.asOf),
    leftMinor: number(item?.leftMinor),
    spentMinor: number(item?.spentMinor),
    ...(item?.overspent && { overspent: item.overspent.BOOL }),
  }
}

/** A book, as the sum of its shards. */
export function bookOfShards(book: string, currency: string, items: readonly Item[]): Book {
  const shards = items.map((item, n) => shardOf(n, item))
  const { limitMinor } = shards.find((shard) => shard.limitMinor !== undefined) ?? {}
  return {
    book,
    currency,
    ...(!book.includes(':') && limitMinor !== undefined && { limitMinor }),
    leftMinor: shards.reduce((sum, { leftMinor }) => sum + leftMinor, 0),
    spentMinor: shards.reduce((sum, { spentMinor }) => sum + spentMinor, 0),
    balances: sumBalances(items.flatMap(balancesOf)),
  }
}

/** A balance is two attributes: its name for the amount, and `$` with the name for the cost. */
export function attributesOf(name: string): { amount: string; costMinor: string } {
  return { amount: name, costMinor: `$${name}` }
}

function balancesOf(item: Item): Balance[] {
  return Object.entries(item).flatMap(([name, value]) => {
    const worth = name.startsWith('$')
    const named = balanceNamed(worth ? name.slice(1) : name)
    if (!named) return []
    return [{ ...named, amount: worth ? 0 : Number(value.N), costMinor: worth ? Number(value.N) : 0 }]
  })
}

function padded(at: number): string {
  return String(at).padStart(15, '0')
}
