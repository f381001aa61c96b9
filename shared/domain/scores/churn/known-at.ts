import type { OpeningBalance } from '../../../contract/index.ts'
import { profileIn } from '../../audience/facts/known.ts'
import { type Calendar, DAY } from '../../calendar.ts'
import type { Complaint, Member } from '../../member/member.ts'
import { objectsToScores } from '../../member/profile.ts'
import { churnHistoryOf } from './history.ts'
import type { Looked, Observed } from './learn.ts'

/**
 * A member as they were known at the cut-off, and whether they flew afterwards, told from the member of today. Undefined where that
 * cannot be told: they never flew before, they objected to scores, or no opening balance of theirs is old enough.
 */
export function observedIn(member: Member, { cutoff, horizonDays }: Looked, calendar: Calendar): Observed | undefined {
  const { memberId } = member
  if (!canBeTold(member, cutoff, calendar)) return undefined
  const history = churnHistoryOf(knownAt(member, cutoff, calendar), calendar)
  if (!history) return undefined
  const until = cutoff + horizonDays * DAY
  const flewAgain = member.flights.some(({ at }) => at >= cutoff && at < until)
  return { memberId, history, lost: !flewAgain }
}

/** Whether it is known, and may be used, what a member had done at an instant. */
export function canBeTold(member: Member, instant: number, calendar: Calendar): boolean {
  if (member.erasedAt !== undefined || member.mergedInto !== undefined) return false
  return !objectsToScores(member) && !onlyHasLaterBalances(member, instant, calendar)
}

/**
 * Whether all balances of a member are younger than an instant: they do not say on which side of it the flights were. It does not do to
 * go without: who flies is sent another balance, and who left is not, so that what is known would give away what came.
 */
export function onlyHasLaterBalances(member: Member, instant: number, calendar: Calendar): boolean {
  const { opening } = profileIn({ member })
  return opening !== undefined && balanceAt(member, opening, calendar.dateOf(instant)) === undefined
}

/** The balance that stood on a date. A balance has the flights of its own day, too. */
function balanceAt({ balances }: Member, standing: OpeningBalance, date: string): OpeningBalance | undefined {
  return [standing, ...balances].filter(({ asOf }) => asOf < date).sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]
}

/** Without what happened at the instant or later. */
export function knownAt(member: Member, instant: number, calendar: Calendar): Member {
  const isBefore = ({ at }: { at: number }) => at < instant
  const month = new Date(instant).toISOString().slice(0, 7)
  return {
    ...member,
    layers: layersAt(member, calendar.dateOf(instant)),
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

/** With the opening balance that stood then. */
function layersAt(member: Member, date: string): Member['layers'] {
  const { opening: standing } = profileIn({ member })
  const opening = standing && balanceAt(member, standing, date)
  if (opening === standing) return member.layers
  return member.layers.map((layer) =>
    layer.fields.opening ? { ...layer, fields: { ...layer.fields, opening } } : layer,
  )
}

/** One that was resolved afterwards was open. */
function complaintAt({ filed, resolved, ...others }: Complaint, instant: number): Complaint[] {
  if (!filed || filed.at >= instant) return []
  return [{ ...others, filed, ...(resolved && resolved.at < instant && { resolved }) }]
}
