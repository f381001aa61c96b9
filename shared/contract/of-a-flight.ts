/** Events of a flight with all its passengers, and the event that the pipeline makes of each for every member. */
export const OF_A_FLIGHT = {
  'flight.disrupted': 'member.disrupted',
  'flight.reinstated': 'member.reinstated',
  'flight.rescheduled': 'member.rescheduled',
  'flight.boarded': 'member.boarded',
} as const

export type FlightEventType = keyof typeof OF_A_FLIGHT
export type PassengerEventType = (typeof OF_A_FLIGHT)[FlightEventType]

export function isOfAFlight(type: string): type is FlightEventType {
  return Object.hasOwn(OF_A_FLIGHT, type)
}

/** The event of a flight that one about a passenger was made of. */
export const FLIGHT_OF: Readonly<Partial<Record<string, FlightEventType>>> = Object.fromEntries(
  (Object.keys(OF_A_FLIGHT) as FlightEventType[]).map((flight) => [OF_A_FLIGHT[flight], flight]),
)
