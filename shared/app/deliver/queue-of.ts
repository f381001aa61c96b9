import type { ActionKind } from '../../domain/actions/kinds.ts'
import type { QueueName } from '../../pipeline.ts'

/** Where each kind of action is delivered. */
export const queueOf: Record<ActionKind, QueueName> = {
  email: 'emails',
  message: 'messages',
  compensation: 'compensations',
  upgradeOffer: 'offers',
  serviceTask: 'tasks',
  entitlement: 'compensations',
}
