import { ConfigurationSet, EmailSendingEvent, EventDestination, SuppressionReasons } from 'aws-cdk-lib/aws-ses'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { mail, queues } from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/queue.ts'
import type { WorkQueues } from './queues.ts'

/**
 * The configuration set that every email names, and the way its events come back: SES → SNS → queue. SES's own events on
 * EventBridge are best effort; no promise can rest on them.
 */
export function makeMail(scope: Construct, workQueues: WorkQueues): ConfigurationSet {
  // Without a key of our own: SNS passes messages on without storing them, and the queue behind it is encrypted.
  const topic = new Topic(scope, 'SesTopic', { topicName: mail.topic, enforceSSL: true })
  for (const [name, { queue, undelivered }] of Object.entries(workQueues)) {
    const row: Queue = queues[name as keyof WorkQueues]
    if (!row.fromSes || !undelivered) continue
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true, deadLetterQueue: undelivered }))
  }
  const configurationSet = new ConfigurationSet(scope, 'ConfigurationSet', {
    configurationSetName: mail.configurationSet,
    reputationMetrics: true,
    // A second safety net under our own suppression: SES itself rejects addresses that bounced or complained.
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  })
  configurationSet.addEventDestination('Events', {
    configurationSetEventDestinationName: mail.topic,
    destination: EventDestination.snsTopic(topic),
    events: mail.events.map((event) => EmailSendingEvent[event]),
  })
  return configurationSet
}
