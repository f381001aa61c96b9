import type { Cabin } from '../../../contract/index.ts'
import { CABINS } from '../../../standards/cabin.ts'
import { share } from '../../../standards/money.ts'
import type { Flown, FlownMonth } from '../../member/member.ts'
import type { Subject } from '../condition.ts'
import { itemTest } from '../fields/field.ts'
import { flownFields } from '../fields/flown.ts'
import type { Matcher } from '../matcher.ts'
import { addCount, addDated, type Collect, type Counts, type Sum } from '../measures/measure.ts'
import { openingIn } from './known.ts'
import { flightsSince, type Opening, shareOfNewest } from './opening.ts'
import { type Bound, type Fact, filtersOf, windows } from './types.ts'

/** The parameters of facts about flown flights. */
export const flownParams = { ...windows, ...filtersOf(flownFields) } as const satisfies Fact['params']

/** What is counted of a single flight, and of sums: of the months, and of the opening balance. */
export interface Counted {
  flight(flight: Flown): number
  month(month: FlownMonth): number
  opening?(opening: Opening): number
}

export const ones: Counted = {
  flight: () => 1,
  month: (month) => month.flights,
  opening: (opening) => opening.flights,
}

export const kilometres: Counted = {
  flight: (flight) => flight.distanceKm,
  month: (month) => month.distanceKm,
  opening: (opening) => Math.round(opening.balance.distanceKm),
}

export function paid(currency: string | undefined): Counted {
  return {
    flight: ({ fare }) => (fare && fare.currency === currency ? fare.amountMinor : 0),
    month: (month) => month.spendMinor[currency ?? ''] ?? 0,
    opening: ({ balance }) => (balance.spend.currency === currency ? balance.spend.amountMinor : 0),
  }
}

/**
 * Flights in the list, in the months before it and in the opening balance. Only the cabins of sums are known: with a filter
 * by cabin they count in proportion, with any other filter they do not count.
 */
export function flown(bound: Pick<Bound, 'window' | 'filters'>, counted: Counted, withOpening = true): Sum {
  const { cabin, ...others } = bound.filters
  const known = Object.keys(others).length === 0
  const { month, opening } = cabin ? inCabins(counted, cabin) : counted
  return {
    kind: 'sum',
    window: bound.window,
    collect: collectFlights(itemTest(bound.filters, flownFields), counted.flight, known ? month : undefined),
    ...(known && withOpening && opening && { opening }),
  }
}

/** The part of sums flown in these cabins. */
function inCabins({ month, opening }: Counted, matcher: Matcher): Pick<Counted, 'month' | 'opening'> {
  const cabins = CABINS.filter((cabin) => matcher.holds(cabin))
  return {
    month: (of) => proportion(month(of), of.cabins, of.flights, cabins),
    ...(opening && { opening: (of) => proportion(opening(of), of.balance.cabins, of.flights, cabins) }),
  }
}

function proportion(
  total: number,
  by: Record<Cabin, number> | undefined,
  flights: number,
  cabins: readonly Cabin[],
): number {
  if (!by || flights === 0) return 0
  let within = 0
  for (const cabin of cabins) within += by[cabin]
  return share(total, Math.min(within, flights), flights, 'nearest')
}

export function collectFlights(
  test: ((flight: Flown) => boolean) | undefined,
  amountOf: Counted['flight'],
  ofMonth: Counted['month'] | undefined,
): Collect {
  return ({ member }, from, into) => {
    for (const flight of member.flights) {
      if (flight.at < from) return
      if (!test || test(flight)) addDated(into, flight.at, amountOf(flight))
    }
    if (!ofMonth) return
    for (let i = member.flownByMonth.length - 1; i >= 0; i--) {
      const month = member.flownByMonth[i]!
      const at = startOfMonth(month)
      if (at < from) return
      addDated(into, at, ofMonth(month))
    }
  }
}

export function startOfMonth({ month }: FlownMonth): number {
  return Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1)
}

/** Flights of the list, by what is asked of each. */
export function tallyFlights(
  test: ((flight: Flown) => boolean) | undefined,
  keyOf: (flight: Flown) => string,
): (subject: Subject, from: number, into: Counts) => void {
  return ({ member }, from, into) => {
    for (const flight of member.flights) {
      if (flight.at < from) return
      if (!test || test(flight)) addCount(into, keyOf(flight), 1)
    }
  }
}

const flightsByCabin = tallyFlights(undefined, flownFields.cabin.of)

/** Flights by cabin, sums included. */
export function tallyOfCabins(subject: Subject, from: number, into: Counts): void {
  const { member, calendar } = subject
  flightsByCabin(subject, from, into)
  for (const month of member.flownByMonth) {
    if (startOfMonth(month) >= from) for (const cabin of CABINS) addCount(into, cabin, month.cabins[cabin])
  }
  const opening = openingIn(subject)
  const cabins = opening?.balance.cabins
  if (!opening || !cabins) return
  const newest = flightsSince(opening, from, calendar)
  for (const cabin of CABINS)
    addCount(into, cabin, shareOfNewest(opening, Math.min(cabins[cabin], opening.flights), newest))
}
