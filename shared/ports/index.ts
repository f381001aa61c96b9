import type { Cards } from './cards.ts'
import type { Mailer, Offers, Tasks } from './deliveries.ts'
import type { Ledger } from './ledger.ts'
import type { Audiences, Members, Seats } from './members.ts'
import type { Bus, Queues } from './messages.ts'
import type { Flights, Records, SetAsides } from './records.ts'
import type { Limits, Rounds } from './rounds.ts'
import type { Suppressions } from './suppressions.ts'
import type { Reputation, Rulebooks, Tally, World } from './world.ts'

/**
 * What the domain and the functions need from outside, by what it is about. Each port has an adapter for AWS (which the
 * local run uses too, against local parts) and one in memory; both pass the same contract tests.
 *
 * Expected outcomes are values. What is thrown means "try this again".
 */
export * from './cards.ts'
export * from './deliveries.ts'
export * from './ledger.ts'
export * from './members.ts'
export * from './messages.ts'
export * from './records.ts'
export * from './rounds.ts'
export * from './suppressions.ts'
export * from './world.ts'

/** Everything a function may be given. Each is given only what its row in `pipeline.ts` allows. */
export interface Ports {
  members: Members
  audiences: Audiences
  seats: Seats
  rounds: Rounds
  limits: Limits
  records: Records
  flights: Flights
  setAsides: SetAsides
  tally: Tally
  reputation: Reputation
  suppressions: Suppressions
  world: World
  rulebooks: Rulebooks
  cards: Cards
  ledger: Ledger
  offers: Offers
  tasks: Tasks
  queues: Queues
  bus: Bus
  mailer: Mailer
}
