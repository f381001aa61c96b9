import { type Balance, movementOf, nameOfBalance, sumBalances } from './balances.ts'
import { grantKeyNow, isOneCause } from './cause.ts'
import { afterEntry, type Entry, type EntryKind, type Grant } from './grant.ts'

/**
 * Recalculates all totals from the entries, and reports every difference. Pure: the journal is read once, then everything
 * else that is stored is compared with it.
 */

export type FindingKind = 'duplicate' | 'orphan' | 'difference'

export interface Finding {
  kind: FindingKind
  code:
    | 'cause-paid-twice'
    | 'action-paid-twice'
    | 'entries-without-grant'
    | 'grant-without-entries'
    | 'grant-of-nobody'
    | 'granted-never-told'
    | 'told-without-grant'
    | 'reserved-without-journey'
    | 'not-listed-for-approval'
    | 'listed-for-approval'
    | 'book'
    | 'year'
    | 'grant'
    | 'journal'
    | 'results'
  /** Details for people: ids and numbers, no names. */
  what: string
  grantId?: string
  /** The card to announce it to again, if it was never announced. */
  memberId?: string
}

export interface Audit {
  entries: number
  grants: Map<string, Grant>
  byPerson: Map<string, Grant[]>
  books: Map<string, { spentMinor: number; balances: Map<string, Balance> }>
  years: Map<string, { person: string; year: number; book: string; spentMinor: number }>
  findings: Finding[]
}

/** Which entry may follow which state; the first entry follows none. */
const FOLLOWS: Record<EntryKind, readonly (Grant['state'] | undefined)[]> = {
  reserved: [undefined],
  granted: [undefined],
  approved: ['pending'],
  refused: ['pending'],
  lapsed: ['pending'],
  redeemed: ['granted'],
  expired: ['granted'],
  reversed: ['granted'],
}

const RANK: Record<EntryKind, number> = {
  reserved: 0,
  granted: 0,
  approved: 1,
  refused: 1,
  lapsed: 1,
  redeemed: 2,
  expired: 2,
  reversed: 3,
}

export function emptyAudit(): Audit {
  return { entries: 0, grants: new Map(), byPerson: new Map(), books: new Map(), years: new Map(), findings: [] }
}

/** Adds all entries of some grants. */
export function addEntries(audit: Audit, entries: readonly Entry[]): void {
  audit.entries += entries.length
  for (const [grantId, of] of Map.groupBy(entries, (entry) => entry.grantId)) {
    let grant: Grant | undefined
    for (const entry of of.toSorted((a, b) => a.at - b.at || RANK[a.what] - RANK[b.what])) {
      if (!FOLLOWS[entry.what].includes(grant?.state)) {
        const what = `grant ${grantId}: "${entry.what}" after ${grant ? `it was ${grant.state}` : 'nothing'}`
        audit.findings.push({ kind: 'difference', code: 'journal', what, grantId })
      }
      grant = afterEntry(grant, entry)
      book(audit, entry)
    }
    if (!grant) continue
    if (grant.owed < 0 || grant.owedMinor < 0)
      audit.findings.push({
        kind: 'difference',
        code: 'journal',
        what: `grant ${grantId}: owes ${grant.owed}`,
        grantId,
      })
    audit.grants.set(grantId, grant)
    audit.byPerson.set(grant.person, [...(audit.byPerson.get(grant.person) ?? []), grant])
  }
}

function book(audit: Audit, entry: Entry): void {
  const { spentMinor, balances } = movementOf(entry)
  const sums = audit.books.get(entry.book) ?? { spentMinor: 0, balances: new Map<string, Balance>() }
  sums.spentMinor += spentMinor
  for (const balance of balances) {
    const name = nameOfBalance(balance)
    const before = sums.balances.get(name)
    sums.balances.set(
      name,
      before ? (sumBalances([before, balance])[0] ?? { ...balance, amount: 0, costMinor: 0 }) : balance,
    )
  }
  audit.books.set(entry.book, sums)
  if (entry.capYear === undefined || spentMinor === 0) return
  const { person, capYear: year } = entry
  const name = `${person} ${year} ${entry.book}`
  const spent = audit.years.get(name)?.spentMinor ?? 0
  audit.years.set(name, { person, year, book: entry.book, spentMinor: spent + spentMinor })
}

/** Grants that pay or may still pay: a refused or reversed one is no second payment. */
function isStanding({ state }: Grant): boolean {
  return state === 'granted' || state === 'pending'
}

/** Causes and actions paid twice among these grants of one person. */
export function duplicatesAmong(grants: readonly Grant[]): Finding[] {
  const standing = grants.filter(isStanding)
  const causes = joined(standing, isOneCause).map((same) =>
    duplicate('cause-paid-twice', grantKeyNow(same[0]!.key), same),
  )
  if (causes.length > 0) return causes
  return joined(standing, (a, b) => a.action === b.action).map((same) =>
    duplicate('action-paid-twice', same[0]!.action, same),
  )
}

function duplicate(code: 'cause-paid-twice' | 'action-paid-twice', name: string, same: readonly Grant[]): Finding {
  const ids = same.map(({ grantId }) => grantId).sort()
  return { kind: 'duplicate', code, what: `${name}: grants ${ids.join(', ')}`, grantId: ids[0]! }
}

