import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import type { QueueName } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import { createAudiences } from './audiences.ts'
import { createBus } from './bus.ts'
import { createCards } from './cards.ts'
import {
  type ClientSettings,
  createDynamoClient,
  createEventBridgeClient,
  createSesClient,
  createSqsClient,
} from './clients.ts'
import { createFlights } from './flights.ts'
import { keeperOf, notGiven } from './hash-key.ts'
import { createLedger } from './ledger.ts'
import { createLimits } from './limits.ts'
import { createMailer } from './mailer.ts'
import { createMembers } from './members.ts'
import { type Meter, meterBus, meterMails, meterQueues, meterTable } from './meter.ts'
import { createOffers } from './offers.ts'
import { createQueues } from './queues.ts'
import { createRecords } from './records.ts'
import { createReputation } from './reputation.ts'
import { type Patience, patient } from './retry.ts'
import { createRounds } from './rounds.ts'
import { createRulebooks } from './rulebooks.ts'
import { createSeats } from './seats.ts'
import { createSetAsides } from './set-asides.ts'
import { createSuppressions } from './suppressions.ts'
import { createTally } from './tally.ts'
import { createTasks } from './tasks.ts'
import { createWorld } from './world.ts'

export { createMeter, type Meter } from './meter.ts'

export interface AwsClients {
  dynamo: DynamoDBClient
  sqs: SQSClient
  eventBridge: EventBridgeClient
  ses: SESv2Client
}

/** All clients. `endpoints` only where it is not AWS that answers: the local run. */
export function createClients(
  settings: Omit<ClientSettings, 'endpoint'> = {},
  endpoints: Partial<Record<'dynamodb' | 'sqs' | 'events' | 'mail', string>> = {},
): AwsClients {
  return {
    dynamo: createDynamoClient({ ...settings, endpoint: endpoints.dynamodb }),
    sqs: createSqsClient({ ...settings, endpoint: endpoints.sqs }),
    eventBridge: createEventBridgeClient({ ...settings, endpoint: endpoints.events }),
    ses: createSesClient({ ...settings, endpoint: endpoints.mail }),
  }
}

export interface AwsSettings {
  clients: AwsClients
  tableName: string
  queueUrls: Partial<Record<QueueName, string>>
  deadLetterUrls?: Partial<Record<QueueName, string>>
  busName: string
  configurationSet?: string | undefined
  /** Where the keyed hash is got from, for ports that go by it. */
  hashes?: HashKeeper
  /** Counts calls and units at these clients from now on. */
  meter?: Meter
  patience?: Patience
}

/** Every port on AWS. A function that needs few of them takes those alone, so that its bundle stays small. */
export function createAwsPorts(settings: AwsSettings): Ports {
  const { clients, tableName, queueUrls, deadLetterUrls, busName, configurationSet, hashes, meter } = settings
  const patience = settings.patience ?? patient
  if (meter) attach(clients, meter)
  const queues = { client: clients.sqs, urls: queueUrls, deadLetterUrls, patience }
  return {
    ...createTablePorts(clients.dynamo, tableName, patience, hashes),
    queues: createQueues(queues),
    bus: createBus({ client: clients.eventBridge, name: busName, patience }),
    mailer: createMailer({ client: clients.ses, configurationSet }),
  }
}

/** The ports that are kept in the table. Those that go by keyed hashes ask what is `given` where they need one. */
export function createTablePorts(client: DynamoDBClient, name: string, patience = patient, given = notGiven) {
  const table = { client, name, patience }
  const hashes = keeperOf(table, given)
  return {
    members: createMembers(table),
    audiences: createAudiences(table),
    seats: createSeats(table),
    rounds: createRounds(table),
    limits: createLimits(table),
    records: createRecords(table),
    flights: createFlights(table),
    setAsides: createSetAsides(table),
    tally: createTally(table),
    reputation: createReputation(table),
    suppressions: createSuppressions(table, hashes),
    world: createWorld(table),
    rulebooks: createRulebooks(table),
    cards: createCards(table, hashes),
    ledger: createLedger(table, hashes),
    offers: createOffers(table),
    tasks: createTasks(table),
  } satisfies Partial<Ports>
}

function attach({ dynamo, sqs, eventBridge, ses }: AwsClients, meter: Meter): void {
  meterTable(dynamo, meter)
  meterQueues(sqs, meter)
  meterBus(eventBridge, meter)
  meterMails(ses, meter)
}
