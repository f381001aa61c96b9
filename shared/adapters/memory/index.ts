import { type HashKeeper, keyedHashWith } from '../../domain/keyed-hash.ts'
import type { Ports } from '../../ports/index.ts'
import { createMemoryAudiences } from './audiences.ts'
import { createMemoryBus, type MemoryBus } from './bus.ts'
import { createMemoryCards } from './cards.ts'
import { createMemoryFlights } from './flights.ts'
import { createMemoryLedger } from './ledger.ts'
import { createMemoryLimits } from './limits.ts'
import { createMemoryMailer, type MemoryMailer } from './mailer.ts'
import { createMemoryMembers } from './members.ts'
import { createMemoryOffers } from './offers.ts'
import { createMemoryQueues, type MemoryQueues } from './queues.ts'
import { createMemoryRecords } from './records.ts'
import { createMemoryReputation } from './reputation.ts'
import { createMemoryRounds } from './rounds.ts'
import { createMemoryRulebooks } from './rulebooks.ts'
import { createMemorySeats } from './seats.ts'
import { createMemorySetAsides } from './set-asides.ts'
import { createMemorySuppressions } from './suppressions.ts'
import { createMemoryTally } from './tally.ts'
import { createMemoryTasks } from './tasks.ts'
import { createMemoryWorld } from './world.ts'

export type { MailFate, MemoryMailer } from './mailer.ts'
export type { MemoryQueues } from './queues.ts'

/** Every port in memory, with ways to look inside. */
export interface MemoryPorts extends Ports {
  queues: MemoryQueues
  bus: MemoryBus
  mailer: MemoryMailer
}

/** Nobody's secret: what is in memory is found by nobody else. */
const keyed = keyedHashWith('the key of what is in memory alone')

/** Fresh ports in memory, for tests, simulation and rehearsal. Queues and mails are dated by `now`. */
export function createMemoryPorts({
  now = Date.now,
  hashes = async () => keyed,
}: {
  now?: () => number
  hashes?: HashKeeper
} = {}): MemoryPorts {
  const flights = createMemoryFlights()
  const cards = createMemoryCards(hashes)
  return {
    members: createMemoryMembers(),
    audiences: createMemoryAudiences(),
    seats: createMemorySeats(),
    rounds: createMemoryRounds(),
    limits: createMemoryLimits(),
    records: createMemoryRecords(flights),
    flights,
    setAsides: createMemorySetAsides(),
    tally: createMemoryTally(),
    reputation: createMemoryReputation(),
    suppressions: createMemorySuppressions(hashes),
    world: createMemoryWorld(),
    rulebooks: createMemoryRulebooks(),
    cards,
    ledger: createMemoryLedger(hashes, cards),
    offers: createMemoryOffers(),
    tasks: createMemoryTasks(),
    queues: createMemoryQueues(now),
    bus: createMemoryBus(),
    mailer: createMemoryMailer(now),
  }
}
