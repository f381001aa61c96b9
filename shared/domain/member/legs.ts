/** The flight leg, one take-off and landing: `CA1501:PEK-SHA:2026-10-01T00:30Z`. The same leg has the same name everywhere. */
export function legOf(flight: {
  carrier: string
  flightNumber: string
  from: string
  to: string
  scheduledDeparture: number
}): string {
  return legName({ ...flight, number: `${flight.carrier}${flight.flightNumber}` })
}

function legName({ number, from, to, scheduledDeparture }: Leg): string {
  return `${number}:${from}-${to}:${new Date(scheduledDeparture).toISOString().slice(0, 16)}Z`
}

export interface Leg {
  /** With the carrier's code: `CA1501`. */
  number: string
  from: string
  to: string
  /** Epoch ms, to the minute. */
  scheduledDeparture: number
}

/** How a leg is written, for those who write one. */
export const LEG_FORM = 'CA1501:PEK-SHA:2026-10-01T00:30Z'

/** What a leg's name says; undefined for what is none. */
export function parseLeg(leg: string): Leg | undefined {
  const [, number, from, to, departure] = LEG.exec(leg) ?? []
  const scheduledDeparture = Date.parse(departure ?? '')
  if (!number || !from || !to || Number.isNaN(scheduledDeparture)) return undefined
  return { number, from, to, scheduledDeparture }
}

/** With the instant's offset, whichever it is: `T08:30+08:00` is `T00:30Z`. */
const LEG =
  /^([A-Z0-9]{3,11}):([A-Z]{3})-([A-Z]{3}):(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))$/

/** A leg that a person wrote, by the one name that it has everywhere; undefined for what is none. */
export function readLeg(text: string): string | undefined {
  const leg = parseLeg(text.trim().toUpperCase())
  return leg && legName(leg)
}
