import { channelIdOf } from '../../actions/index.ts'
import { MINUTE } from '../../calendar.ts'
import { type Gate, go, hold, isMarketing, reaches } from './gate.ts'

const ASK_AGAIN_AFTER = 10 * MINUTE

/**
 * One marketing message at a time, over all channels: the campaign with the highest priority goes first, the others ask
 * again when it is out.
 */
export const priority: Gate = {
  name: 'priority',
  atClaim: false,
  concerns: (context) => reaches(context) && isMarketing(context),
  ask: ({ member, actionId, now }) => {
    const first = member.pending.find(
      (other) =>
        channelIdOf(other.plan) !== undefined &&
        other.class === 'marketing' &&
        other.state === 'decided' &&
        other.actionId !== actionId,
    )
    return first
      ? hold({ is: 'priority.onItsWay', campaign: first.campaign }, now + ASK_AGAIN_AFTER)
      : go({ is: 'priority.alone' })
  },
}
