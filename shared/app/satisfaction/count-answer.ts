import type { MemberEvent } from '../../contract/index.ts'
import { startOfPeriod } from '../../domain/audience/period.ts'
import { type Calendar, DAY } from '../../domain/calendar.ts'
import { surveyName } from '../../domain/member/fold/troubles.ts'
import type { Member } from '../../domain/member/member.ts'
import { pairSumsOfAnswer, sumsOfAnswer } from '../../domain/scores/satisfaction/sums.ts'
import type { CounterChange } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'

/** All flights together. */
export const EVERYWHERE = 'all'

/** Counters of a month or a week (by its Monday): of one place, of those answers that also say `nps`, and which places there are. */
export const satisfactionSet = {
  of: (time: string, place: string) => `satisfaction/${time}/${place}`,
  withNps: (time: string, place: string) => `satisfaction/${time}/${place}/nps`,
  places: (time: string) => `satisfaction/${time}`,
}

/** The Monday of the week that an instant falls into, `YYYY-MM-DD`, or of one so many weeks later. */
export function mondayOf(instant: number, calendar: Calendar, later = 0): string {
  return new Date(startOfPeriod('week', calendar.dayOf(instant), later) * DAY).toISOString().slice(0, 10)
}

/**
 * How an answer to a survey moves the counters: of its month and its week, for its route, its station and everywhere. Nobody is named in
 * them. An answer that is corrected stays counted as it was first given: the item does not keep single ratings.
 */
export function countAnswer(before: Member, event: MemberEvent, calendar: Calendar): CounterChange[] {
  if (event.type !== 'survey.answered' || !event.ratings || isCorrection(before, event)) return []
  const { ratings, nps, flight, occurredAt } = event
  const places = [EVERYWHERE, ...(flight ? [`${flight.from}-${flight.to}`, flight.from] : [])]
  const month = calendar.dateOf(occurredAt).slice(0, 7)
  const week = mondayOf(occurredAt, calendar)
  const plain = sumsOfAnswer(ratings)
  const paired = nps === undefined ? {} : pairSumsOfAnswer(ratings, nps)
  const expiresAt = expiryOf('satisfaction', occurredAt)
  const moved = places.flatMap((place) => [
    ...changes(satisfactionSet.of(month, place), plain),
    ...changes(satisfactionSet.withNps(month, place), paired),
    ...changes(satisfactionSet.places(month), { [place]: 1 }),
    ...changes(satisfactionSet.of(week, place), plain),
    ...changes(satisfactionSet.places(week), { [place]: 1 }),
  ])
  return moved.map((change) => ({ ...change, expiresAt }))
}

function isCorrection({ surveys }: Member, event: Extract<MemberEvent, { type: 'survey.answered' }>): boolean {
  const { about } = surveyName(event)
  return about !== undefined && surveys.some((each) => each.about === about)
}

function changes(set: string, sums: Readonly<Record<string, number>>): CounterChange[] {
  return Object.entries(sums).map(([name, by]) => ({ set, name, by }))
}
