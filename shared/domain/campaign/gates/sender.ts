import { MINUTE } from '../../calendar.ts'
import { pauseOf } from '../../sending/reputation.ts'
import { channelIn, type Gate, type GateContext, go, hold, telling } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** Too many bad answers have paused the channel's sender: everything waits, service too, until a person resumes it. */
export const sender: Gate = {
  name: 'sender',
  atClaim: true,
  concerns: (context) => measuresOf(context).length > 0,
  ask: (context) => {
    const { world, now } = context
    const measure = measuresOf(context).find((each) => world.paused.has(pauseOf(each)))
    return measure ? hold({ is: 'sender.paused', measure }, now + ASK_AGAIN_AFTER) : go({ is: 'sender.on' })
  },
}

/** Of the channel by which it is told; an offer waits with what tells of it. */
function measuresOf(context: GateContext) {
  const told = telling(context)
  return (told && channelIn(told)?.measures) ?? []
}
