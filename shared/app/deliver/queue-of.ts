import type { ActionKind } from '../../domain/actions/kinds.ts'
import type { QueueName } from '../../pipeline.ts'

/** Where each kind of action is delivered. */
export const queueOf = {
  email: 'emails',
  message: 'messages',
  compensation: 'compensations',
  upgradeOffer: 'offers',
  serviceTask: 'tasks',
  entitlement: 'compensations',
} as const satisfies Record<ActionKind, QueueName>

/** The kinds of action that a queue brings. */
export type KindOn<Q extends QueueName> = {
  [K in ActionKind]: (typeof queueOf)[K] extends Q ? K : never
}[ActionKind]
