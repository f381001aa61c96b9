import type { Cards } from './ports/cards.ts'
import type { Mailer, Offers, Tasks } from './ports/deliveries.ts'
import type { Ledger } from './ports/ledger.ts'
import type { Audiences, Members } from './ports/members.ts'
import type { Bus, Queues } from './ports/messages.ts'
import type { Flights, Records, SetAsides } from './ports/records.ts'
import type { Limits, Rounds } from './ports/rounds.ts'
import type { Reputation, Rulebooks, Tally, World } from './ports/world.ts'

/**
 * What the domain and the functions need from outside, by what it is about. Each port has an adapter for AWS (which the
 * local run uses too, against local parts) and one in memory; both pass the same contract tests.
 *
 * Expected outcomes are values. What is thrown means "try this again".
 */
export * from './ports/cards.ts'
export * from './ports/deliveries.ts'
export * from './ports/ledger.ts'
export * from './ports/members.ts'
export * from './ports/messages.ts'
export * from './ports/records.ts'
export * from './ports/rounds.ts'
export * from './ports/world.ts'

/** Everything a function may be given. Each is given only what its row in `pipeline.ts` allows. */
export interface Ports {
  members: Members
  audiences: Audiences
  rounds: Rounds
  limits: Limits
  records: Records
  flights: Flights
  setAsides: SetAsides
  tally: Tally
  reputation: Reputation
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
