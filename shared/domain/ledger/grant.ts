import type { Basis } from '../../contract/index.ts'
import { share } from '../../standards/money.ts'
import { present } from '../../standards/present.ts'
import type { Findings } from '../law/finding.ts'
import type { Regime } from '../law/regime.ts'
import { samePerson } from '../person.ts'

/**
 * The ledger's books, pure. Each entry moves value from one account to another, is only ever added, and is complete in
 * itself. Everything else the ledger stores (what is left of a budget, a member's year, the state of a grant) can be
 * recalculated from the entries.
 */

/** Where value can be. All but `budget` are kept by campaign, kind and currency. */
export const ACCOUNTS = ['budget', 'reserved', 'owed', 'redeemed', 'expired', 'kept'] as const

export type Account = (typeof ACCOUNTS)[number]

/** What can happen to a grant, and between which accounts it moves. A reversal may leave the budget unchanged. */
const MOVES = {
  reserved: ['budget', 'reserved'],
  granted: ['budget', 'owed'],
  approved: ['reserved', 'owed'],
  refused: ['reserved', 'budget'],
  lapsed: ['reserved', 'budget'],
  redeemed: ['owed', 'redeemed'],
  expired: ['owed', 'expired'],
  reversed: ['owed', 'budget'],
} as const satisfies Record<string, readonly [Account, Account]>

export type EntryKind = keyof typeof MOVES

/** The possible decisions on a grant that waits for approval. */
export const DECISIONS = ['approved', 'refused', 'lapsed'] as const satisfies EntryKind[]

/** The campaign of grants made by hand. No campaign's id contains a space. */
export const BY_HAND = 'by hand'

export type GrantKind = 'miles' | 'voucher' | 'cash'

/** A grant's terms, from its first entry on. */
interface Terms {
  grantId: string
  /** `canonical cause + basis`. */
  key: string
  /** Other names of the cause when it was granted, as keys: it is found under these too. */
  alsoKeyed?: readonly string[]
  /** The keyed hash of the card it was granted to. The ledger knows the card only by this. */
  person: string
  /** The keyed hash of the action that requested it. */
  action: string
  /** The action's id, which is made of the card's number: personal data (./personal.ts). */
  actionId?: string
  campaign: string
  /** The entry key of the journey that requested it: personal data. */
  entry?: string
  rulebook: string
  basis: Basis
  /** The budget, or the debts of one currency. */
  book: string
  kind: GrantKind
  currency?: string
  /** The book's currency, which `costMinor` is in. */
  costCurrency: string
  /** The calendar year whose cap it counts against. */
  capYear?: number
  /** Why the law owes it. Absent: goodwill, a person's own words, or of before this was a code. */
  law?: OwedBy
}

/** By which law something is owed, with its paragraphs and what that rests on. */
export interface OwedBy {
  regime: Regime
  source: string
  findings: Findings
}

/** One line of the journal. Never changed, never removed. */
export interface Entry extends Terms {
  /** Unique among the grant's entries, so that the same change made again is the same entry. */
  name: string
  what: EntryKind
  at: number
  from: Account
  to: Account
  /** What moves: miles, or minor units of `currency`. */
  amount: number
  /** Its cost, minor units of the book's currency. */
  costMinor: number
  by: string
  /** Text that people wrote: personal data. */
  why?: string
  /** Why it was reversed, where the law owes it no more. */
  because?: Findings
  /** Of a reservation: until when it may be approved. */
  until?: number | undefined
  /** Of a reservation: the threshold that asked for a second person. */
  over?: Over | undefined
}

/** From what on somebody must approve, and what was asked for the member on that day, this included: the book's minor units. */
export interface Over {
  aboveMinor: number
  dayMinor: number
}

export type GrantState = 'pending' | 'granted' | 'refused' | 'lapsed' | 'reversed'

