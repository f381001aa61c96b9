import { OF_A_FLIGHT } from './contract/of-a-flight.ts'

/**
 * THE wiring, as plain data: each function, what wakes it, what it may read, write and emit.
 * `infra/aws` makes stacks of it and `infra/local` the same on one machine; a test holds the two against each other.
 * No service names elsewhere.
 */

/** Which events of the bus a queue gets. As EventBridge patterns: prefixes of `source`, types wanted or not. */
export interface BusRule {
  sourcePrefix: string
  types?: readonly string[]
  exceptTypes?: readonly string[]
}

export interface Queue {
  /** From the bus, where a rule is given; else only from functions that list the queue under `sends`. */
  rule?: BusRule
  /** Fed by an SNS topic with the events of the SES configuration set. */
  fromSes?: boolean
  /** How often a message is tried before it goes to the dead-letter queue. */
  receives: number
  /** How long a message stays with one worker, seconds: six times its function's time-out, as AWS advises. */
  visibilitySeconds: number
}

export interface Wiring {
  /** File under `functions/`, without its ending. */
  file: string
  /** What it does, one line, for the console and the dashboards. */
  does: string
  /** What wakes it. */
  on:
    | { queue: QueueName; batchSize: number; windowSeconds: number }
    | { everyMinutes: number }
    /** `HH:MM`, UTC. On one machine it runs when it is asked for. */
    | { dailyAt: string }
    /** The pages behind the links in mails: anybody's. */
    | { http: readonly string[] }
    /** The operators' API: its routes are in shared/app/api/rights.ts, and AWS asks IAM for each. */
    | { api: 'operators' }
  /** What it may do with the table. */
  table: 'read' | 'write' | 'transact' | 'none'
  /** Goes through the whole table, page by page: exports, repair, the sweep after a publish. */
  scans?: boolean
  sends: readonly QueueName[]
  /** Announces: puts events on the bus of announcements. */
  publishes?: boolean
  /** Calls SES. */
  mails?: boolean
  /** How long its own word on a mail waits for SES's, which says the same and more. On one machine it does not wait. */
  sentWaitsSeconds?: number
  /** Reads the key that signs links. */
  signsLinks?: boolean
  /** Reads the key of hashes of cards and addresses (shared/domain/keyed-hash.ts). */
  keyedHashes?: boolean
  /** Refuses a rulebook whose sender SES would not let through. */
  checksSender?: boolean
  /** Reads how full the queues are. */
  countsQueues?: boolean
  /** Is told which of its callers are people. */
  knowsPeople?: boolean
  memoryMb: number
  timeoutSeconds: number
  /** At most this many at once, where more would only conflict or outrun a service's limit. */
  concurrency?: number
}

/** Where events come from: `airline.` and a system. */
const AIRLINE = 'airline.'
/** What is told of a flight with everybody on it. */
const OF_FLIGHTS = Object.keys(OF_A_FLIGHT)

export const queues = {
  events: {
    rule: { sourcePrefix: AIRLINE, exceptTypes: OF_FLIGHTS },
    receives: 8,
    visibilitySeconds: 180,
  },
  flights: { rule: { sourcePrefix: AIRLINE, types: OF_FLIGHTS }, receives: 8, visibilitySeconds: 180 },
  emails: { receives: 12, visibilitySeconds: 180 },
  messages: { receives: 12, visibilitySeconds: 180 },
  compensations: { receives: 12, visibilitySeconds: 180 },
  offers: { receives: 12, visibilitySeconds: 180 },
  tasks: { receives: 12, visibilitySeconds: 180 },
  erasures: { receives: 12, visibilitySeconds: 360 },
  'ses-feedback': { fromSes: true, receives: 12, visibilitySeconds: 180 },
  sweeps: { receives: 12, visibilitySeconds: 360 },
} as const satisfies Record<string, Queue>

export type QueueName = keyof typeof queues

