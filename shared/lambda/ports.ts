import { createAudiences } from '../adapters/aws/audiences.ts'
import { createFlights } from '../adapters/aws/flights.ts'
import { createLimits } from '../adapters/aws/limits.ts'
import { createMembers } from '../adapters/aws/members.ts'
import { createOffers } from '../adapters/aws/offers.ts'
import { createRecords } from '../adapters/aws/records.ts'
import { createReputation } from '../adapters/aws/reputation.ts'
import { createRounds } from '../adapters/aws/rounds.ts'
import { createRulebooks } from '../adapters/aws/rulebooks.ts'
import { createSeats } from '../adapters/aws/seats.ts'
import { createSetAsides } from '../adapters/aws/set-asides.ts'
import { createTally } from '../adapters/aws/tally.ts'
import { createTasks } from '../adapters/aws/tasks.ts'
import { createWorld } from '../adapters/aws/world.ts'
import { once } from './once.ts'
import { table } from './table.ts'

/** Ports that are kept in the table, one by one: a bundle has those that its function takes, and no others. */

export const audiences = /* @__PURE__ */ once(() => createAudiences(table()))
export const flights = /* @__PURE__ */ once(() => createFlights(table()))
export const limits = /* @__PURE__ */ once(() => createLimits(table()))
export const members = /* @__PURE__ */ once(() => createMembers(table()))
export const offers = /* @__PURE__ */ once(() => createOffers(table()))
export const records = /* @__PURE__ */ once(() => createRecords(table()))
export const reputation = /* @__PURE__ */ once(() => createReputation(table()))
export const rounds = /* @__PURE__ */ once(() => createRounds(table()))
export const rulebookStore = /* @__PURE__ */ once(() => createRulebooks(table()))
export const seats = /* @__PURE__ */ once(() => createSeats(table()))
export const setAsides = /* @__PURE__ */ once(() => createSetAsides(table()))
export const tally = /* @__PURE__ */ once(() => createTally(table()))
export const tasks = /* @__PURE__ */ once(() => createTasks(table()))
export const worldStore = /* @__PURE__ */ once(() => createWorld(table()))
