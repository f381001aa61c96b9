import { type Fault, isOwn } from './fault.ts'

/** The call hangs: others overtake, and what takes too long is killed with its function. */
export const slowCall: Fault = {
  concerns: isOwn,
  effect: (_, chance) => ({ is: 'slow', ms: chance.pick([300, 5_000, 20_000, 40_000, 70_000]) }),
}
