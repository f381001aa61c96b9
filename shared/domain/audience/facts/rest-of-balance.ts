import type { Cabin, OpeningBalance } from '../../../contract/index.ts'
import { DAY, dayOfDate } from '../../calendar.ts'
import type { Member } from '../../member/member.ts'

/** A flight known individually, or a month of them, as a balance counts them. */
interface Known {
  /** Its date, or the first of the month. */
  on: string
  flights: number
  distanceKm: number
  paidMinor: number
  cabins: Partial<Record<Cabin, number>>
}

/**
 * The part of a balance about flights that are not known individually. Flights up to its `asOf` are in the balance too, so a
 * balance sent after them counts nothing twice, and known flights keep their own dates.
 */
export function restOf(balance: OpeningBalance, member: Pick<Member, 'flights' | 'flownByMonth'>): OpeningBalance {
  const known = knownIn(balance, member)
  if (known.length === 0) return balance
  const { spend, cabins } = balance
  const left = (total: number, of: (each: Known) => number) => {
    const rest = total - known.reduce((sum, each) => sum + of(each), 0)
    return Math.max(rest, Math.min(total, 0))
  }
  const leftIn = (cabin: Cabin) => left(cabins?.[cabin] ?? 0, (each) => each.cabins[cabin] ?? 0)
  return {
    ...balance,
    flights: left(balance.flights, (each) => each.flights),
    distanceKm: left(balance.distanceKm, (each) => each.distanceKm),
    spend: { ...spend, amountMinor: left(spend.amountMinor, (each) => each.paidMinor) },
    ...(cabins && { cabins: { F: leftIn('F'), C: leftIn('C'), W: leftIn('W'), Y: leftIn('Y') } }),
    lastFlightOn: lastOf(balance, known),
  }
}

function knownIn({ asOf, spend }: OpeningBalance, { flights, flownByMonth }: Pick<Member, 'flights' | 'flownByMonth'>) {
  const known: Known[] = []
  for (const { date, distanceKm, fare, cabin } of flights) {
    if (date > asOf) continue
    const paidMinor = fare?.currency === spend.currency ? fare.amountMinor : 0
    known.push({ on: date, flights: 1, distanceKm, paidMinor, cabins: { [cabin]: 1 } })
  }
  for (const { month, spendMinor, ...sums } of flownByMonth) {
    const on = `${month}-01`
    if (on <= asOf) known.push({ ...sums, on, paidMinor: spendMinor[spend.currency] ?? 0 })
  }
  return known
}

/**
 * If the last flight of a balance is known individually, or its date is not given, the others were flown before all known
 * ones.
 */
function lastOf({ lastFlightOn, firstFlightOn }: OpeningBalance, known: readonly Known[]): string {
  if (lastFlightOn !== undefined && !known.some(({ on }) => on === lastFlightOn)) return lastFlightOn
  const first = Math.min(...known.map(({ on }) => dayOfDate(on)))
  const before = new Date((first - 1) * DAY).toISOString().slice(0, 10)
  return firstFlightOn !== undefined && before < firstFlightOn ? firstFlightOn : before
}
