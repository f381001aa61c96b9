import { type QueueOf, queueOf as queueOfKind } from '../../domain/actions/index.ts'
import type { ActionKind } from '../../domain/actions/kinds.ts'
import type { QueueName } from '../../pipeline.ts'

/** The queue of an action. A kind whose queue is missing in `pipeline.ts` does not compile. */
export function queueOf(kind: ActionKind): QueueName {
  return queueOfKind(kind)
}

/** The kinds of action that a queue brings. */
export type KindOn<Q extends QueueName> = {
  [K in ActionKind]: QueueOf<K> extends Q ? K : never
}[ActionKind]
