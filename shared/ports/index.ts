import type { Cards } from './cards.ts'
import type { Counters } from './counters.ts'
import type { Mailer, Offers, Tasks } from './deliveries.ts'
import type { Departures } from './departures.ts'
import type { Drafts } from './drafts.ts'
import type { Fits } from './fits.ts'
import type { HelpDesk } from './help-desk.ts'
import type { Ledger } from './ledger.ts'
import type { MailCounts, Mails } from './mails.ts'
import type { Audiences, Finders, LegNames, Members } from './members.ts'
import type { Bus, Queues } from './messages.ts'
import type { Months } from './months.ts'
import type { Pictures } from './pictures.ts'
import type { Inbound, RawStore, Told } from './raw.ts'
import type { Flights, Records, SetAsides } from './records.ts'
import type { Rehearsals } from './rehearsals.ts'
import type { Results } from './results.ts'
import type { Limits, Rounds } from './rounds.ts'
import type { Samples } from './samples.ts'
import type { Suppressions } from './suppressions.ts'
import type { Reputation, Rulebooks, Tally, World } from './world.ts'

/**
 * What the domain and the functions need from outside, by subject. Each port has an adapter for AWS (the local run uses it
 * too, against local parts) and one in memory. Both pass the same contract tests.
 *
 * Expected outcomes are values. Anything thrown means "try this again".
 */
export * from './cards.ts'
export * from './counters.ts'
export * from './deliveries.ts'
export * from './departures.ts'
export * from './drafts.ts'
export * from './fits.ts'
export * from './help-desk.ts'
export * from './ledger.ts'
export * from './mails.ts'
export * from './members.ts'
export * from './messages.ts'
export * from './months.ts'
export * from './pictures.ts'
export * from './raw.ts'
export * from './records.ts'
export * from './rehearsals.ts'
export * from './results.ts'
export * from './rounds.ts'
export * from './samples.ts'
export * from './suppressions.ts'
export * from './world.ts'

/** Every port. A function gets only those that its row in `pipeline.ts` allows. */
export interface Ports {
  members: Members
  audiences: Audiences
  finders: Finders
  legNames: LegNames
  departures: Departures
  rounds: Rounds
  limits: Limits
  records: Records
  results: Results
  samples: Samples
  fits: Fits
  rehearsals: Rehearsals
  flights: Flights
  setAsides: SetAsides
  tally: Tally
  counters: Counters
  months: Months
  mails: Mails
  mailCounts: MailCounts
  reputation: Reputation
  suppressions: Suppressions
  world: World
  rulebooks: Rulebooks
  drafts: Drafts
  cards: Cards
  ledger: Ledger
  offers: Offers
  tasks: Tasks
  pictures: Pictures
  queues: Queues
  bus: Bus
  mailer: Mailer
  raw: RawStore
  told: Told
  inbound: Inbound
  helpDesk: HelpDesk
}
