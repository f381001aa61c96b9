import { MINUTE } from '../../calendar.ts'
import { isPaused, PAYMENTS } from '../world.ts'
import { type Gate, type GateContext, go, hold, isOwedByLaw, type Verdict } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** A campaign that a person has paused waits; nothing of it is lost. */
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

/** The breaker has tripped, or a person has stopped them. What is owed stays owed. */
export function paymentsStopped(now: GateContext['now']): Verdict & { answer: 'hold' } {
  return { answer: 'hold', reason: { is: 'paused.payments' }, until: now + ASK_AGAIN_AFTER }
}
