import type { Balance } from '../domain/ledger/balances.ts'
import type { Change, ChangeRefusal, Entry, Grant } from '../domain/ledger/grant.ts'
import type { GrantOutcome, GrantRequest } from '../domain/ledger/request.ts'

export * from '../domain/ledger/request.ts'

export type ChangeOutcome =
  | { changed: true; again: boolean; grant: Grant; entry: Entry }
  | { changed: false; code: ChangeRefusal; reason: string; grant?: Grant }

/** A grant that waits for a second person, with the card it is for. */
export interface PendingGrant {
  memberId: string
  grant: Grant
}

/** A book as it stands: sums over its parts, and what is on its accounts. */
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
  /** What the ledger calls these cards: their keyed hashes, in their order. */
  persons(memberIds: readonly string[]): Promise<string[]>
  /** What it calls these actions. */
  actions(actionIds: readonly string[]): Promise<string[]>
  /** Idempotent by key and action: the same request again is answered as its grant stands, whatever the budget says. */
  grant(request: GrantRequest): Promise<GrantOutcome>
  /** Adds an entry to a grant of one of these cards. The same change again is `again`. */
  change(order: { memberIds: readonly string[]; grantId: string; change: Change; now: number }): Promise<ChangeOutcome>
  /** Grants of these cards, oldest first. */
  grants(memberIds: readonly string[]): Promise<Grant[]>
  /** Their entries, oldest first. */
  entries(memberIds: readonly string[]): Promise<Entry[]>
  /** What waits for approval, first to lapse first; at most 200. */
  pending(): Promise<PendingGrant[]>
  /** One that waits; undefined: it does not. */
  waiting(grantId: string): Promise<PendingGrant | undefined>
  /** The last word on a grant that waited within the last two months, where there is one. */
  decided(grantId: string, now: number): Promise<Entry | undefined>
  /** Of these cards' grants goes what is of the person (domain/ledger/personal): amounts and causes stay. */
  forget(memberIds: readonly string[]): Promise<void>
  /** What is spent of each budget, or owed in each book of debts, minor units. */
  spent(books: readonly string[]): Promise<Record<string, number>>
  /** Every book there is. */
  books(): Promise<Book[]>
  /** The whole journal as it stays, in no order but that a grant's entries come together: to add everything up again. */
  journal(): AsyncIterable<readonly Entry[]>
  /** The grants that stand under these keys, as the keys remember them; undefined where there is none. */
  standing(keys: readonly { person: string; key: string }[]): Promise<(Grant | undefined)[]>
  /** What each person's year has counted, minor units. */
  years(keys: readonly { person: string; year: number; book: string }[]): Promise<number[]>
}
