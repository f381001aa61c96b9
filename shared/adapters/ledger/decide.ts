import { createHash } from 'node:crypto'
import { type GrantOutcome, type GrantRequest, poolOf } from '../../ports.ts'

/**
 * The ledger's decisions, pure: what was seen in, what is to be written out. The adapter writes it in one transaction
 * that holds only if what was seen still holds; otherwise it looks and decides again.
 *
 * A budget is cut into shards, so that many grants at once do not wait for each other. Each shard knows what is left
 * in it and which limit it was cut from. When a request brings another limit, what is left is cut anew.
 */

export interface BudgetShard {
  shard: number
  /** The budget's whole limit when this shard was cut, minor units; undefined: never cut. */
  limitMinor?: number
  leftMinor: number
  spentMinor: number
}

/** What the ledger holds already, as far as it matters for a request. */
export interface Seen {
  /** Grants under the request's key, of the member and every alias. */
  grants: readonly { grantId: string; actionId: string }[]
  /** What each of `memberIds` got this year out of the budget, minor units; zeros where there is no cap. */
  yearSpentMinor: readonly number[]
  /** All of the pool's shards; undefined: not looked at, one is tried in the hope that it will do. */
  shards?: readonly BudgetShard[]
}

export interface Take {
  shard: number
  amountMinor: number
}

export type Decision =
  | { do: 'answer'; outcome: GrantOutcome }
  /** Cut the budget into these shards first, then decide again. */
  | { do: 'cut'; shards: BudgetShard[] }
  | { do: 'take'; takes: Take[] }

/** One's own grant is looked at before the budget: a redelivery is never refused for lack of money. */
export function decide(request: GrantRequest, seen: Seen, preferredShard: number): Decision {
  const own = seen.grants.find((grant) => grant.actionId === request.actionId)
  if (own) return answer({ granted: true, grantId: own.grantId, again: true })
  if (seen.grants.length > 0) return refuse('already-compensated', `${request.key} was compensated before`)

  const { costMinor } = request
  const yearlyCap = capOf(request)
  const yearSpent = sum(seen.yearSpentMinor)
  if (yearlyCap && yearSpent + costMinor > yearlyCap.limitMinor) {
    const left = Math.max(0, yearlyCap.limitMinor - yearSpent)
    return refuse('yearly-cap', `costs ${costMinor}, ${left} of ${yearlyCap.limitMinor} left in ${yearlyCap.year}`)
  }

  const pool = poolOf(request)
  if (!seen.shards || !pool) return takeAll(request, preferredShard)
  const { id, limitMinor } = pool
  if (seen.shards.some((shard) => shard.limitMinor !== limitMinor)) {
    return { do: 'cut', shards: cut(seen.shards, limitMinor) }
  }
  const left = sum(seen.shards.map((shard) => shard.leftMinor))
  if (left < costMinor) {
    const code = request.basis === 'statutory' ? 'tranche-exhausted' : 'budget-exhausted'
    return refuse(code, `costs ${costMinor}, ${left} of ${limitMinor} left in ${id}`)
  }
  return { do: 'take', takes: takesOf(seen.shards, costMinor, preferredShard) }
}

function takeAll({ costMinor }: GrantRequest, shard: number): Decision {
  return { do: 'take', takes: [{ shard, amountMinor: costMinor }] }
}

/** What is left under `limitMinor` after what was spent, spread evenly. A lowered limit leaves nothing, never less. */
function cut(shards: readonly BudgetShard[], limitMinor: number): BudgetShard[] {
  const left = Math.max(0, limitMinor - sum(shards.map((shard) => shard.spentMinor)))
  const share = Math.floor(left / shards.length)
  const remainder = left % shards.length
  return shards.map((shard, i) => ({ ...shard, limitMinor, leftMinor: share + (i < remainder ? 1 : 0) }))
}

/** From the preferred shard, else from the next that has enough, else from as few as will do: the last unit counts. */
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

/** Derived, so that the same grant has the same id wherever it is asked for. A slug. */
export function grantIdOf(request: GrantRequest): string {
  return createHash('sha256').update(`${request.memberIds[0]}\n${request.key}`).digest('base64url').slice(0, 22)
}

/** The yearly cap is on goodwill alone. */
export function capOf(request: GrantRequest): { year: number; limitMinor: number } | undefined {
  return request.basis === 'goodwill' ? request.yearlyCap : undefined
}

/** Refuses amounts that would make the books wrong. */
export function checkRequest(request: GrantRequest): void {
  const { costMinor, memberIds } = request
  const pool = poolOf(request)
  if (!isAmount(costMinor)) throw new RangeError(`a cost of ${costMinor} minor units`)
  if (pool && !isAmount(pool.limitMinor))
    throw new RangeError(`a limit of ${pool.limitMinor} minor units for ${pool.id}`)
  if (memberIds.length === 0) throw new RangeError('a grant for nobody')
}

function isAmount(minor: number): boolean {
  return Number.isSafeInteger(minor) && minor >= 0
}

function answer(outcome: GrantOutcome): Decision {
  return { do: 'answer', outcome }
}

function refuse(code: Extract<GrantOutcome, { granted: false }>['code'], reason: string): Decision {
  return answer({ granted: false, code, reason })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
