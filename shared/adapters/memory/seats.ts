import type { Seats, SeatTaken } from '../../ports/index.ts'

/** Who is booked on which leg, in memory. That somebody is not any more is kept too: an older word must not bring them back. */
export function createMemorySeats(): Seats {
  const legs = new Map<string, Map<string, SeatTaken>>()
  return {
    async put(seats) {
      for (const each of seats) {
        const members = legs.get(each.leg) ?? new Map<string, SeatTaken>()
        legs.set(each.leg, members)
        if ((members.get(each.memberId)?.version ?? 0) < each.version) members.set(each.memberId, each)
      }
    },
    async on(leg) {
      return [...(legs.get(leg)?.values() ?? [])].flatMap(({ memberId, seat }) =>
        seat ? [{ memberId, pnr: seat.pnr, cabin: seat.cabin }] : [],
      )
    },
  }
}
