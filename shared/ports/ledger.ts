import type { Balance } from '../domain/ledger/balances.ts'
import type { Change, ChangeRefusal, Entry, Grant } from '../domain/ledger/grant.ts'
import type { GrantOutcome, GrantRequest } from '../domain/ledger/request.ts'

export * from '../domain/ledger/request.ts'

export type ChangeOutcome =
  | { changed: true; again: boolean; grant: Grant; entry: Entry }
  | { changed: false; code: ChangeRefusal; reason: string; grant?: Grant }

/** A grant that waits for approval, with its card. */
export interface PendingGrant {
  memberId: string
  grant: Grant
}

/** A book (a budget, or debts of one currency) as it stands: the sums over its shards, and its account balances. */
export interface Book {
  book: string
  currency: string
  /** Undefined: debts have no limit. */
  limitMinor?: number
  leftMinor: number
  /** Granted or reserved, and not given back. */
  spentMinor: number
  balances: Balance[]
}

export interface Ledger {
  /** The keyed hashes under which the ledger stores these cards, in the same order. */
  persons(memberIds: readonly string[]): Promise<string[]>
  /** The hashes under which it stores these actions. */
  actions(actionIds: readonly string[]): Promise<string[]>
  /** Idempotent by key and action: the same request again returns the grant as it stands, whatever is left of the budget. */
  grant(request: GrantRequest): Promise<GrantOutcome>
  /** Adds an entry to a grant of one of these cards. The same change again is `again`. */
  change(order: { memberIds: readonly string[]; grantId: string; change: Change; now: number }): Promise<ChangeOutcome>
  /** The grants of these cards, oldest first. */
  grants(memberIds: readonly string[]): Promise<Grant[]>
  /** The entries of these cards, oldest first. */
  entries(memberIds: readonly string[]): Promise<Entry[]>
  /** Grants that wait for approval, at most 100, the next to expire first. */
  pending(): Promise<PendingGrant[]>
  /** One grant that waits. Undefined: it does not wait. */
  waiting(grantId: string): Promise<PendingGrant | undefined>
  /** The last decision on a grant that waited within the last two months, if there is one. */
  decided(grantId: string, now: number): Promise<Entry | undefined>
  /** Removes personal data from the grants of these cards (domain/ledger/personal). Amounts and causes stay. */
  forget(memberIds: readonly string[]): Promise<void>
  /** What is spent of each budget, or owed in each book of debts, in minor units. */
  spent(books: readonly string[]): Promise<Record<string, number>>
  /** Every book. */
  books(): Promise<Book[]>
  /** The whole journal, to add everything up again. It has no order, except that the entries of one grant come together. */
  journal(): AsyncIterable<readonly Entry[]>
  /** The grants stored under these keys. Undefined where a key has none. */
  standing(keys: readonly { person: string; key: string }[]): Promise<(Grant | undefined)[]>
  /** What was counted against each person's yearly limit, in minor units. */
  years(keys: readonly { person: string; year: number; book: string }[]): Promise<number[]>
}
