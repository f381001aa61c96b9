import type { Departure, Departures } from '../../ports/index.ts'

/** Departures in memory. */
export function createMemoryDepartures(): Departures {
  const known = new Map<string, Departure & { isTold: boolean }>()
  const nameOf = ({ leg, departsAt }: Departure) => `${leg} ${departsAt}`
  return {
    async note(departures) {
      for (const each of departures)
        if (!known.has(nameOf(each)))
          known.set(nameOf(each), { leg: each.leg, departsAt: each.departsAt, isTold: false })
    },
    async next(from, limit) {
      return [...known.values()]
        .filter(({ isTold, departsAt }) => !isTold && departsAt >= from)
        .sort((a, b) => a.departsAt - b.departsAt || (a.leg < b.leg ? -1 : 1))
        .slice(0, limit)
        .map(({ leg, departsAt }) => ({ leg, departsAt }))
    },
    async told(departure) {
      known.set(nameOf(departure), { ...departure, isTold: true })
    },
  }
}
