/** What is told of a flight with everybody on it, and the event that the pipeline makes of it about each member. */
export const OF_A_FLIGHT = {
  'flight.disrupted': 'member.disrupted',
  'flight.reinstated': 'member.reinstated',
  'flight.rescheduled': 'member.rescheduled',
} as const

export type FlightEventType = keyof typeof OF_A_FLIGHT
export type PassengerEventType = (typeof OF_A_FLIGHT)[FlightEventType]

export function isOfAFlight(type: string): type is FlightEventType {
  return Object.hasOwn(OF_A_FLIGHT, type)
}
