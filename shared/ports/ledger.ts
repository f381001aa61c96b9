import type { Balance } from '../domain/ledger/balances.ts'
import type { Change, ChangeRefusal, Entry, Grant, GrantKind } from '../domain/ledger/grant.ts'
import type { Reason } from '../domain/words/reason.ts'

/** What a grant changes: all of it in one transaction, or nothing. */
export type GrantRequest = Asked & (Goodwill | Statutory)

interface Asked {
  /** `canonical cause + basis`: the permanent key. One grant a key, ever. */
  key: string
  /** Other keys the same cause may have been granted under. Those that keys had before are known without. */
  alsoKeyed?: readonly string[]
  /** Whose it is: the card that goes on. A grant under any card that was merged into it is the same grant. */
  memberId: string
  actionId: string
  campaign: string
  /** The journey's entry key, where a journey asks. */
  entry?: string
  rulebook: string
  reason: string
  kind: GrantKind
  /** Miles, or minor units of `currency`. */
  amount: number
  /** What it costs, minor units: of the budget's currency, or of the debt's. */
  costMinor: number
  /** Who asks: may not approve it. Of an automatic grant, who published the campaign. */
  requestedBy: string
  /** From what on a second person must approve it; undefined: nobody need. */
  approval?: Threshold
  now: number
}

/** One member's day is counted together, of one basis in one currency: what is cut into slices comes to the same. */
export interface Threshold {
  /** What they may get in a day without a second person, minor units, this grant included. */
  aboveMinor: number
  /** `2026-10-01`, of the airline's zone. */
  day: string
  /** It is reserved until then, and not granted yet. */
  until: number
}

/** Paid from a budget, never over its limit, and at most so much a year to one member. */
interface Goodwill {
  basis: 'goodwill'
  currency?: string
  budget: BudgetLimit
  /** What the member may get in a calendar year at most, in the budget's minor units; undefined: no cap. */
  yearlyCap?: { year: number; limitMinor: number }
}

export interface BudgetLimit extends Pool {
  currency: string
}

/** What the law owes is a debt, whatever is left of any budget: it is booked by its currency. */
interface Statutory {
  basis: 'statutory'
  currency: string
  /** What may be granted within an hour, never over its limit. The debt beyond it is owed all the same. */
  tranche?: Pool
}

/** A limited amount of money that grants are taken from. */
export interface Pool {
  id: string
  limitMinor: number
  /** The world's version the limit is of: it never takes the place of a later one. Undefined: the first. */
  asOf?: number
}

/** Where a grant is booked: its budget, or the debts of one currency. No budget's id has a colon. */
export function bookOf(request: GrantRequest): string {
  return request.basis === 'statutory' ? `statutory:${request.currency}` : request.budget.id
}

/** What a grant is taken from; undefined for a debt in a currency without a limit. */
export function poolOf(request: GrantRequest): Pool | undefined {
  return request.basis === 'statutory' ? request.tranche : request.budget
}

/** What a grant's cost is in: its budget's currency, or the debt's. */
export function currencyOf(request: GrantRequest): string {
  return request.basis === 'statutory' ? request.currency : request.budget.currency
}

/** As it stands, where it is one's own: asking again changes nothing. */
export type GrantOutcome =
  | { granted: true; grantId: string; again: boolean; grant: Grant }
  | { granted: false; code: 'awaits-approval'; reason: Reason; grant: Grant }
  | { granted: false; code: GrantRefusal; reason: Reason }

export type GrantRefusal =
  | 'already-compensated'
  | 'budget-exhausted'
  | 'tranche-exhausted'
  | 'yearly-cap'
  | 'approval-refused'
  | 'approval-lapsed'
  | 'reversed'

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
