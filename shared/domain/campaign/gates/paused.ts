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
    isPaused(world, campaign.id) ? hold({ is: 'paused.yes' }, now + ASK_AGAIN_AFTER) : go({ is: 'paused.no' }),
}