/** The state of a grant: the sum of its entries. */
export interface Grant extends Terms {
  state: GrantState
  amount: number
  costMinor: number
  reason: string
  requestedBy: string
  at: number
  until?: number | undefined
  over?: Over | undefined
  /** Units of `amount` still owed, and their cost. */
  owed: number
  owedMinor: number
  /** How much of it was reversed. */
  reversed?: number
  /** Who last approved, refused or reversed it, and why. */
  settled?: { by: string; why?: string; because?: Findings; at: number }
}

const STATES = {
  reserved: 'pending',
  granted: 'granted',
  approved: 'granted',
  refused: 'refused',
  lapsed: 'lapsed',
  redeemed: 'granted',
  expired: 'granted',
  reversed: 'reversed',
} as const satisfies Record<EntryKind, GrantState>

/** The name of the entry that made it. */
export function nameOfFirst({ until }: Grant): string {
  return until === undefined ? 'granted' : 'reserved'
}

/** The name of the entry that settled it, if one has. */
export function nameOfSettled({ state }: Grant): string {
  return state === 'granted' ? 'approved' : state
}

/** The grant after one more entry; the first one creates it. */
export function afterEntry(before: Grant | undefined, entry: Entry): Grant {
  const {
    what,
    at,
    by,
    why,
    because,
    amount,
    costMinor,
    until,
    over,
    name: _name,
    from: _from,
    to: _to,
    ...terms
  } = entry
  const state = STATES[what]
  if (!before) {
    const owed = state === 'granted' ? amount : 0
    const first = { ...terms, state, amount, costMinor, reason: why ?? '', requestedBy: by, at }
    return { ...first, ...present({ until, over }), owed, owedMinor: owed === 0 ? 0 : costMinor }
  }
  const moved = entry.to === 'owed' ? 1 : entry.from === 'owed' ? -1 : 0
  const settles = what !== 'redeemed' && what !== 'expired'
  return {
    ...before,
    state,
    owed: before.owed + moved * amount,
    owedMinor: before.owedMinor + moved * costMinor,
    ...(what === 'reversed' && { reversed: amount }),
    ...(settles && { settled: { by, ...(why !== undefined && { why }), ...present({ because }), at } }),
  }
}

/** Who last approved, refused or reversed it, with their reason. */
export function personIn({ settled }: Grant): string {
  return [settled?.by, settled?.why].filter(Boolean).join(': ')
}

/** A change requested of an existing grant. */
export type Change =
  | { what: 'approved' | 'refused'; by: string; why?: string }
  /** Nobody decided in time. */
  | { what: 'lapsed' }
  /** `release`: its cost goes back to the budget and to the member's yearly limit. */
  | { what: 'reversed'; by: string; why: string; release: boolean }
  | { what: 'reversed'; by: string; because: Findings; release: boolean }
  /** `key` identifies the airline's report: the same report again changes nothing. Without an amount: all that is owed. */
  | { what: 'redeemed' | 'expired'; by: string; key: string; amount?: number }

export type ChangeRefusal =
  | 'no-such-grant'
  | 'own-request'
  | 'not-pending'
  | 'lapsed'
  | 'not-lapsed'
  | 'not-granted'
  | 'already-reversed'
  | 'more-than-owed'

export type Changed = { ok: true; entry: Entry; grant: Grant } | { ok: false; code: ChangeRefusal; reason: string }

/** The name of a change's entry, known before the grant is read. */
export function nameOf(change: Change): string {
  return 'key' in change ? `${change.what}:${change.key}` : change.what
}

/** Whether a change is allowed, and the entry for it. */
export function changed(grant: Grant, change: Change, now: number): Changed {
  const stopped = stopOf(grant, change, now)
  if (stopped) return { ok: false, ...stopped }
  const [from, to] = MOVES[change.what]
  const amount = amountOf(grant, change)
  const entry: Entry = {
    ...termsOf(grant),
    name: nameOf(change),
    what: change.what,
    at: now,
    from,
    to: change.what === 'reversed' && !change.release ? 'kept' : to,
    amount,
    costMinor: worthOf(grant, amount),
    by: 'by' in change ? change.by : 'wingback',
    ...('why' in change && change.why !== undefined && { why: change.why }),
    ...('because' in change && { because: change.because }),
  }
  return { ok: true, entry, grant: afterEntry(grant, entry) }
}

