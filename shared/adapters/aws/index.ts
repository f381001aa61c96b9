import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { bus as airlineBus, pictureStore, type QueueName, rawStore } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import { createZendesk } from '../zendesk.ts'
import { createAudiences } from './audiences.ts'
import { createBus } from './bus.ts'
import { createCards } from './cards.ts'
import {
  type ClientSettings,
  createDynamoClient,
  createEventBridgeClient,
  createS3Client,
  createSesClient,
  createSqsClient,
} from './clients.ts'
import { createCounters } from './counters.ts'
import { createDepartures } from './departures.ts'
import { createDrafts } from './drafts.ts'
import { createFinders } from './finders.ts'
import { createFits } from './fits.ts'
import { createFlights } from './flights.ts'
import { keeperOf, notGiven } from './hash-key.ts'
import { createInbound } from './inbound.ts'
import { createLedger } from './ledger.ts'
import { createLegNames } from './leg-names.ts'
import { createLimits } from './limits.ts'
import { createMailCounts } from './mail-counts.ts'
import { createMailer } from './mailer.ts'
import { createMails } from './mails.ts'
import { createMembers } from './members.ts'
import { type Meter, meterBus, meterMails, meterQueues, meterTable } from './meter.ts'
import { createMonths } from './months.ts'
import { createOffers } from './offers.ts'
import { createPictures } from './pictures.ts'
import { createQueues } from './queues.ts'
import { createRaw } from './raw.ts'
import { createRecords } from './records.ts'
import { createRehearsals } from './rehearsals.ts'
import { createReputation } from './reputation.ts'
import { createResults } from './results.ts'
import { type Patience, patient } from './retry.ts'
import { createRounds } from './rounds.ts'
import { createRulebooks } from './rulebooks.ts'
import { createSamples } from './samples.ts'
import { createSetAsides } from './set-asides.ts'
import { createSuppressions } from './suppressions.ts'
import { createTally } from './tally.ts'
import { createTasks } from './tasks.ts'
import { createTold } from './told.ts'
import { createWorld } from './world.ts'

export { createMeter, type Meter } from './meter.ts'

export interface AwsClients {
  dynamo: DynamoDBClient
  sqs: SQSClient
  eventBridge: EventBridgeClient
  ses: SESv2Client
  s3: S3Client
}

/** All clients. `endpoints` only for the local run, where something else answers. */
export function createClients(
  settings: Omit<ClientSettings, 'endpoint'> = {},
  endpoints: Partial<Record<'dynamodb' | 'sqs' | 'events' | 'mail' | 'store', string>> = {},
): AwsClients {
  return {
    dynamo: createDynamoClient({ ...settings, endpoint: endpoints.dynamodb }),
    sqs: createSqsClient({ ...settings, endpoint: endpoints.sqs }),
    eventBridge: createEventBridgeClient({ ...settings, endpoint: endpoints.events }),
    ses: createSesClient({ ...settings, endpoint: endpoints.mail }),
    s3: createS3Client({ ...settings, endpoint: endpoints.store }),
  }
}

export interface AwsSettings {
  clients: AwsClients
  tableName: string
  queueUrls: Partial<Record<QueueName, string>>
  deadLetterUrls?: Partial<Record<QueueName, string>>
  busName: string
  configurationSet?: string | undefined
  /** The source of the keyed hash, for ports that use it. */
  hashes?: HashKeeper
  /** Where the help desk is, for ports that call it. */
  accountOf?: Parameters<typeof createZendesk>[0]
  /** Counts calls and units at these clients from now on. */
  meter?: Meter
  patience?: Patience
}

/** Every port on AWS. A function that needs only a few takes those alone, so that its bundle stays small. */
export function createAwsPorts(settings: AwsSettings): Ports {
  const { clients, tableName, queueUrls, deadLetterUrls, busName, configurationSet, hashes, meter } = settings
  const { accountOf = noAccount } = settings
  const patience = settings.patience ?? patient
  if (meter) attach(clients, meter)
  const queues = { client: clients.sqs, urls: queueUrls, deadLetterUrls, patience }
  return {
    ...createTablePorts(clients.dynamo, tableName, patience, hashes),
    queues: createQueues(queues),
    bus: createBus({ client: clients.eventBridge, name: busName, patience }),
    mailer: createMailer({ client: clients.ses, configurationSet }),
    raw: createRaw(clients.s3, rawStore.bucket),
    pictures: createPictures({ client: clients.dynamo, name: tableName, patience }, clients.s3, pictureStore.bucket),
    inbound: createInbound({ client: clients.eventBridge, name: airlineBus.name, patience }),
    helpDesk: createZendesk(accountOf),
  }
}

async function noAccount(): Promise<never> {
  throw new Error('no help desk was given')
}

/** The ports stored in the table. Those that use keyed hashes ask `hashes` when they need one. */
export function createTablePorts(client: DynamoDBClient, name: string, patience = patient, given = notGiven) {
  const table = { client, name, patience }
  const hashes = keeperOf(table, given)
  return {
    members: createMembers(table),
    audiences: createAudiences(table),
    finders: createFinders(table, hashes),
    legNames: createLegNames(table),
    departures: createDepartures(table),
    rounds: createRounds(table),
    limits: createLimits(table),
    records: createRecords(table),
    results: createResults(table),
    samples: createSamples(table),
    fits: createFits(table),
    rehearsals: createRehearsals(table),
    flights: createFlights(table),
    setAsides: createSetAsides(table),
    tally: createTally(table),
    counters: createCounters(table),
    months: createMonths(table),
    mails: createMails(table),
    mailCounts: createMailCounts(table),
    reputation: createReputation(table),
    suppressions: createSuppressions(table, hashes),
    world: createWorld(table),
    rulebooks: createRulebooks(table),
    drafts: createDrafts(table),
    cards: createCards(table, hashes),
    ledger: createLedger(table, hashes),
    offers: createOffers(table),
    tasks: createTasks(table),
    told: createTold(table, hashes),
  } satisfies Partial<Ports>
}

function attach({ dynamo, sqs, eventBridge, ses }: AwsClients, meter: Meter): void {
  meterTable(dynamo, meter)
  meterQueues(sqs, meter)
  meterBus(eventBridge, meter)
  meterMails(ses, meter)
}
