import type { Reason } from '../reason.ts'
import type { Grant, GrantKind } from './grant.ts'

/** What a grant changes: all of it in one transaction, or nothing. */
export type GrantRequest = Asked & (Goodwill | Statutory)

interface Asked {
  /** `canonical cause + basis`: the permanent key. One grant a key, ever. */
  key: string
  /** The keys of the cause's other names. Those that keys had before are known without. */
  alsoKeyed?: readonly string[]
  /** The card of the person: the surviving one. A grant under any card merged into it is the same grant. */
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
  yearlyCap?: { year: number; limitMinor: number } | undefined
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
