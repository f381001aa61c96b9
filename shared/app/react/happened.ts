import type { CounterChange } from '../../ports/index.ts'
import { expiryOf, retentionDays } from '../../ports/retention.ts'
import type { Counts } from './tally.ts'

/**
 * Counts of the tally that lead to the members behind them, for the page Today. Emails have a list of their own, and each further
 * figure is a write more for what it counts.
 */
const REMEMBERED =
  /^(members|accepted\.booking\.created|upgradeOffer\.accepted|skippedBy\.\w+|\w+\.heldOut|(message\.sent|upgradeOffer\.issued|compensation\.granted|entitlement\.granted|serviceTask\.opened))$/

const DAY_MS = 24 * 3600 * 1000

/** The set of a day of UTC: the airline's own day, in whichever zone, lies within two of them. */
const happenedSet = (at: number) => `happened/${new Date(at).toISOString().slice(0, 10)}`

/** The sets of the days since then, or of all that are kept. */
export function happenedSets(since: number | undefined, now: number): string[] {
  const days = since === undefined ? retentionDays.happened : Math.floor(now / DAY_MS) - Math.floor(since / DAY_MS)
  return Array.from({ length: days + 1 }, (_, day) => happenedSet(now - day * DAY_MS))
}

export function leadsToMembers(name: string): boolean {
  return REMEMBERED.test(name)
}

/** Who moved a count of the tally up, where it leads to members. */
export function happenedOf(counts: Counts, memberId: string, now: number): CounterChange[] {
  const set = happenedSet(now)
  const expiresAt = expiryOf('happened', now)
  return Object.entries(counts)
    .filter(([name, by]) => by > 0 && leadsToMembers(name))
    .map(([name]) => ({ set, name, by: 1, memberId, expiresAt }))
}
