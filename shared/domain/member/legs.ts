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
