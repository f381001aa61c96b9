import { MINUTE } from '../../calendar.ts'
import { LIMITS } from '../../member/member.ts'
import { type Gate, hold } from './gate.ts'

/** Some actions will be done by then. */
const ASK_AGAIN_AFTER = 10 * MINUTE

/** A member has a limited number of actions in progress; further ones wait. Asked only when the limit is reached. */
export const outbox: Gate = {
  name: 'outbox',
  atClaim: false,
  concerns: ({ member }) => member.pending.length >= LIMITS.pending,
  ask: ({ member, now }) => hold({ is: 'outbox.full', inProgress: member.pending.length }, now + ASK_AGAIN_AFTER),
}
