import { type Fault, isMail, isOwn } from './fault.ts'

/** The service takes nothing now, for longer than its client tries. */
export const throttled: Fault = {
  concerns: (call) => isOwn(call) && !isMail(call),
  effect: () => ({ is: 'failure', done: false }),
}