/** Groups of grants that are the same, directly or through others. */
function joined(grants: readonly Grant[], isSame: (a: Grant, b: Grant) => boolean): Grant[][] {
  let groups: Grant[][] = []
  for (const grant of grants) {
    const { same = [], others = [] } = Object.groupBy(groups, (group) =>
      group.some((each) => isSame(each, grant)) ? 'same' : 'others',
    )
    groups = [...others, [...same.flat(), grant]]
  }
  return groups.filter((group) => group.length > 1)
}

export interface BookAsKept {
  book: string
  limitMinor?: number
  leftMinor: number
  spentMinor: number
  balances: readonly Balance[]
}

/** Compares the books with the sums of their entries. */
export function compareBooks(audit: Audit, kept: readonly BookAsKept[]): Finding[] {
  const difference = (what: string): Finding => ({ kind: 'difference', code: 'book', what })
  const byName = new Map(kept.map((each) => [each.book, each]))
  return [...new Set([...audit.books.keys(), ...byName.keys()])].flatMap((name) => {
    const { spentMinor = 0, balances = new Map<string, Balance>() } = audit.books.get(name) ?? {}
    const book = byName.get(name)
    if (!book) return [difference(`${name}: entries of ${spentMinor}, and no such book`)]
    const findings: Finding[] = []
    if (book.spentMinor !== spentMinor)
      findings.push(difference(`${name}: ${book.spentMinor} spent, ${spentMinor} by its entries`))
    const room = Math.max(0, (book.limitMinor ?? 0) - spentMinor)
    if (book.limitMinor !== undefined && book.leftMinor > room)
      findings.push(difference(`${name}: ${book.leftMinor} left, at most ${room} by its entries`))
    const own = new Map(book.balances.map((balance) => [nameOfBalance(balance), balance]))
    for (const account of new Set([...balances.keys(), ...own.keys()])) {
      const [is, ought] = [own, balances].map((each) => each.get(account) ?? { amount: 0, costMinor: 0 }) as [Sum, Sum]
      if (is.amount !== ought.amount || is.costMinor !== ought.costMinor)
        findings.push(difference(`${name} ${account}: ${sumText(is)}, ${sumText(ought)} by its entries`))
    }
    return findings
  })
}

type Sum = Pick<Balance, 'amount' | 'costMinor'>

function sumText({ amount, costMinor }: Sum): string {
  return `${amount} worth ${costMinor}`
}

/** Compares the members' yearly totals, in the order of {@link Audit.years}. */
export function compareYears(audit: Audit, kept: readonly number[]): Finding[] {
  return [...audit.years.values()].flatMap(({ person, year, book, spentMinor }, i): Finding[] => {
    if (kept[i] === spentMinor) return []
    const what = `${book} ${year} of person ${person}: ${kept[i]} counted, ${spentMinor} by the entries`
    return [{ kind: 'difference', code: 'year', what }]
  })
}

/** Compares the grants as stored under their keys with the sums of their entries. */
export function compareGrants(grants: readonly Grant[], kept: readonly (Grant | undefined)[]): Finding[] {
  return grants.flatMap((grant, i): Finding[] => {
    const { grantId, key } = grant
    const is = kept[i]
    if (!is) return [{ kind: 'orphan', code: 'entries-without-grant', what: `${key}: grant ${grantId}`, grantId }]
    if (is.grantId !== grantId)
      return [
        { kind: 'duplicate', code: 'cause-paid-twice', what: `${key}: grants ${is.grantId}, ${grantId}`, grantId },
      ]
    const fields = ['state', 'amount', 'costMinor', 'owed', 'owedMinor'] as const
    const wrong = fields.filter((field) => is[field] !== grant[field])
    if (wrong.length === 0) return []
    const words = wrong.map((field) => `${field} ${is[field]}, ${grant[field]} by its entries`).join('; ')
    return [{ kind: 'difference', code: 'grant', what: `grant ${grantId}: ${words}`, grantId }]
  })
}

/** Compares the list of grants awaiting approval with what is reserved. */
export function compareApprovals(audit: Audit, listed: readonly string[]): Finding[] {
  const waiting = [...audit.grants.values()].filter(({ state }) => state === 'pending').map(({ grantId }) => grantId)
  const missing = waiting.filter((grantId) => !listed.includes(grantId))
  const extra = listed.filter((grantId) => !waiting.includes(grantId))
  return [
    ...missing.map((grantId): Finding => {
      return { kind: 'orphan', code: 'not-listed-for-approval', what: `grant ${grantId} waits, unseen`, grantId }
    }),
    ...extra.map((grantId): Finding => {
      return { kind: 'orphan', code: 'listed-for-approval', what: `grant ${grantId} does not wait any more`, grantId }
    }),
  ]
}

/** The grants of a member's cards, given as hashes, according to the entries. */
export function grantsOf(audit: Audit, persons: readonly string[]): Grant[] {
  return persons.flatMap((person) => audit.byPerson.get(person) ?? [])
}
