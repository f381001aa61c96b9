import type { Cabin } from '../../../contract/index.ts'
import { shortHash } from '../../../standards/hash.ts'
import { bareLeg } from '../legs.ts'
import { type Flown, type FlownMonth, LIMITS } from '../member.ts'

/** Flights that no longer fit into the list, as sums by the month of their leg's date, with which legs they are. */

/** Enough of a leg's name to recognise it among some hundred. */
export const LEG_CHARS = 5

export function addToMonths(months: readonly FlownMonth[], flight: Flown): FlownMonth[] {
  const cabins: Record<Cabin, number> = { F: 0, C: 0, W: 0, Y: 0 }
  cabins[flight.cabin] = 1
  const month: FlownMonth = {
    month: monthOf(flight),
    flights: 1,
    distanceKm: flight.distanceKm,
    spendMinor: flight.fare ? { [flight.fare.currency]: flight.fare.amountMinor } : {},
    cabins,
    legs: [printOf(flight)],
  }
  return addMonths(months, [month])
}

/** Whether a leg is in a sum; `maybe` if not all legs of its month are known any more. */
export function isInMonths(months: readonly FlownMonth[], flight: Flown): 'no' | 'yes' | 'maybe' {
  const [oldest] = months
  const of = monthOf(flight)
  const holdsWhatIsBefore = months.length === LIMITS.months && of < oldest!.month
  const month = holdsWhatIsBefore ? oldest : months.find((each) => each.month === of)
  if (!month) return 'no'
  const { legs = [], flights } = month
  if (legs.includes(printOf(flight))) return 'yes'
  return legs.length < flights ? 'maybe' : 'no'
}

/** Months as one list, oldest first. If there are too many, the oldest one kept includes everything before it. */
export function addMonths(months: readonly FlownMonth[], more: readonly FlownMonth[]): FlownMonth[] {
  const byMonth = new Map<string, FlownMonth>()
  for (const month of [...months, ...more]) {
    const known = byMonth.get(month.month)
    byMonth.set(month.month, known ? sum(known, month, month.month) : month)
  }
  const all = [...byMonth.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
  while (all.length > LIMITS.months) {
    const oldest = all.shift()!
    all[0] = sum(oldest, all[0]!, all[0]!.month)
  }
  return boundedLegs(all)
}

/** The oldest months are the first to forget which legs they are. */
function boundedLegs(months: FlownMonth[]): FlownMonth[] {
  let room = LIMITS.legsInMonths
  return months
    .toReversed()
    .map(({ legs = [], ...sums }) => {
      room -= legs.length
      return room >= 0 && legs.length > 0 ? { ...sums, legs } : sums
    })
    .toReversed()
}

function sum(a: FlownMonth, b: FlownMonth, month: string): FlownMonth {
  const spendMinor = { ...a.spendMinor }
  for (const [currency, minor] of Object.entries(b.spendMinor))
    spendMinor[currency] = (spendMinor[currency] ?? 0) + minor
  const legs = [...new Set([...(a.legs ?? []), ...(b.legs ?? [])])]
  return {
    month,
    flights: a.flights + b.flights,
    distanceKm: a.distanceKm + b.distanceKm,
    spendMinor,
    cabins: {
      F: a.cabins.F + b.cabins.F,
      C: a.cabins.C + b.cabins.C,
      W: a.cabins.W + b.cabins.W,
      Y: a.cabins.Y + b.cabins.Y,
    },
    ...(legs.length > 0 && { legs }),
  }
}

function monthOf({ date }: Flown): string {
  return date.slice(0, 7)
}

function printOf(flight: Flown): string {
  return shortHash(bareLeg(flight), LEG_CHARS)
}
