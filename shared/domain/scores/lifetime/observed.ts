import { majorOf } from '../../../standards/money.ts'
import { paid as paidIn, startOfMonth } from '../../audience/facts/flown.ts'
import { type Calendar, DAY } from '../../calendar.ts'
import type { Member } from '../../member/member.ts'
import { canBeTold, knownAt } from '../churn/known-at.ts'
import { flownLately, paidLately } from './flown.ts'
import type { LifetimeLooked, LifetimeObserved } from './learn.ts'

/**
 * A member as they were known at the cut-off, and what they did in the time ahead, told from the member of today. Undefined where that
 * cannot be told, as of the churn score.
 */
export function lifetimeObservedIn(
  member: Member,
  looked: LifetimeLooked,
  calendar: Calendar,
): LifetimeObserved | undefined {
  if (!canBeTold(member, looked.cutoff, calendar)) return undefined
  return lifetimeObserved(knownAt(member, looked.cutoff, calendar), member, looked, calendar)
}

/** The same of a member as they were known, and of one with all that came later. */
export function lifetimeObserved(
  before: Member,
  after: Member,
  { cutoff, horizonDays, currency }: LifetimeLooked,
  calendar: Calendar,
): LifetimeObserved | undefined {
  const flown = flownLately(before, calendar)
  if (!flown) return undefined
  const { flights, amountMinor } = paidLately(before, calendar, currency)
  const mean = flights === 0 ? 0 : majorOf(amountMinor / flights, currency)
  const later = flownBetween(after, cutoff, cutoff + horizonDays * DAY, currency)
  return { memberId: before.memberId, flown, paid: { repeats: flights, mean }, later }
}

function flownBetween(member: Member, from: number, until: number, currency: string): LifetimeObserved['later'] {
  const { flight, month } = paidIn(currency)
  let flights = 0
  let spendMinor = 0
  for (const each of member.flights) {
    if (each.at < from || each.at >= until) continue
    flights += 1
    spendMinor += flight(each)
  }
  // A month in which some fell out of the list; its flights are taken to be of its first day.
  for (const each of member.flownByMonth) {
    const at = startOfMonth(each)
    if (at < from || at >= until) continue
    flights += each.flights
    spendMinor += month(each)
  }
  return { flights, spend: majorOf(spendMinor, currency) }
}
