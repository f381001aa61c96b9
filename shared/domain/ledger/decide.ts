import { shortHash } from '../../standards/hash.ts'
import { present } from '../../standards/present.ts'
import { awaited, type Reason } from '../reason.ts'
import { type Entry, firstEntry, type Grant, type Over, personIn } from './grant.ts'
import {
  bookOf,
  currencyOf,
  type GrantOutcome,
  type GrantRefusal,
  type GrantRequest,
  type Pool,
  poolOf,
} from './request.ts'

/**
 * The ledger's decisions, pure: from what was read to what is to be written. The adapter writes it in one transaction that
 * holds only if nothing read has changed; otherwise it reads and decides again.
 *
 * A pool of money (a budget) is cut into shards, so that simultaneous grants do not wait for each other. Each shard knows
 * what is left in it and from which limit it was cut. If a request brings another limit, what is left is cut anew; never to
 * the limit of an earlier rulebook.
 */

export interface BudgetShard {
  shard: number
  /** The budget's whole limit when this shard was cut, minor units. Undefined: never cut, or to be cut anew. */
  limitMinor?: number
  /** The version of the world that the limit comes from. */
  asOf: number
  leftMinor: number
  spentMinor: number
  /** The limit was below what had been spent: returned money cannot be spent until the next cut. */
  overspent?: boolean
}

/** What the ledger already holds that matters for a request. */
export interface Seen {
  /** Grants for the request's cause, of all the person's cards. */
  grants: readonly Grant[]
  /** What each of the cards got from the budget this year, minor units, the surviving one first; zeros without a cap. */
  yearSpentMinor: readonly number[]
  /** What was requested for each of the cards on the threshold's day, in the same order; zeros without a threshold. */
  dayAskedMinor: readonly number[]
  /** All shards of the pool. Undefined: not read; one is tried in the hope that it has enough. */
  shards?: readonly BudgetShard[] | undefined
}

export interface Take {
  shard: number
  amountMinor: number
}

export type Decision =
  | { do: 'answer'; outcome: GrantOutcome }
  /** Cut the budget into these shards first, then decide again. */
  | { do: 'cut'; shards: BudgetShard[] }
  /** `over`: reserved until a second person has decided. */
  | { do: 'take'; takes: Take[]; over?: Over }

/** Checks for the request's own grant before the budget: a redelivery is never refused for lack of money. */
export function decide(request: GrantRequest, seen: Seen, preferredShard: number): Decision {
  const own = seen.grants.find((grant) => grant.actionId === request.actionId)
  if (own) return answer(standingOf(own))
  if (seen.grants.length > 0)
    return refuse('already-compensated', { is: 'ledger.alreadyCompensated', key: request.key })

  const { costMinor: costs } = request
  const currency = currencyOf(request)
  const cap = capOf(request)
  const yearSpent = sum(seen.yearSpentMinor)
  if (cap && yearSpent + costs > cap.limitMinor) {
    const left = Math.max(0, cap.limitMinor - yearSpent)
    return refuse('yearly-cap', {
      is: 'ledger.yearlyCap',
      costs,
      left,
      limit: cap.limitMinor,
      currency,
      year: cap.year,
    })
  }

  const waits = overOf(request, sum(seen.dayAskedMinor) + costs)
  const pool = poolOf(request)
  // A debt without a pool is owed, whatever is left.
  if (!seen.shards || !pool) return { do: 'take', takes: [{ shard: preferredShard, amountMinor: costs }], ...waits }
  const limit = limitInForce(limitOf(pool), seen.shards)
  if (seen.shards.some((shard) => shard.limitMinor !== limit.limitMinor)) {
    return { do: 'cut', shards: cut(seen.shards, limit) }
  }
  const left = sum(seen.shards.map((shard) => shard.leftMinor))
  if (left < costs) {
    const code = request.basis === 'statutory' ? 'tranche-exhausted' : 'budget-exhausted'
    const is = request.basis === 'statutory' ? 'ledger.trancheExhausted' : 'ledger.budgetExhausted'
    return refuse(code, { is, costs, left, limit: limit.limitMinor, currency, budget: pool.id })
  }
  return { do: 'take', takes: takesOf(seen.shards, costs, preferredShard), ...waits }
}

/** The threshold that a member's day goes over with this request. */
function overOf({ approval }: GrantRequest, dayMinor: number): { over: Over } | undefined {
  if (!approval || dayMinor <= approval.aboveMinor) return undefined
  return { over: { aboveMinor: approval.aboveMinor, dayMinor } }
}

/** The request's own grant, as it stands. */
function standingOf(grant: Grant): GrantOutcome {
  const { grantId, until = 0 } = grant
  switch (grant.state) {
    case 'granted':
      return { granted: true, grantId, again: true, grant }
    case 'pending':
      return { granted: false, code: 'awaits-approval', reason: awaited(until), grant }
    case 'refused':
      return { granted: false, code: 'approval-refused', reason: { is: 'approval.refused', by: personIn(grant) } }
    case 'lapsed':
      return { granted: false, code: 'approval-lapsed', reason: { is: 'approval.lapsed' } }
    case 'reversed':
      return { granted: false, code: 'reversed', reason: { is: 'approval.reversed', by: personIn(grant) } }
  }
}