export const functions = {
  react: {
    file: 'react',
    does: 'folds events into members and decides',
    on: { queue: 'events', batchSize: 100, windowSeconds: 1 },
    table: 'write',
    sends: ['events', 'emails', 'messages', 'compensations', 'offers', 'tasks', 'erasures'],
    publishes: true,
    keyedHashes: true,
    memoryMb: 1024,
    timeoutSeconds: 30,
  },
  'fan-out': {
    file: 'fan-out',
    does: 'makes one event a passenger of a disrupted flight',
    on: { queue: 'flights', batchSize: 10, windowSeconds: 0 },
    table: 'write',
    sends: ['events'],
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  wake: {
    file: 'wake',
    does: 'wakes the members that are due',
    on: { everyMinutes: 1 },
    table: 'read',
    sends: ['events'],
    memoryMb: 512,
    timeoutSeconds: 60,
    concurrency: 1,
  },
  rounds: {
    file: 'rounds',
    does: 'hands campaigns that go by the clock, or include who is in already, to their audience, a page at a time',
    on: { everyMinutes: 1 },
    table: 'write',
    sends: ['events'],
    memoryMb: 1024,
    timeoutSeconds: 60,
    concurrency: 1,
  },
  'send-email': {
    file: 'send-email',
    does: 'claims a mail and sends it',
    on: { queue: 'emails', batchSize: 10, windowSeconds: 1 },
    table: 'write',
    sends: ['events'],
    publishes: true,
    mails: true,
    sentWaitsSeconds: 60,
    signsLinks: true,
    keyedHashes: true,
    memoryMb: 1024,
    timeoutSeconds: 30,
  },
  'send-message': {
    file: 'send-message',
    does: 'claims a message and puts it on the bus, for a gateway of the airline',
    on: { queue: 'messages', batchSize: 10, windowSeconds: 1 },
    table: 'write',
    sends: ['events'],
    publishes: true,
    signsLinks: true,
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  'ses-feedback': {
    file: 'ses-feedback',
    does: 'turns what SES reports into events about the member',
    on: { queue: 'ses-feedback', batchSize: 100, windowSeconds: 1 },
    table: 'none',
    sends: ['events'],
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  compensate: {
    file: 'compensate',
    does: 'grants a compensation in the ledger, once',
    on: { queue: 'compensations', batchSize: 10, windowSeconds: 0 },
    table: 'transact',
    sends: ['events'],
    publishes: true,
    keyedHashes: true,
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  'issue-offer': {
    file: 'issue-offer',
    does: 'records an upgrade offer',
    on: { queue: 'offers', batchSize: 10, windowSeconds: 0 },
    table: 'write',
    sends: ['events'],
    publishes: true,
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  'open-task': {
    file: 'open-task',
    does: 'opens a task for a person',
    on: { queue: 'tasks', batchSize: 10, windowSeconds: 0 },
    table: 'write',
    sends: ['events'],
    publishes: true,
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  erase: {
    file: 'erase',
    does: 'takes away what is kept of somebody who was erased, beside their item',
    on: { queue: 'erasures', batchSize: 10, windowSeconds: 0 },
    table: 'write',
    sends: [],
    keyedHashes: true,
    memoryMb: 512,
    timeoutSeconds: 60,
  },
  sweep: {
    file: 'sweep',
    does: 'shows a new rulebook to the members it could concern, a page at a time',
    on: { queue: 'sweeps', batchSize: 1, windowSeconds: 0 },
    table: 'write',
    scans: true,
    sends: ['events', 'sweeps'],
    memoryMb: 512,
    timeoutSeconds: 60,
    concurrency: 1,
  },
  reconcile: {
    file: 'reconcile',
    does: 'adds the ledger up again from its entries, and compares',
    on: { dailyAt: '19:00' },
    table: 'transact',
    scans: true,
    sends: ['compensations'],
    keyedHashes: true,
    memoryMb: 2048,
    timeoutSeconds: 900,
    concurrency: 1,
  },
  links: {
    file: 'links',
    does: 'answers the links in mails: offers, unsubscribing',
    on: { http: ['/o/{token}', '/u/{token}'] },
    table: 'write',
    sends: ['events'],
    publishes: true,
    signsLinks: true,
    memoryMb: 512,
    timeoutSeconds: 10,
  },
  api: {
    file: 'api',
    does: 'answers the wingback command',
    on: { api: 'operators' },
    table: 'transact',
    scans: true,
    sends: ['events', 'flights', 'compensations', 'sweeps'],
    mails: true,
    keyedHashes: true,
    countsQueues: true,
    checksSender: true,
    knowsPeople: true,
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
} as const satisfies Record<string, Wiring>

export type FunctionName = keyof typeof functions

/** The bus airline systems put their events on. It takes nothing that comes from elsewhere. */
export const bus = { name: 'wingback', sourcePrefix: AIRLINE, archiveDays: 30 } as const

/** The bus on which Wingback announces what others may act on. Only its own functions can put anything there. */
export const announcementBus = { name: 'wingback-announcements', source: 'wingback' } as const

/** One table. The index is asked once a minute who is due; members are spread over its shards. */
export const table = {
  name: 'wingback',
  partitionKey: 'pk',
  sortKey: 'sk',
  ttl: 'expiresAt',
  wakeIndex: { name: 'due', partitionKey: 'wakeShard', sortKey: 'wakeAt' },
} as const

/** The SES configuration set, and which of its events come back over SNS. */
export const mail = {
  configurationSet: 'wingback',
  topic: 'wingback-ses',
  events: ['DELIVERY', 'BOUNCE', 'COMPLAINT', 'OPEN', 'CLICK', 'REJECT', 'RENDERING_FAILURE'],
} as const

/** The environment a function reads once at its start. Its resources' names, never a secret's value. */
export function environmentOf(name: FunctionName): string[] {
  const wiring: Wiring = functions[name]
  return [
    ...(wiring.table === 'none' ? [] : ['TABLE_NAME']),
    ...(wiring.countsQueues ? (Object.keys(queues) as QueueName[]) : wiring.sends).map(queueVariable),
    ...(wiring.publishes ? ['BUS_NAME'] : []),
    ...(wiring.mails ? ['CONFIGURATION_SET'] : []),
    ...(wiring.sentWaitsSeconds === undefined ? [] : ['SENT_WAITS_SECONDS']),
    ...(wiring.signsLinks ? ['LINK_KEY_PARAMETER', 'LINK_BASE_URL'] : []),
    ...(wiring.keyedHashes ? ['HASH_KEY_PARAMETER'] : []),
    ...(wiring.knowsPeople ? ['PEOPLE'] : []),
    ...(wiring.checksSender ? ['MAIL_IDENTITY'] : []),
  ]
}

/** `ses-feedback` → `QUEUE_SES_FEEDBACK`: where a function finds a queue's URL. */
export function queueVariable(queue: QueueName): string {
  return `QUEUE_${queue.toUpperCase().replaceAll('-', '_')}`
}

/** The name or URL of the dead-letter queue that belongs to a queue's name or URL. */
export function deadLetterOf(queue: string): string {
  return `${queue}-dead`
}

/** Whether an event on the bus matches a rule, as EventBridge would say. */
export function matches(rule: BusRule, source: string, type: string): boolean {
  return (
    source.startsWith(rule.sourcePrefix) &&
    (!rule.types || rule.types.includes(type)) &&
    !rule.exceptTypes?.includes(type)
  )
}
