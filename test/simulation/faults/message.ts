import { type Fault, isSend } from './fault.ts'

/** Queues deliver at least once: again at once, or days later. */
export const messageTwice: Fault = {
  concerns: isSend,
  effect: (_, chance) => ({ is: 'twice', ms: chance.pick([0, 5_000, 200_000, 3_600_000, 2 * 86_400_000]) }),
}

/** Queues keep no order. */
export const messageLate: Fault = {
  concerns: isSend,
  effect: (_, chance) => ({ is: 'late', ms: chance.pick([1_000, 15_000, 120_000, 3_600_000]) }),
}
