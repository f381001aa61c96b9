import { MINUTE } from '../../calendar.ts'
import { MEASURES, pauseOf } from '../../sending/reputation.ts'
import { type Gate, go, hold, isEmail } from './gate.ts'

const ASK_AGAIN_AFTER = 15 * MINUTE

/** Too many bounces or complaints have paused the sender: every mail waits, service mail too, until a person resumes it. */
export const sender: Gate = {
  name: 'sender',
  atClaim: true,
  concerns: isEmail,
  ask: ({ world, now }) => {
    const measure = MEASURES.find((each) => world.paused.has(pauseOf(each)))
    return measure ? hold({ is: 'sender.paused', measure }, now + ASK_AGAIN_AFTER) : go({ is: 'sender.on' })
  },
}
