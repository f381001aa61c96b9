import { OF_A_FLIGHT } from './contract/of-a-flight.ts'
import type { Queue } from './queue.ts'

/**
 * THE wiring, as plain data: each function, what wakes it, what it may read, write and emit.
 * `infra/aws` makes stacks of it and `infra/local` the same on one machine; a test holds the two against each other.
 * No service names elsewhere.
 */

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
    /** Messages of other systems, by POST: their signature says who sent them. */
    | { post: readonly string[] }
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
  /** Tells where a page of the console is; where there is none, the same of the API. */
  linksToPages?: boolean
  /** Reads the key of hashes of cards and addresses (shared/domain/keyed-hash.ts). */
  keyedHashes?: boolean
  /** What it may do with the store of raw messages. */
  raw?: 'read' | 'write'
  /** Adds to the pictures of emails. */
  addsPictures?: boolean
  /** Puts events on the bus of airline systems, in their name. */
  enters?: boolean
  /** Reads the keys by which other systems sign what they send. */
  checksSignatures?: boolean
  /** Calls the airline's help desk, with a login of its own. */
  callsHelpDesk?: boolean
  /** Refuses a rulebook whose sender SES would not let through. */
  checksSender?: boolean
  /** Makes the sample of history with which drafts are rehearsed, of so many members as the stage says. */
  samples?: boolean
  /** Reads how full the queues are. */
  countsQueues?: boolean
  /** Is told which of its callers are people. */
  knowsPeople?: boolean
  /** Builds mails of their MJML, which is large: it lies beside the function's code, and is loaded where a draft is checked. */
  buildsMails?: boolean
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
    fromSes: true,
    receives: 8,
    visibilitySeconds: 180,
  },
  flights: { rule: { sourcePrefix: AIRLINE, types: OF_FLIGHTS }, receives: 8, visibilitySeconds: 180 },
  /** A typo in a source is no reason for an event to vanish. */
  strays: { rule: { exceptSourcePrefix: AIRLINE }, receives: 8, visibilitySeconds: 180 },
  emails: { receives: 12, visibilitySeconds: 180 },
  messages: { receives: 12, visibilitySeconds: 180 },
  compensations: { receives: 12, visibilitySeconds: 180 },
  offers: { receives: 12, visibilitySeconds: 180 },
  tasks: { receives: 12, visibilitySeconds: 180 },
  erasures: { receives: 12, visibilitySeconds: 360 },
  sweeps: { receives: 12, visibilitySeconds: 360 },
  rehearsals: { receives: 5, visibilitySeconds: 1800 },
  inbox: { fromOthers: true, receives: 12, visibilitySeconds: 60 },
  raw: { fromStore: true, receives: 8, visibilitySeconds: 720 },
  'help-desk': { announced: ['task.opened', 'task.closed'], receives: 12, visibilitySeconds: 360 },
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
    publishes: true,
    memoryMb: 512,
    timeoutSeconds: 30,
  },
  strays: {
    file: 'strays',
    does: 'sets aside what comes over the bus from a source that is no airline system',
    on: { queue: 'strays', batchSize: 10, windowSeconds: 1 },
    table: 'write',
    sends: [],
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
    does: 'hands campaigns that go by the clock, or include who is in already, to their audience, a page at a time; makes scheduled drafts live; tells each day where satisfaction has dropped, and hours before a flight that its briefing is ready',
    on: { everyMinutes: 1 },
    table: 'transact',
    sends: ['events', 'sweeps'],
    publishes: true,
    checksSender: true,
    buildsMails: true,
    linksToPages: true,
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
  measure: {
    file: 'measure',
    does: 'counts what campaigns came to, compares it with all members, looks for harm, and draws the sample for rehearsals',
    on: { dailyAt: '19:30' },
    table: 'write',
    scans: true,
    sends: [],
    keyedHashes: true,
    samples: true,
    memoryMb: 2048,
    timeoutSeconds: 900,
    concurrency: 1,
  },
  'fit-scores': {
    file: 'fit-scores',
    does: 'once a month learns the models of churn and of lifetime anew from all members, and makes a draft of each that is better than the one in use',
    on: { dailyAt: '20:30' },
    table: 'write',
    scans: true,
    sends: [],
    memoryMb: 2048,
    timeoutSeconds: 900,
    concurrency: 1,
  },
  rehearse: {
    file: 'rehearse',
    does: 'rehearses a draft on everybody, some members at a time',
    on: { queue: 'rehearsals', batchSize: 1, windowSeconds: 0 },
    table: 'write',
    scans: true,
    sends: ['rehearsals'],
    keyedHashes: true,
    memoryMb: 2048,
    timeoutSeconds: 300,
    concurrency: 8,
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
  receive: {
    file: 'receive',
    does: 'takes in signed messages of other systems, and keeps them as they came',
    on: { post: ['/in/{connector}'] },
    table: 'read',
    sends: [],
    raw: 'write',
    checksSignatures: true,
    memoryMb: 512,
    timeoutSeconds: 10,
  },
  'keep-sent': {
    file: 'keep-sent',
    does: 'keeps messages that other systems sent to the inbox, as they came',
    on: { queue: 'inbox', batchSize: 10, windowSeconds: 0 },
    table: 'none',
    sends: [],
    raw: 'write',
    memoryMb: 512,
    timeoutSeconds: 10,
  },
  translate: {
    file: 'translate',
    does: 'translates messages of other systems into events',
    on: { queue: 'raw', batchSize: 10, windowSeconds: 1 },
    table: 'write',
    sends: [],
    raw: 'read',
    enters: true,
    keyedHashes: true,
    memoryMb: 1024,
    timeoutSeconds: 120,
  },
  'tell-help-desk': {
    file: 'tell-help-desk',
    does: 'notes tasks on the tickets of complaints, in the airline’s help desk',
    on: { queue: 'help-desk', batchSize: 10, windowSeconds: 0 },
    table: 'write',
    sends: [],
    callsHelpDesk: true,
    memoryMb: 512,
    timeoutSeconds: 60,
  },
  api: {
    file: 'api',
    does: 'answers the wingback command',
    on: { api: 'operators' },
    table: 'transact',
    scans: true,
    sends: ['events', 'flights', 'compensations', 'sweeps', 'raw', 'rehearsals'],
    raw: 'read',
    mails: true,
    keyedHashes: true,
    countsQueues: true,
    checksSender: true,
    knowsPeople: true,
    buildsMails: true,
    addsPictures: true,
    memoryMb: 1024,
    timeoutSeconds: 29,
  },
} as const satisfies Record<string, Wiring>

export type FunctionName = keyof typeof functions

/** The bus airline systems put their events on. What comes from elsewhere goes to `strays`. */
export const bus = { name: 'wingback', sourcePrefix: AIRLINE, archiveDays: 30 } as const

/** The bus on which Wingback announces what others may act on. Only its own functions can put anything there. */
export const announcementBus = { name: 'wingback-announcements', source: 'wingback' } as const

/**
 * Messages of other systems as they came, encrypted, for as long as somebody may have to translate them again. In it are people
 * who have no card: that is the reason for the days.
 */
export const rawStore = { bucket: 'wingback-raw', keptDays: 30, source: 'aws.s3', created: 'Object Created' } as const

/** The bucket of pictures of emails on one machine. In AWS it has a name of its own, and CloudFront shows what is in it to anybody. */
export const pictureStore = { bucket: 'wingback-pictures' } as const

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

/** `help-desk` → `QUEUE_HELP_DESK`: where a function finds a queue's URL. */
export function queueVariable(queue: QueueName): string {
  return `QUEUE_${queue.toUpperCase().replaceAll('-', '_')}`
}

/** The name or URL of the dead-letter queue that belongs to a queue's name or URL. */
export function deadLetterOf(queue: string): string {
  return `${queue}-dead`
}
