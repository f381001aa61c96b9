import { Duration, Validations } from 'aws-cdk-lib'
import { type EventBus, Match, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { type BusRule, deadLetterOf, type QueueName, type Queue as QueueRow, queues } from '../../shared/pipeline.ts'

/** The longest that SQS keeps a message. */
const RETENTION = Duration.days(14)

export interface WorkQueue {
  queue: Queue
  /** Messages that failed too often. */
  dead: Queue
  /** What the bus or SNS could not put into the queue. Queues fed by functions only have none. */
  undelivered?: Queue
}

export type WorkQueues = Record<QueueName, WorkQueue>

/** Every queue of the pipeline, its dead-letter queue, and the rule that feeds it from the bus. */
export function makeQueues(scope: Construct, eventBus: EventBus): WorkQueues {
  const entries = Object.entries<QueueRow>(queues).map(([name, row]) => [name, makeQueue(scope, name, row, eventBus)])
  return Object.fromEntries(entries)
}

function makeQueue(scope: Construct, name: string, row: QueueRow, eventBus: EventBus): WorkQueue {
  const queueName = `wingback-${name}`
  const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: RETENTION }
  const dead = new Queue(scope, `Dead-${name}`, { ...common, queueName: deadLetterOf(queueName) })
  const queue = new Queue(scope, `Queue-${name}`, {
    ...common,
    queueName,
    visibilityTimeout: Duration.seconds(row.visibilitySeconds),
    deadLetterQueue: { queue: dead, maxReceiveCount: row.receives },
  })
  if (!row.rule && !row.fromSes) return { queue, dead }

  const undelivered = new Queue(scope, `Undelivered-${name}`, { ...common, queueName: `${queueName}-undelivered` })
  Validations.of(undelivered).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'It is itself a dead-letter queue: of a rule or subscription, which the check does not look at',
  })
  if (row.rule) makeRule(scope, name, row.rule, eventBus, { queue, undelivered })
  return { queue, dead, undelivered }
}

function makeRule(
  scope: Construct,
  name: string,
  rule: BusRule,
  eventBus: EventBus,
  { queue, undelivered }: { queue: Queue; undelivered: Queue },
): void {
  // EventBridge tries for a day, then hands over to `undelivered`.
  const target = new SqsQueue(queue, {
    deadLetterQueue: undelivered,
    maxEventAge: Duration.hours(24),
    retryAttempts: 185,
  })
  new Rule(scope, `Rule-${name}`, {
    ruleName: `wingback-${name}`,
    description: `What the queue ${name} gets of the bus`,
    eventBus,
    eventPattern: {
      source: Match.prefix(rule.sourcePrefix),
      ...detailTypes(rule),
    },
    targets: [target],
  })
}

function detailTypes({ types, exceptTypes }: BusRule): { detailType?: string[] } {
  if (types) return { detailType: types.filter((type) => !exceptTypes?.includes(type)) }
  return exceptTypes ? { detailType: Match.anythingBut(...exceptTypes) } : {}
}
