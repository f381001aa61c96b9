import { MINUTE } from '../../calendar.ts'
import { isPaused } from '../world.ts'
import { type Gate, go, hold } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** A campaign that a person has paused waits; nothing of it is lost. */
export const paused: Gate = {
  name: 'paused',
  atClaim: true,
  concerns: () => true,
  ask: ({ world, campaign, now }) =>
    isPaused(world, campaign.id)
      ? hold('the campaign is paused', now + ASK_AGAIN_AFTER)
      : go('the campaign is not paused'),
}
