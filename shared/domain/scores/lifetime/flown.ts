import { paid as paidIn, startOfMonth } from '../../audience/facts/flown.ts'
import { flownParts, onceFor, openingIn } from '../../audience/facts/known.ts'
import { flightsSince, nthNewest, type Opening, shareOfNewest } from '../../audience/facts/opening.ts'
import { type Calendar, DAY } from '../../calendar.ts'
import type { Flown, FlownMonth, Member } from '../../member/member.ts'
import type { FlownLately, Paid } from './history.ts'

/**
 * An opening balance covers 24 months. Of everybody no more is looked at than so many days up to the last flight, so that whoever
 * is known for longer can be compared. It hangs on flights alone: while a member is silent, nothing falls out of it.
 */
const DAYS_LOOKED_AT = 730

/** Undefined: they never flew. */
export function flownLately(member: Member, calendar: Calendar): FlownLately | undefined {
  const lately = latelyIn({ member, calendar })
  if (!lately) return undefined
  const { last, flights, months, opening, newest } = lately
  let repeats = flights.length + newest - 1
  let first = newest > 0 ? nthNewest(opening!, newest, calendar) : last
  for (const { at } of flights) first = Math.min(first, at)
  for (const month of months) {
    repeats += month.flights
    first = Math.min(first, startOfMonth(month))
  }
  return { repeats, first, last }
}

/** Of the same flights those whose fare is known. A fare of nothing is one; sums of nothing are none. */
export function paidLately(member: Member, calendar: Calendar, currency: string): Paid {
  const { flights = [], months = [], opening, newest = 0 } = latelyIn({ member, calendar }) ?? {}
  const { month: ofMonth, opening: ofOpening } = paidIn(currency)
  const paid: Paid = { flights: 0, amountMinor: 0 }
  const add = (count: number, amountMinor: number) => {
    paid.flights += count
    paid.amountMinor += amountMinor
  }
  for (const { fare } of flights) if (fare?.currency === currency) add(1, fare.amountMinor)
  for (const month of months) if (ofMonth(month) > 0) add(month.flights, ofMonth(month))
  const brought = newest > 0 ? shareOfNewest(opening!, ofOpening!(opening!), newest) : 0
  if (brought > 0) add(newest, brought)
  return paid
}

interface Lately {
  last: number
  flights: Flown[]
  months: FlownMonth[]
  opening: Opening | undefined
  /** So many flights of the opening balance. */
  newest: number
}

/** The flights are asked for first, and then what was paid for them. */
const latelyIn = onceFor(flownParts, ({ member, calendar }: Known) => findLately(member, calendar))

interface Known {
  member: Member
  calendar: Calendar
}

function findLately(member: Member, calendar: Calendar): Lately | undefined {
  const opening = openingIn({ member })
  let last = opening ? nthNewest(opening, 1, calendar) : Number.NEGATIVE_INFINITY
  for (const { at } of member.flights) last = Math.max(last, at)
  for (const month of member.flownByMonth) last = Math.max(last, startOfMonth(month))
  if (last === Number.NEGATIVE_INFINITY) return undefined
  const from = last - DAYS_LOOKED_AT * DAY
  return {
    last,
    flights: member.flights.filter(({ at }) => at >= from),
    months: member.flownByMonth.filter((month) => startOfMonth(month) >= from),
    opening,
    newest: opening ? flightsSince(opening, from, calendar) : 0,
  }
}
