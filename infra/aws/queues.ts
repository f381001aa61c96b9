import { Duration, Validations } from 'aws-cdk-lib'
import { type EventBus, type EventPattern, Match, Rule, type RuleProps } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { AccountPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { ABOUT_A_COMPLAINT, type BusRule } from '../../shared/bus-rule.ts'
import { deadLetterOf, type QueueName, queues, rawStore } from '../../shared/pipeline.ts'
import type { Queue as QueueRow } from '../../shared/queue.ts'
import { isFedByAws, queueNameOf, undeliveredOf } from './named-parts.ts'

/** The longest retention that SQS allows. */
const RETENTION = Duration.days(14)

export interface WorkQueue {
  queue: Queue
  /** Messages that failed too often. */
  dead: Queue
  /** What the bus or SNS could not put into the queue. Queues that only functions feed have none. */
  undelivered?: Queue
}

/** What feeds queues: the bus for airline systems, and the store of raw messages. */
export interface Sources {
  eventBus: EventBus
  announcements: EventBus
  bucketName: string
  /** Accounts that may send to the queues that take messages of other systems. */
  inbox: readonly string[]
}

export type WorkQueues = Record<QueueName, WorkQueue>

/** Every queue of the pipeline, its dead-letter queue, and the rule that feeds it from the bus. */
export function makeQueues(scope: Construct, sources: Sources): WorkQueues {
  const entries = Object.entries<QueueRow>(queues).map(([name, row]) => [name, makeQueue(scope, name, row, sources)])
  return Object.fromEntries(entries)
}

function makeQueue(
  scope: Construct,
  name: string,
  row: QueueRow,
  { eventBus, announcements, bucketName, inbox }: Sources,
): WorkQueue {
  const queueName = queueNameOf(name)
  const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: RETENTION }
  const dead = new Queue(scope, `Dead-${name}`, { ...common, queueName: deadLetterOf(queueName) })
  const queue = new Queue(scope, `Queue-${name}`, {
    ...common,
    queueName,
    visibilityTimeout: Duration.seconds(row.visibilitySeconds),
    deadLetterQueue: { queue: dead, maxReceiveCount: row.receives },
  })
  if (row.fromOthers && inbox.length > 0) queue.addToResourcePolicy(maySend(queue, inbox))
  if (!isFedByAws(row)) return { queue, dead }

  const undelivered = new Queue(scope, `Undelivered-${name}`, { ...common, queueName: undeliveredOf(queueName) })
  Validations.of(undelivered).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself a dead-letter queue: of a rule or subscription, which the check does not look at',
  })
  const to = { queue, undelivered }
  if (row.rule) makeRule(scope, name, { eventBus, eventPattern: patternOf(row.rule) }, to)
  if (row.fromStore) makeRule(scope, name, { eventPattern: createdIn(bucketName) }, to)
  if (row.announced) makeRule(scope, name, { eventBus: announcements, eventPattern: announcedAs(row.announced) }, to)
  return { queue, dead, undelivered }
}

/** Sending and nothing else. Callers of this account ask their own IAM policies. */
function maySend({ queueArn }: Queue, accounts: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'OtherAccountsSend',
    principals: accounts.map((account) => new AccountPrincipal(account)),
    actions: ['sqs:SendMessage'],
    resources: [queueArn],
  })
}

/** Without a bus of ours it is the account's default bus, on which AWS services publish. */
function makeRule(
  scope: Construct,
  name: string,
  from: Pick<RuleProps, 'eventBus' | 'eventPattern'>,
  { queue, undelivered }: { queue: Queue; undelivered: Queue },
): void {
  // EventBridge tries for a day, then sends it to `undelivered`.
  const target = new SqsQueue(queue, {
    deadLetterQueue: undelivered,
    maxEventAge: Duration.hours(24),
    retryAttempts: 185,
  })
  new Rule(scope, `Rule-${name}`, {
    ruleName: `wingback-${name}`,
    description: `What the queue ${name} gets`,
    ...from,
    targets: [target],
  })
}

function announcedAs(types: readonly string[]): EventPattern {
  return { detailType: [...types], detail: { [ABOUT_A_COMPLAINT]: Match.exists() } }
}

function createdIn(bucketName: string): EventPattern {
  return {
    source: [rawStore.source],
    detailType: [rawStore.created],
    detail: { bucket: { name: [bucketName] } },
  }
}

function patternOf(rule: BusRule): EventPattern {
  if ('exceptSourcePrefix' in rule) return { source: Match.anythingButPrefix(rule.exceptSourcePrefix) }
  const { sourcePrefix, types, exceptTypes } = rule
  const source = Match.prefix(sourcePrefix)
  if (types) return { source, detailType: types.filter((type) => !exceptTypes?.includes(type)) }
  return exceptTypes ? { source, detailType: Match.anythingBut(...exceptTypes) } : { source }
}