/** What the ledger answers right after it wrote the grant. */
export function freshOutcome(grant: Grant): GrantOutcome {
  const outcome = standingOf(grant)
  return outcome.granted ? { ...outcome, again: false } : outcome
}

/** The latest limit that anybody has brought: a worker with an older world does not restore an old one. */
function limitInForce(asked: Limit, shards: readonly BudgetShard[]): Limit {
  let { limitMinor, asOf } = asked
  for (const shard of shards) {
    if (shard.limitMinor !== undefined && shard.asOf > asOf) ({ limitMinor = 0, asOf } = shard)
  }
  return { limitMinor, asOf }
}

/** What is left under the limit after what was spent, spread evenly. A limit below that leaves nothing, never less. */
function cut(shards: readonly BudgetShard[], { limitMinor, asOf }: Limit): BudgetShard[] {
  const rest = limitMinor - sum(shards.map((shard) => shard.spentMinor))
  const left = Math.max(0, rest)
  const share = Math.floor(left / shards.length)
  const remainder = left % shards.length
  return shards.map((shard, i) => {
    return { ...shard, limitMinor, asOf, leftMinor: share + (i < remainder ? 1 : 0), overspent: rest < 0 }
  })
}

/**
 * Takes from the preferred shard, else from the next that has enough, else from as few as possible: even the last unit can
 * be spent.
 */
function takesOf(shards: readonly BudgetShard[], costMinor: number, preferred: number): Take[] {
  const inTurn = [...shards.slice(preferred), ...shards.slice(0, preferred)]
  const alone = inTurn.find((shard) => shard.leftMinor >= costMinor)
  if (alone) return [{ shard: alone.shard, amountMinor: costMinor }]
  const takes: Take[] = []
  let missing = costMinor
  for (const { shard, leftMinor } of inTurn.sort((a, b) => b.leftMinor - a.leftMinor)) {
    if (missing === 0) break
    const amountMinor = Math.min(leftMinor, missing)
    takes.push({ shard, amountMinor })
    missing -= amountMinor
  }
  return takes
}

/** Derived, so that the same grant always has the same id. A slug. */
export function grantIdOf(person: string, key: string): string {
  // People type it after a command, where a leading dash would make it an option.
  return shortHash([person, key], 22).replace(/^-/, '_')
}

/** The request's person and action, as keyed hashes. */
export interface Named {
  person: string
  action: string
}

/** The entry that makes the grant, or reserves it if it is over a threshold. */
export function entryOf(request: GrantRequest, { person, action }: Named, over?: Over): Entry {
  const { key, alsoKeyed, actionId, campaign, entry, rulebook, basis, kind, currency } = request
  const { now: at, amount, costMinor, requestedBy: by, reason: why, approval } = request
  const cap = capOf(request)
  const terms = {
    grantId: grantIdOf(person, key),
    key,
    ...(alsoKeyed && { alsoKeyed }),
    person,
    action,
    actionId,
    campaign,
    ...(entry !== undefined && { entry }),
    rulebook,
    basis,
    book: bookOf(request),
    kind,
    ...(currency !== undefined && { currency }),
    costCurrency: currencyOf(request),
    ...(cap && { capYear: cap.year }),
    ...(request.basis === 'statutory' && request.law && { law: request.law }),
  }
  return firstEntry(terms, {
    at,
    amount,
    costMinor,
    by,
    ...present({ why }),
    ...(over && approval && { until: approval.until, over }),
  })
}

/** The yearly cap applies to goodwill only. */
export function capOf(request: GrantRequest): { year: number; limitMinor: number } | undefined {
  return request.basis === 'goodwill' ? request.yearlyCap : undefined
}

interface Limit {
  limitMinor: number
  asOf: number
}

export function limitOf({ limitMinor, asOf = 0 }: Pool): Limit {
  return { limitMinor, asOf }
}

/** Refuses amounts that would make the books wrong. */
export function checkRequest(request: GrantRequest): void {
  const { costMinor, amount } = request
  if (!isAmount(costMinor)) throw new RangeError(`a cost of ${costMinor} minor units`)
  if (!isAmount(amount)) throw new RangeError(`an amount of ${amount}`)
  const pool = poolOf(request)
  if (pool && !isAmount(pool.limitMinor))
    throw new RangeError(`a limit of ${pool.limitMinor} minor units for ${pool.id}`)
}

function isAmount(minor: number): boolean {
  return Number.isSafeInteger(minor) && minor >= 0
}

function answer(outcome: GrantOutcome): Decision {
  return { do: 'answer', outcome }
}

function refuse(code: GrantRefusal, reason: Reason): Decision {
  return answer({ granted: false, code, reason })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
