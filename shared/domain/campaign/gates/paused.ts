import { MINUTE } from '../../calendar.ts'
import { isPaused, PAYMENTS } from '../world.ts'
import { type Gate, type GateContext, go, hold, isOwedByLaw, type Verdict } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** A campaign that a person paused waits; nothing is lost. */
export const paused: Gate = {
  name: 'paused',
  atClaim: true,
  concerns: () => true,
  ask: (context) => {
    const { world, campaign, now } = context
    if (isPaused(world, campaign.id)) return hold({ is: 'paused.yes' }, now + ASK_AGAIN_AFTER)
    if (isOwedByLaw(context) && world.paused.has(PAYMENTS)) return paymentsStopped(now)
    return go({ is: 'paused.no' })
  },
}

/** Automatic payments were stopped, by the hourly limit or a person. What is owed stays owed. */
export function paymentsStopped(now: GateContext['now']): Verdict & { answer: 'hold' } {
  return { answer: 'hold', reason: { is: 'paused.payments' }, until: now + ASK_AGAIN_AFTER }
}
