import { calendarOf } from '../../shared/domain/calendar.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import type { LifetimeLooked, LifetimeObserved } from '../../shared/domain/scores/lifetime/learn.ts'
import { lifetimeObserved } from '../../shared/domain/scores/lifetime/observed.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { type HistoryFiles, type LeftOut, readHistories } from '../score-files/histories.ts'

export interface ReadLifetime extends LeftOut {
  observed: LifetimeObserved[]
  looked: LifetimeLooked
  /** Members without a known flight before the cut-off. */
  neverFlew: number
}

/** Where nobody paid anything: it is not used then. */
const SOME_CURRENCY = 'CNY'

/** Members as they were known at the cut-off, and what they flew and paid afterwards. */
export async function readLifetime(
  files: HistoryFiles,
  texts: ScoreTexts['churn'],
  read: (bytes: number) => void,
): Promise<ReadLifetime> {
  const { members, later, horizonDays, leftOut } = await readHistories(files, texts, read)
  const currency = mostPaidIn(members.values()) ?? SOME_CURRENCY
  const looked = { cutoff: files.cutoff, horizonDays, currency }
  const calendar = calendarOf('UTC')
  const observed: LifetimeObserved[] = []
  for (const [memberId, member] of members) {
    const each = lifetimeObserved(member, later.get(memberId) ?? newMember(memberId), looked, calendar)
    if (each) observed.push(each)
  }
  return { observed, looked, neverFlew: members.size - observed.length, ...leftOut }
}

/** The currency of most fares: in others a member's flights have no fare that is known. */
function mostPaidIn(members: Iterable<Member>): string | undefined {
  const counts = new Map<string, number>()
  const add = (currency: string, flights: number) => counts.set(currency, (counts.get(currency) ?? 0) + flights)
  for (const member of members) {
    for (const { fare } of member.flights) if (fare) add(fare.currency, 1)
    for (const { spendMinor, flights } of member.flownByMonth)
      for (const each of Object.keys(spendMinor)) add(each, flights)
    const { opening } = profileOf(member)
    if (opening && opening.spend.amountMinor > 0) add(opening.spend.currency, opening.flights)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
}
