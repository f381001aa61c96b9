import { type Call, type Fault, isSend } from './fault.ts'

/** What people do at the worst moment. */
export type Meanwhile = 'withdraws' | 'bounces' | 'moves' | 'merges' | 'pauses' | 'publishes'

/** A mail is decided and on its way to its sender, or is being claimed and sent. */
const isOnItsWay = (call: Call): boolean =>
  (isSend(call) && call.args[0] === 'emails') || (call.by === 'send-email' && call.port === 'members')

const meanwhile = (what: Meanwhile): Fault => ({
  concerns: isOnItsWay,
  effect: (_, chance) => ({ is: 'meanwhile', what, ms: chance.pick([50, 3_000, 15_000]) }),
})

export const withdrawsMeanwhile = meanwhile('withdraws')
export const bouncesMeanwhile = meanwhile('bounces')
export const movesMeanwhile = meanwhile('moves')
export const mergesMeanwhile = meanwhile('merges')
export const pausesMeanwhile = meanwhile('pauses')
export const publishesMeanwhile = meanwhile('publishes')
