import { createAudiences } from '../adapters/aws/audiences.ts'
import { createCounters } from '../adapters/aws/counters.ts'
import { createDepartures } from '../adapters/aws/departures.ts'
import { createDrafts } from '../adapters/aws/drafts.ts'
import { createFinders } from '../adapters/aws/finders.ts'
import { createFits } from '../adapters/aws/fits.ts'
import { createFlights } from '../adapters/aws/flights.ts'
import { notGiven } from '../adapters/aws/hash-key.ts'
import { createLedgerReads } from '../adapters/aws/ledger-reads.ts'
import { createLegNames } from '../adapters/aws/leg-names.ts'
import { createLimits } from '../adapters/aws/limits.ts'
import { createMailCounts } from '../adapters/aws/mail-counts.ts'
import { createMails } from '../adapters/aws/mails.ts'
import { createMembers } from '../adapters/aws/members.ts'
import { createMonths } from '../adapters/aws/months.ts'
import { createOffers } from '../adapters/aws/offers.ts'
import { createRecords } from '../adapters/aws/records.ts'
import { createRehearsals } from '../adapters/aws/rehearsals.ts'
import { createReputation } from '../adapters/aws/reputation.ts'
import { createResults } from '../adapters/aws/results.ts'
import { createRounds } from '../adapters/aws/rounds.ts'
import { createRulebooks } from '../adapters/aws/rulebooks.ts'
import { createSamples } from '../adapters/aws/samples.ts'
import { createSetAsides } from '../adapters/aws/set-asides.ts'
import { createTally } from '../adapters/aws/tally.ts'
import { createTasks } from '../adapters/aws/tasks.ts'
import { createWorld } from '../adapters/aws/world.ts'
import { once } from './once.ts'
import { table } from './table.ts'

/** The ports stored in the table, one by one, so that a bundle contains only those its function uses. */

export const audiences = /* @__PURE__ */ once(() => createAudiences(table()))
export const departures = /* @__PURE__ */ once(() => createDepartures(table()))
export const drafts = /* @__PURE__ */ once(() => createDrafts(table()))
export const counters = /* @__PURE__ */ once(() => createCounters(table()))
/** For functions that look up legs and bookings only: without the key, nobody is found by an address. */
export const findersByTravel = /* @__PURE__ */ once(() => createFinders(table(), notGiven))
export const fits = /* @__PURE__ */ once(() => createFits(table()))
export const flights = /* @__PURE__ */ once(() => createFlights(table()))
/** For reading books only: nobody is found in the ledger without the key. */
export const ledgerBooks = /* @__PURE__ */ once(() => createLedgerReads({ table: table(), hashes: notGiven }))
export const legNames = /* @__PURE__ */ once(() => createLegNames(table()))
export const limits = /* @__PURE__ */ once(() => createLimits(table()))
export const mailCounts = /* @__PURE__ */ once(() => createMailCounts(table()))
export const mails = /* @__PURE__ */ once(() => createMails(table()))
export const members = /* @__PURE__ */ once(() => createMembers(table()))
export const months = /* @__PURE__ */ once(() => createMonths(table()))
export const offers = /* @__PURE__ */ once(() => createOffers(table()))
export const records = /* @__PURE__ */ once(() => createRecords(table()))
export const rehearsals = /* @__PURE__ */ once(() => createRehearsals(table()))
export const reputation = /* @__PURE__ */ once(() => createReputation(table()))
export const results = /* @__PURE__ */ once(() => createResults(table()))
export const rounds = /* @__PURE__ */ once(() => createRounds(table()))
export const samples = /* @__PURE__ */ once(() => createSamples(table()))
export const rulebookStore = /* @__PURE__ */ once(() => createRulebooks(table()))
export const setAsides = /* @__PURE__ */ once(() => createSetAsides(table()))
export const tally = /* @__PURE__ */ once(() => createTally(table()))
export const tasks = /* @__PURE__ */ once(() => createTasks(table()))
export const worldStore = /* @__PURE__ */ once(() => createWorld(table()))
