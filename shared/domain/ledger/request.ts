import type { Reason } from '../reason.ts'
import type { Grant, GrantKind, OwedBy } from './grant.ts'

/** What a grant changes: all of it in one transaction, or nothing. */
export type GrantRequest = Asked & (Goodwill | Statutory)

interface Asked {
  /** `canonical cause + basis`: the permanent key. One grant per key, ever. */
  key: string
  /** The keys of the cause's other names. Keys in older notations need not be listed. */
  alsoKeyed?: readonly string[]
  /** The surviving card of the person. A grant under any card merged into it is the same grant. */
  memberId: string
  actionId: string
  campaign: string
  /** The entry key of the journey that requests it, if one does. */
  entry?: string
  rulebook: string
  /** A person's words, or a rule's. Absent: what the law says. */
  reason?: string
  kind: GrantKind
  /** Miles, or minor units of `currency`. */
  amount: number
  /** Its cost, minor units of the budget's currency, or of the debt's. */
  costMinor: number
  /** Who requests it, and so may not approve it. For an automatic grant, who published the campaign. */
  requestedBy: string
  /** The threshold from which it needs approval. Undefined: it needs none. */
  approval?: Threshold
  now: number
}

/** A member's grants of one day, basis and currency count together, so that splitting an amount does not avoid approval. */
export interface Threshold {
  /** What they may get in a day without approval, minor units, this grant included. */
  aboveMinor: number
  /** `2026-10-01`, in the airline's zone. */
  day: string
  /** Until then it is reserved, and not granted yet. */
  until: number
}

/** Paid from a budget, never beyond its limit, and to one member at most so much a year. */
interface Goodwill {
  basis: 'goodwill'
  currency?: string
  budget: BudgetLimit
  /** The most the member may get in a calendar year, in the budget's minor units. Undefined: no cap. */
  yearlyCap?: { year: number; limitMinor: number } | undefined
}

export interface BudgetLimit extends Pool {
  currency: string
}

/** What the law owes is a debt, whatever is left of any budget. It is booked by currency. */
interface Statutory {
  basis: 'statutory'
  /** Absent: a person or a rule says why. */
  law?: OwedBy
  currency: string
  /** What may be granted within an hour, never beyond its limit. The rest of the debt is owed all the same. */
  tranche?: Pool
}

/** A limited amount of money that grants are taken from. */
export interface Pool {
  id: string
  limitMinor: number
  /** The version of the world that the limit comes from: it never replaces a later one. Undefined: the first. */
  asOf?: number
}

/** The book of a grant: its budget, or the debts of one currency. No budget's id contains a colon. */
export function bookOf(request: GrantRequest): string {
  return request.basis === 'statutory' ? `statutory:${request.currency}` : request.budget.id
}

/** What a grant is taken from. Undefined: a debt in a currency without a limit. */
export function poolOf(request: GrantRequest): Pool | undefined {
  return request.basis === 'statutory' ? request.tranche : request.budget
}

/** The currency of a grant's cost: its budget's, or the debt's. */
export function currencyOf(request: GrantRequest): string {
  return request.basis === 'statutory' ? request.currency : request.budget.currency
}

/** The grant as it stands: the same request again changes nothing. */
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
