import { MINUTE } from '../../calendar.ts'
import { type Gate, go, hold, isMarketingEmail } from './gate.ts'

const ASK_AGAIN_AFTER = 10 * MINUTE

/** One marketing mail at a time: the campaign of higher priority goes first, the others ask again when it is out. */
export const priority: Gate = {
  name: 'priority',
  atClaim: false,
  concerns: isMarketingEmail,
  ask: ({ member, actionId, now }) => {
    const first = member.pending.find(
      (other) =>
        other.kind === 'email' &&
        other.class === 'marketing' &&
        other.state === 'decided' &&
        other.actionId !== actionId,
    )
    return first
      ? hold({ is: 'priority.onItsWay', campaign: first.campaign }, now + ASK_AGAIN_AFTER)
      : go({ is: 'priority.alone' })
  },
}
