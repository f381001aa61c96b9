import { openingIn } from '../../audience/facts/known.ts'
import { nthNewest } from '../../audience/facts/opening.ts'
import type { Calendar } from '../../calendar.ts'
import type { Complaint, Member, Survey } from '../../member/member.ts'

/** What is known of a member that the risk of losing them hangs on. Instants are epoch milliseconds. */
export interface ChurnHistory {
  /** Flights after the first. */
  repeats: number
  first: number
  last: number
  /** When what went wrong went wrong. */
  badComplaints: readonly number[]
  disruptions: readonly number[]
  downgrades: readonly number[]
  poorSurveys: readonly number[]
}

/** Of who never flew there is nothing to say: undefined. */
export function churnHistoryOf(member: Member, calendar: Calendar): ChurnHistory | undefined {
  const flying = flyingOf(member, calendar)
  if (!flying) return undefined
  const disruptions: number[] = []
  const downgrades: number[] = []
  for (const { troubles, words } of member.disruptions) {
    if (words.reinstated) continue
    for (const [kind, { at }] of Object.entries(troubles)) (kind === 'downgrade' ? downgrades : disruptions).push(at)
  }
  return {
    ...flying,
    disruptions,
    downgrades,
    badComplaints: member.complaints.flatMap((each) => badSince(each) ?? []),
    poorSurveys: member.surveys.filter(isPoor).map(({ at }) => at),
  }
}

/** How often, and from when until when they flew: flights that are kept, those summed by month, and the opening balance. */
function flyingOf(member: Member, calendar: Calendar): Pick<ChurnHistory, 'repeats' | 'first' | 'last'> | undefined {
  let flights = member.flights.length
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { at } of member.flights) {
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  for (const { month, flights: count } of member.flownByMonth) {
    const at = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1)
    flights += count
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  const opening = openingIn({ member })
  if (opening) {
    flights += opening.flights
    first = Math.min(first, nthNewest(opening, opening.flights, calendar))
    last = Math.max(last, nthNewest(opening, 1, calendar))
  }
  return flights === 0 ? undefined : { repeats: flights - 1, first, last }
}

const SATISFIED_FROM = 3

/** Since when a complaint is bad: it is open, or it ended badly. */
function badSince({ filed, resolved }: Complaint): number | undefined {
  if (!resolved) return filed?.at
  const { outcome, satisfaction } = resolved
  const endedWell = satisfaction === undefined ? outcome !== 'rejected' : satisfaction >= SATISFIED_FROM
  return endedWell ? undefined : resolved.at
}

const NPS_POOR_TO = 6
const RATING_POOR_BELOW = 3

function isPoor({ nps, rating }: Survey): boolean {
  return nps === undefined ? rating !== undefined && rating < RATING_POOR_BELOW : nps <= NPS_POOR_TO
}
