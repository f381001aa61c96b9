import { fraction } from '../../../standards/hash.ts'
import type { Settings } from '../../rulebook/rulebook.ts'
import { type Gate, go, isMarketing, type StandingContext, skip } from './gate.ts'

/**
 * Who gets nothing of any marketing campaign, so that what all of it is worth can be measured. Its arm has nothing to do
 * with those of the campaigns: another salt, and a text that no campaign's id can be.
 */
export const globalHoldout: Gate<StandingContext> = {
  name: 'globalHoldout',
  atClaim: false,
  concerns: (context) => isMarketing(context) && context.settings.holdout !== undefined,
  ask: ({ member, settings }) =>
    isHeldOutOfAll(member.memberId, settings) ? skip({ is: 'globalHoldout.yes' }) : go({ is: 'globalHoldout.no' }),
}

/** Whether the holdout of all marketing takes this member. */
export function isHeldOutOfAll(memberId: string, { holdout }: Pick<Settings, 'holdout'>): boolean {
  return holdout !== undefined && fraction([holdout.salt, 'every campaign', memberId].join('\n')) < holdout.share
}
