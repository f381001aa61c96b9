import type { Cabin } from '../../../../contract/index.ts'
import { CABINS } from '../../../../standards/cabin.ts'
import type { Flown, FlownMonth } from '../../../member/member.ts'
import { objectsToScores } from '../../../member/profile.ts'
import type { Flying, TierModel } from '../../../scores/tier/tier.ts'
import type { Subject } from '../../condition.ts'
import type { Unknown } from '../../fact-use.ts'
import { type Window, windowOf } from '../../window.ts'
import { startOfMonth } from '../flown.ts'
import { onceFor, openingIn } from '../known.ts'
import { flightsSince, nthNewest, type Opening, shareOfNewest } from '../opening.ts'

/** What was flown in the days of a model, at any instant, and when the next of it leaves them. */
export interface Flights {
  /** Undefined: the member never flew, or objected to scores. */
  at(subject: Subject, instant: number): Flying | undefined
  after(subject: Subject, instant: number): number
}

const DAY = 86_400_000

export function flightsIn({ days }: TierModel): Flights {
  const window = windowOf({ days, ms: days * DAY })
  return {
    at: (subject, instant) => {
      if (objectsToScores(subject.member) || !hasFlown(subject)) return undefined
      const { calendar } = subject
      const opening = openingIn(subject)
      const from = window.from(instant, calendar)
      const known = since(subject, from)
      return opening ? withOpening(known, opening, flightsSince(opening, from, calendar)) : known
    },
    after: (subject, instant) => nextToLeave(subject, window, instant),
  }
}

/** When the next flight leaves a window, seen from an instant; Infinity: none is in it. */
export function nextToLeave(subject: Subject, window: Window, instant: number): number {
  const oldest = oldestFrom(subject, window.from(instant, subject.calendar))
  return oldest === Number.POSITIVE_INFINITY ? oldest : window.leaves(oldest, subject.calendar)
}

export function hasFlown(subject: Subject): boolean {
  const { flights, flownByMonth } = subject.member
  return flights.length > 0 || flownByMonth.length > 0 || openingIn(subject) !== undefined
}

/** Why a score of what was flown is not known, for receipts. */
export function whyUnscored(subject: Subject): Unknown {
  return objectsToScores(subject.member) ? 'objected' : 'neverFlown'
}

/** The oldest of what was flown at or after an instant: flights are kept newest first, months oldest first. */
function oldestFrom(subject: Subject, from: number): number {
  const { member, calendar } = subject
  const opening = openingIn(subject)
  const brought = opening ? flightsSince(opening, from, calendar) : 0
  const month = member.flownByMonth.find((each) => startOfMonth(each) >= from)
  return Math.min(
    member.flights.findLast(({ at }) => at >= from)?.at ?? Number.POSITIVE_INFINITY,
    month ? startOfMonth(month) : Number.POSITIVE_INFINITY,
    brought > 0 ? nthNewest(opening!, brought, calendar) : Number.POSITIVE_INFINITY,
  )
}

function withOpening(known: Flying, opening: Opening, newest: number): Flying {
  const { cabins, distanceKm } = opening.balance
  const share = (total: number) => shareOfNewest(opening, total, newest)
  const byCabin = { ...known.byCabin }
  if (cabins) for (const cabin of CABINS) byCabin[cabin] += share(Math.min(cabins[cabin], opening.flights))
  return {
    flights: known.flights + newest,
    distanceKm: known.distanceKm + share(Math.round(distanceKm)),
    byCabin,
  }
}

/** What was flown from an instant on, without the opening balance. */
function since(subject: Subject, from: number): Flying {
  return sumsIn(subject)(from)
}

const NOTHING: Flying = { flights: 0, distanceKm: 0, byCabin: { F: 0, C: 0, W: 0, Y: 0 } }

/** A score is asked for many instants in a row: the last member's sums are at hand. */
const sumsIn = onceFor(
  ({ member }) => [member.flights, member.flownByMonth],
  ({ member }) => {
    const flights = member.flights.map((flight) => ({ at: flight.at, of: flight }))
    const months = member.flownByMonth.map((month) => ({ at: startOfMonth(month), of: month }))
    return runningSums([...flights, ...months], NOTHING, plus)
  },
)

/** All that is dated at or after an instant: added up once, from the newest on, and found by halving after that. */
export function runningSums<T, Sum>(
  dated: { at: number; of: T }[],
  nothing: Sum,
  plus: (sum: Sum, one: T) => Sum,
): (from: number) => Sum {
  const sums = [{ at: Number.POSITIVE_INFINITY, of: nothing }]
  let sum = nothing
  for (const { at, of } of dated.sort((a, b) => b.at - a.at)) {
    sum = plus(sum, of)
    sums.push({ at, of: sum })
  }
  return (from) => {
    let [within, without] = [0, sums.length]
    while (without - within > 1) {
      const middle = (within + without) >> 1
      if (sums[middle]!.at >= from) within = middle
      else without = middle
    }
    return sums[within]!.of
  }
}

function plus({ flights, distanceKm, byCabin }: Flying, one: Flown | FlownMonth): Flying {
  const isMonth = 'cabins' in one
  const of = (cabin: Cabin) => byCabin[cabin] + (isMonth ? one.cabins[cabin] : Number(one.cabin === cabin))
  return {
    flights: flights + (isMonth ? one.flights : 1),
    distanceKm: distanceKm + one.distanceKm,
    byCabin: { F: of('F'), C: of('C'), W: of('W'), Y: of('Y') },
  }
}
