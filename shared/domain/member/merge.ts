import type { Cap } from '../rulebook/rulebook.ts'
import { addBoardings } from './boardings.ts'
import { addBookings } from './bookings.ts'
import { encodeMember } from './codec.ts'
import { boundedDueTasks } from './due-tasks.ts'
import { earlierBalances, standingBalance } from './earlier-balances.ts'
import { addFlights } from './fold/flights.ts'
import { addMonths } from './fold/months.ts'
import { addComplaints, addDisruptions, addSurveys } from './fold/troubles.ts'
import { addJoins } from './joins.ts'
import { boundedMails } from './mails.ts'
import { LIMITS, type Member } from './member.ts'
import { newMember } from './new.ts'
import { setProfile } from './profile.ts'
import { unite } from './seen.ts'
import { boundedSuppressions } from './suppressions.ts'

/**
 * Takes an absorbed card over into the survivor (a draft). Facts are merged as if all events had been the survivor's;
 * statements on consent stay with their cards; grants, caps and suppressions are the union. Journeys of the absorbed card
 * end: the arms are the survivor's.
 */
export function absorb(draft: Member, absorbed: Member, caps: readonly Cap[]): void {
  if (draft.aliases.includes(absorbed.memberId)) return
  const balances = [draft, absorbed].flatMap((each) => [each.balances, standingBalance(each) ?? []].flat())
  draft.joins = addJoins(draft.joins, absorbed.joins)
  for (const { card = absorbed.memberId, fields, ...stamp } of absorbed.layers)
    draft.layers = setProfile(draft.layers, stamp, fields, card)
  draft.balances = earlierBalances(balances, standingBalance(draft))
  draft.flownByMonth = addMonths(draft.flownByMonth, absorbed.flownByMonth)
  addFlights(draft, absorbed.flights)
  addBookings(draft, absorbed.bookings)
  addDisruptions(draft, absorbed.disruptions)
  addBoardings(draft, absorbed.boardings)
  addComplaints(draft, absorbed.complaints)
  addSurveys(draft, absorbed.surveys)
  Object.assign(draft, unite(draft, absorbed))
  draft.aliases = [...draft.aliases, absorbed.memberId, ...absorbed.aliases]
  draft.mails = boundedMails(
    [...draft.mails, ...absorbed.mails].sort((a, b) => b.claimedAt - a.claimedAt),
    caps,
  )
  draft.compensations = [...draft.compensations, ...absorbed.compensations].slice(-LIMITS.compensations)
  draft.offers = [...draft.offers, ...absorbed.offers].slice(-LIMITS.offers)
  draft.suppressions = boundedSuppressions([...draft.suppressions, ...absorbed.suppressions])
  draft.dueTasks = boundedDueTasks([...draft.dueTasks, ...absorbed.dueTasks])
  draft.valued = { ...absorbed.valued, ...draft.valued }
  draft.entries = [...draft.entries, ...absorbed.entries].slice(-LIMITS.entries)
}

/** What remains of a merged card: where its events go, and its state until the survivor has it. */
export function tombstone(member: Member, into: string): Member {
  const { seen, seenFloor, unrecorded } = member
  const legacy = encodeMember({ ...member, journeys: [], pending: [], unrecorded: [], audiences: {}, baselines: [] })
  return { ...newMember(member.memberId), mergedInto: into, legacy, seen, seenFloor, unrecorded }
}

/**
 * What remains of an erased person: that they were erased, their cards, and, until it is included in the sums of their
 * cohorts, their results (app/results/leave.ts).
 */
export function erased({ memberId, aliases, assigned }: Member, at: number): Member {
  return { ...newMember(memberId), aliases, assigned, erasedAt: at }
}

/** What remains of a merged card of an erased person: where its events go, to be dropped there. */
export function forgotten({ memberId, mergedInto }: Member): Member {
  return { ...newMember(memberId), mergedInto }
}
