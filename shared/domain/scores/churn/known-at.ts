import { profileIn } from '../../audience/facts/known.ts'
import { type Calendar, DAY } from '../../calendar.ts'
import type { Complaint, Member } from '../../member/member.ts'
import { churnHistoryOf } from './history.ts'
import type { Looked, Observed } from './learn.ts'

/**
 * A member as they were known at the cut-off, and whether they flew afterwards, told from the member of today. Undefined where that
 * cannot be told: they never flew before, they objected to scores, or their opening balance is younger than the cut-off and
 * does not say on which side of it they flew.
 */
export function observedIn(member: Member, { cutoff, horizonDays }: Looked, calendar: Calendar): Observed | undefined {
  const { memberId } = member
  if (!canBeTold(member, cutoff, calendar)) return undefined
  const history = churnHistoryOf(knownAt(member, cutoff), calendar)
  if (!history) return undefined
  const until = cutoff + horizonDays * DAY
  const flewAgain = member.flights.some(({ at }) => at >= cutoff && at < until)
  return { memberId, history, lost: !flewAgain }
}

/** Whether it is known, and may be used, what a member had done at an instant. */
export function canBeTold(member: Member, instant: number, calendar: Calendar): boolean {
  if (member.erasedAt !== undefined || member.mergedInto !== undefined) return false
  const { profiling, opening } = profileIn({ member })
  // A balance has the flights of its own day, too.
  return profiling !== false && !(opening && opening.asOf >= calendar.dateOf(instant))
}

/** Without what happened at the instant or later. */
export function knownAt(member: Member, instant: number): Member {
  const isBefore = ({ at }: { at: number }) => at < instant
  const month = new Date(instant).toISOString().slice(0, 7)
  return {
    ...member,
    flights: member.flights.filter(isBefore),
    // Of the month of the cut-off nobody knows which flights came before it.
    flownByMonth: member.flownByMonth.filter((each) => each.month < month),
    surveys: member.surveys.filter(isBefore),
    complaints: member.complaints.flatMap((each) => complaintAt(each, instant)),
    disruptions: member.disruptions.map((each) => ({
      ...each,
      troubles: Object.fromEntries(Object.entries(each.troubles).filter(([, trouble]) => isBefore(trouble))),
    })),
  }
}

/** One that was resolved afterwards was open. */
function complaintAt({ filed, resolved, ...others }: Complaint, instant: number): Complaint[] {
  if (!filed || filed.at >= instant) return []
  return [{ ...others, filed, ...(resolved && resolved.at < instant && { resolved }) }]
}
