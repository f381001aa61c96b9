import type { Subject } from '../../audience/condition.ts'
import type { Journey } from '../../member/member.ts'
import type { Reason } from '../../reason.ts'
import type { Campaign } from '../../rulebook/rulebook.ts'
import { type WorldHints, wasStopped } from '../world.ts'
import { type Gate, go, skip } from './gate.ts'

/** The journey has not ended: its exit may have come between a decision and its claim. */
export const exit: Gate = {
  name: 'exit',
  atClaim: true,
  concerns: ({ campaign, journey, world }) =>
    campaign.exitWhen !== undefined || campaign.goal?.exit === true || wasStopped(world, journey),
  ask: ({ campaign, journey, subject, world }) => {
    const reason = exitReason(campaign, journey, subject, world)
    return reason === undefined ? go({ is: 'exit.no' }) : skip(reason)
  },
}

/** Why a journey has to end before its last step, if it has to. Lowers `subject.until`, as conditions do. */
export function exitReason(
  { exitWhen, goal }: Campaign,
  journey: Journey,
  subject: Subject,
  world: Pick<WorldHints, 'stops'>,
): Reason | undefined {
  if (wasStopped(world, journey)) return { is: 'exit.stopped' }
  if (goal?.exit && journey.goalAt !== undefined) return { is: 'exit.goal' }
  return exitWhen?.test(subject) ? { is: 'exit.when' } : undefined
}