function stopOf(grant: Grant, change: Change, now: number): { code: ChangeRefusal; reason: string } | undefined {
  const { state, until = 0 } = grant
  switch (change.what) {
    case 'approved':
    case 'refused':
      if (state !== 'pending') return { code: 'not-pending', reason: `nobody waits for a decision: ${standsOf(grant)}` }
      if (samePerson(change.by, grant.requestedBy))
        return { code: 'own-request', reason: `${change.by} requested it: somebody else must decide` }
      if (now >= until) return { code: 'lapsed', reason: `its time was over on ${new Date(until).toISOString()}` }
      return undefined
    case 'lapsed':
      if (state !== 'pending') return { code: 'not-pending', reason: `it is ${state}` }
      return now < until ? { code: 'not-lapsed', reason: 'it may still be approved' } : undefined
    case 'reversed':
      if (state === 'reversed') return { code: 'already-reversed', reason: `reversed before by ${grant.settled?.by}` }
      if (state === 'pending')
        return { code: 'not-granted', reason: 'it waits for approval and is not granted yet: `ledger refuse` it' }
      if (state !== 'granted') return { code: 'not-granted', reason: standsOf(grant) }
      return grant.owed === 0 && grant.amount > 0
        ? { code: 'more-than-owed', reason: 'all of it was redeemed or has expired' }
        : undefined
    case 'redeemed':
    case 'expired':
      if (state !== 'granted') return { code: 'not-granted', reason: `it is ${state}` }
      return amountOf(grant, change) > grant.owed || grant.owed === 0
        ? {
            code: 'more-than-owed',
            reason: `${change.amount ?? grant.amount} is more than the ${grant.owed} still owed`,
          }
        : undefined
  }
}

/** The state of a grant in words, with who decided and when. */
function standsOf({ state, settled }: Grant): string {
  if (!settled) return `it is ${state}`
  return `it was ${state === 'granted' ? 'approved' : state} by ${settled.by} on ${new Date(settled.at).toISOString()}`
}

function amountOf(grant: Grant, change: Change): number {
  if (grant.state === 'pending') return grant.amount
  return 'amount' in change && change.amount !== undefined ? change.amount : grant.owed
}

/** The cost of a part of a grant. The parts add up exactly to the whole: the rest costs what is left. */
function worthOf(grant: Grant, amount: number): number {
  if (grant.state === 'pending') return grant.costMinor
  if (amount === grant.owed) return grant.owedMinor
  return share(grant.owedMinor, amount, grant.owed, 'nearest')
}

function termsOf(grant: Grant): Terms {
  const {
    grantId,
    key,
    alsoKeyed,
    person,
    action,
    actionId,
    campaign,
    entry,
    rulebook,
    basis,
    book,
    kind,
    currency,
    costCurrency,
    capYear,
    law,
  } = grant
  return {
    grantId,
    key,
    ...(alsoKeyed && { alsoKeyed }),
    person,
    action,
    ...(actionId !== undefined && { actionId }),
    campaign,
    ...(entry !== undefined && { entry }),
    rulebook,
    basis,
    book,
    kind,
    ...(currency !== undefined && { currency }),
    costCurrency,
    ...(capYear !== undefined && { capYear }),
    ...(law && { law }),
  }
}

/** The first entry of a grant: reserved if it needs approval, else granted at once. */
export function firstEntry(
  terms: Terms,
  first: {
    at: number
    amount: number
    costMinor: number
    by: string
    why?: string
    until?: number | undefined
    over?: Over
  },
): Entry {
  const what = first.until === undefined ? 'granted' : 'reserved'
  const [from, to] = MOVES[what]
  return { ...terms, name: what, what, from, to, ...first }
}
