import { fraction } from '../../../standards/hash.ts'
import type { Settings } from '../../rulebook/rulebook.ts'
import { type Gate, go, isMarketing, type StandingContext, skip } from './gate.ts'

/**
 * Members who get no marketing at all, so that the effect of all campaigns together can be measured. Independent of the
 * campaigns' own holdouts: it uses another salt, and a text that cannot be a campaign's id.
 */
export const globalHoldout: Gate<StandingContext> = {
  name: 'globalHoldout',
  atClaim: false,
  concerns: (context) => isMarketing(context) && context.settings.holdout !== undefined,
  ask: ({ member, settings }) =>
    isHeldOutOfAll(member.memberId, settings) ? skip({ is: 'globalHoldout.yes' }) : go({ is: 'globalHoldout.no' }),
}

/** Whether the member is in the global holdout. */
export function isHeldOutOfAll(memberId: string, { holdout }: Pick<Settings, 'holdout'>): boolean {
  return holdout !== undefined && fraction([holdout.salt, 'every campaign', memberId].join('\n')) < holdout.share
}
