import { departureDate, type LegState } from './leg.ts'
import type { LegReport } from './report.ts'

const HALF_A_DAY = 12 * 60 * 60_000

type Report = Pick<LegReport, 'name' | 'departure' | 'arrival'>

/**
 * The leg that a report speaks of, among the flights of its number. A date alone is not enough: systems date a leg by the
 * flight's first departure, by UTC or by the clock at its origin, and one number flies every day.
 */
export function knownOf({ name, departure, arrival }: Report, legs: readonly LegState[]): LegState | undefined {
  const here = legs.filter(({ from, to }) => from === name.from && to === name.to)
  const departs = departure.scheduled
  return (
    here.find((leg) => departs !== undefined && leg.scheduledDeparture === departs) ??
    here.find((leg) => arrival.scheduled !== undefined && leg.scheduledArrival === arrival.scheduled) ??
    here.find((leg) => departs !== undefined && leg.date === departureDate(name.from, departs)) ??
    here.find((leg) => leg.date === name.date && !isFar(leg.scheduledArrival, arrival.scheduled))
  )
}

/** Not the same flight at another time, but that of another day. */
function isFar(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) > HALF_A_DAY
}
