/** The flight leg, one take-off and landing: `CA1501:PEK-SHA:2026-10-01T00:30Z`. The same leg has the same name everywhere. */
export function legOf(flight: {
  carrier: string
  flightNumber: string
  from: string
  to: string
  scheduledDeparture: number
}): string {
  const departure = `${new Date(flight.scheduledDeparture).toISOString().slice(0, 16)}Z`
  return `${flight.carrier}${flight.flightNumber}:${flight.from}-${flight.to}:${departure}`
}

export interface Leg {
  /** With the carrier's code: `CA1501`. */
  number: string
  from: string
  to: string
  /** Epoch ms, to the minute. */
  scheduledDeparture: number
}

/** What a leg's name says; undefined for what is none. */
export function parseLeg(leg: string): Leg | undefined {
  const [, number, from, to, departure] = /^([A-Z0-9]+):([A-Z]{3})-([A-Z]{3}):(\S+)$/.exec(leg) ?? []
  const scheduledDeparture = Date.parse(departure ?? '')
  if (!number || !from || !to || Number.isNaN(scheduledDeparture)) return undefined
  return { number, from, to, scheduledDeparture }
}
