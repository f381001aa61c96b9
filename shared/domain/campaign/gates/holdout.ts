import { fraction } from '../../../standards/hash.ts'
import type { Campaign, Settings } from '../../rulebook/rulebook.ts'
import { type Gate, go, isMarketing, type StandingContext, skip } from './gate.ts'

/**
 * Last of all, so that who is held out would otherwise have got it, and the arms stay comparable.
 * The arm is a hash of immutable ids: the same for ever, under any version of the campaign.
 */
export const holdout: Gate<StandingContext> = {
  name: 'holdout',
  atClaim: false,
  concerns: (context) => isMarketing(context) && context.campaign.guardrails.holdout > 0,
  ask: (context) =>
    isHeldOut(context.member.memberId, context.campaign, context.settings)
      ? skip({ is: 'holdout.yes' })
      : go({ is: 'holdout.no' }),
}

/** Whether the campaign's holdout takes this member. */
export function isHeldOut(
  memberId: string,
  { id, guardrails }: Pick<Campaign, 'id' | 'guardrails'>,
  { holdoutSalt }: Pick<Settings, 'holdoutSalt'>,
): boolean {
  return fraction([holdoutSalt, id, memberId].join('\n')) < guardrails.holdout
}
