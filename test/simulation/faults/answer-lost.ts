import { type Fault, isMail, isOwn } from './fault.ts'

/** The call times out though it succeeded. (A mailer never throws: see mail.ts.) */
export const answerLost: Fault = {
  concerns: (call) => isOwn(call) && !isMail(call),
  effect: () => ({ is: 'failure', done: true }),
}
