import { type HashKeeper, keyedHashWith } from '../../domain/keyed-hash.ts'
import type { Ports } from '../../ports/index.ts'
import { createdOf } from '../../ports/raw-created.ts'
import { createMemoryAudiences } from './audiences.ts'
import { createMemoryBus, type MemoryBus } from './bus.ts'
import { createMemoryCards } from './cards.ts'
import { createMemoryCounters } from './counters.ts'
import { createMemoryDepartures } from './departures.ts'
import { createMemoryDrafts } from './drafts.ts'
import { createMemoryFinders } from './finders.ts'
import { createMemoryFits } from './fits.ts'
import { createMemoryFlights } from './flights.ts'
import { createMemoryHelpDesk, type MemoryHelpDesk } from './help-desk.ts'
import { createMemoryLedger } from './ledger.ts'
import { createMemoryLegNames } from './leg-names.ts'
import { createMemoryLimits } from './limits.ts'
import { createMemoryMailCounts } from './mail-counts.ts'
import { createMemoryMailer, type MemoryMailer } from './mailer.ts'
import { createMemoryMails } from './mails.ts'
import { createMemoryMembers } from './members.ts'
import { createMemoryMonths } from './months.ts'
import { createMemoryOffers } from './offers.ts'
import { createMemoryPictures } from './pictures.ts'
import { createMemoryQueues, type MemoryQueues } from './queues.ts'
import { createMemoryInbound, createMemoryRaw, createMemoryTold, type MemoryInbound } from './raw.ts'
import { createMemoryRecords } from './records.ts'
import { createMemoryRehearsals } from './rehearsals.ts'
import { createMemoryReputation } from './reputation.ts'
import { createMemoryResults } from './results.ts'
import { createMemoryRounds } from './rounds.ts'
import { createMemoryRulebooks } from './rulebooks.ts'
import { createMemorySamples } from './samples.ts'
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
  inbound: MemoryInbound
  helpDesk: MemoryHelpDesk
}

/** Not a secret: data in memory is protected by nothing else either. */
const keyed = keyedHashWith('the key of what is in memory alone')

/** New ports in memory, for tests, simulation and rehearsal. Queues and emails are dated by `now`. */
export function createMemoryPorts({
  now = Date.now,
  hashes = async () => keyed,
}: {
  now?: () => number
  hashes?: HashKeeper
} = {}): MemoryPorts {
  const flights = createMemoryFlights()
  const cards = createMemoryCards(hashes)
  const members = createMemoryMembers()
  const months = createMemoryMonths()
  const queues = createMemoryQueues(now)
  return {
    members,
    audiences: createMemoryAudiences(),
    finders: createMemoryFinders(),
    legNames: createMemoryLegNames(),
    departures: createMemoryDepartures(),
    rounds: createMemoryRounds(),
    limits: createMemoryLimits(),
    records: createMemoryRecords(flights, months),
    flights,
    results: createMemoryResults(members),
    samples: createMemorySamples(),
    fits: createMemoryFits(),
    rehearsals: createMemoryRehearsals(),
    setAsides: createMemorySetAsides(),
    tally: createMemoryTally(),
    counters: createMemoryCounters(),
    months,
    mails: createMemoryMails(),
    mailCounts: createMemoryMailCounts(),
    reputation: createMemoryReputation(),
    suppressions: createMemorySuppressions(hashes),
    world: createMemoryWorld(),
    rulebooks: createMemoryRulebooks(),
    drafts: createMemoryDrafts(),
    cards,
    ledger: createMemoryLedger(hashes, cards),
    offers: createMemoryOffers(),
    tasks: createMemoryTasks(),
    pictures: createMemoryPictures(),
    queues,
    raw: createMemoryRaw(now, (key) => queues.send('raw', [JSON.stringify(createdOf(key, now()))])),
    told: createMemoryTold(),
    inbound: createMemoryInbound(),
    helpDesk: createMemoryHelpDesk(),
    bus: createMemoryBus(),
    mailer: createMemoryMailer(now),
  }
}
