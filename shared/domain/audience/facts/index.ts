import { bookingFacts } from './bookings.ts'
import { complaintFacts } from './complaints.ts'
import { disruptionFacts } from './disruptions.ts'
import { flightFacts } from './flights.ts'
import { profileFacts } from './profile.ts'
import { receivedFacts } from './received.ts'
import { surveyFacts } from './surveys.ts'
import type { Fact } from './types.ts'

export type { Bound, Fact, Family, Param, Words } from './types.ts'

const registry = {
  ...profileFacts,
  ...flightFacts,
  ...bookingFacts,
  ...disruptionFacts,
  ...complaintFacts,
  ...surveyFacts,
  ...receivedFacts,
}

export type FactName = keyof typeof registry

/** Everything a condition can ask for, by name. A new fact: one entry in its family's file. */
export const facts: Readonly<Record<string, Fact>> = registry

/** The fact of a name; undefined for what is none. */
export function factOf(name: string): Fact | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined
}
