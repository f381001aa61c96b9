import { ConfigurationSet, EmailSendingEvent, EventDestination, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { mail, type Queue, queues } from '../../shared/pipeline.ts'
import type { WorkQueues } from './queues.ts'

/**
 * The configuration set that every mail names, and the way of its events back: SES → SNS → queue.
 * SES's own events on EventBridge are best effort; no promise can rest on them.
 */
export function makeMail(scope: Construct, workQueues: WorkQueues): ConfigurationSet {
  // Not under a key of ours: SNS passes messages on without keeping them, the queue behind it is encrypted.
  const topic = new Topic(scope, 'SesTopic', { topicName: mail.topic, enforceSSL: true })
  for (const [name, { queue, undelivered }] of Object.entries(workQueues)) {
    const row: Queue = queues[name as keyof WorkQueues]
    if (!row.fromSes || !undelivered) continue
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue: undelivered }))
  }
  const configurationSet = new ConfigurationSet(scope, 'ConfigurationSet', {
    configurationSetName: mail.configurationSet,
    reputationMetrics: true,
    // A second net under our own suppression: SES itself refuses addresses that bounced or complained.
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  configurationSet.addEventDestination('Events', {
    configurationSetEventDestinationName: mail.topic,
    destination: EventDestination.snsTopic(topic),
    events: mail.events.map((event) => EmailSendingEvent[event]),
  })
  return configurationSet
}
