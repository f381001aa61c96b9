import type { Member } from '../../domain/member/member.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { isMember, isReachable } from '../../domain/targets/counted.ts'

export type Counts = Record<string, number>

/** Outcomes that `status` counts. The others are steps on the way, or levels: an unknown email may still be settled. */
const COUNTED = new Set(['expired', 'sent', 'skipped', 'heldOut', 'failed', 'granted', 'refused', 'issued', 'opened'])

/** How a reaction moves the counters. Receipts are counted; what waits or is in progress is a level. */
export function tallyOf(before: Member | undefined, after: Member, receipts: readonly Receipt[]): Counts {
  const counts = outcomesOf(receipts)
  for (const [key, level] of Object.entries(levelsOf(after))) addTo(counts, key, level)
  for (const [key, level] of Object.entries(before ? levelsOf(before) : {})) addTo(counts, key, -level)
  return counts
}

/** Counts of outcomes in receipts, by `<kind>.<outcome>`; for skipped actions also by gate: `skippedBy.<gate>`. */
export function outcomesOf(receipts: readonly Receipt[]): Counts {
  const counts: Counts = {}
  for (const { kind, outcome, gates } of receipts) {
    if (!kind || !COUNTED.has(outcome)) continue
    addTo(counts, `${kind}.${outcome}`, 1)
    const gate = gates?.at(-1)?.gate
    if (outcome === 'skipped' && gate) addTo(counts, `skippedBy.${gate}`, 1)
  }
  return counts
}

/**
 * What a member adds to levels: being a member, being reachable by marketing email, journeys and actions under way,
 * held or parked, answers to offers.
 */
export function levelsOf(member: Member): Counts {
  const members = isMember(member) ? 1 : 0
  const levels: Counts = { members, reachable: members && isReachable(member) ? 1 : 0, pending: member.pending.length }
  for (const journey of member.journeys) {
    if (journey.endedAt !== undefined) continue
    addTo(levels, `underWay.${journey.campaign}`, 1)
    if (journey.held) addTo(levels, `${journey.held.kind}.held`, 1)
  }
  for (const { kind, state } of member.pending)
    if (state === 'unknown' || state === 'handed') addTo(levels, `${kind}.${state}`, 1)
  // An erased card has no record of its erasure: the card itself is counted.
  if (member.erasedAt !== undefined) addTo(levels, 'accepted.member.erased', 1)
  for (const offer of member.offers) {
    if (offer.acceptedAt !== undefined) addTo(levels, 'upgradeOffer.accepted', 1)
    else if (offer.declinedAt !== undefined) addTo(levels, 'upgradeOffer.declined', 1)
  }
  return levels
}

/** Adds up counters. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const sum: Counts = {}
  for (const counts of all) for (const [key, count] of Object.entries(counts)) addTo(sum, key, count)
  return sum
}

export function addTo(counts: Counts, key: string, count: number): void {
  if (count !== 0) counts[key] = (counts[key] ?? 0) + count
}
