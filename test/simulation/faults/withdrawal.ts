import type { Fault } from './fault.ts'

/** Consent is withdrawn at the worst moment: while a mail is claimed or sent. */
export const withdrawal: Fault = {
  concerns: ({ by, port, method }) => by === 'send-email' && port === 'members' && method !== 'due',
  effect: (_, chance) => ({ is: 'withdrawal', ms: chance.pick([50, 3_000, 15_000]) }),
}
