import { MINUTE } from '../../calendar.ts'
import { pauseOf } from '../../sending/reputation.ts'
import { channelIn, type Gate, type GateContext, go, hold, telling } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/**
 * The channel's sender is paused because of too many bounces or spam reports: everything waits, service included, until a
 * person resumes it.
 */
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

/** The measures of the channel that announces the action; an offer waits with its announcement. */
function measuresOf(context: GateContext) {
  const told = telling(context)
  return (told && channelIn(told)?.measures) ?? []
}
