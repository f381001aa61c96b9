import { MINUTE } from '../../calendar.ts'
import { pauseOf } from '../../sending/reputation.ts'
import { channelIn, type Gate, go, hold } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** Too many bad answers have paused the channel's sender: everything waits, service too, until a person resumes it. */
export const sender: Gate = {
  name: 'sender',
  atClaim: true,
  concerns: (context) => (channelIn(context)?.measures.length ?? 0) > 0,
  ask: (context) => {
    const { world, now } = context
    const measure = channelIn(context)!.measures.find((each) => world.paused.has(pauseOf(each)))
    return measure ? hold({ is: 'sender.paused', measure }, now + ASK_AGAIN_AFTER) : go({ is: 'sender.on' })
  },
}
