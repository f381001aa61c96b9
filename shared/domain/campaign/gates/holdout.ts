import { fraction } from '../../hash.ts'
import { type Gate, type GateContext, go, isMarketing, skip } from './gate.ts'

/**
 * Last of all, so that who is held out would otherwise have got it, and the arms stay comparable.
 * The arm is a hash of immutable ids: the same for ever, under any version of the campaign.
 */
export const holdout: Gate = {
  name: 'holdout',
  atClaim: false,
  concerns: (context) => isMarketing(context) && context.campaign.guardrails.holdout > 0,
  ask: (context) =>
    isHeldOut(context)
      ? skip('is in the holdout: would have got it, and does not, so that the effect can be measured')
      : go('is not in the holdout'),
}

function isHeldOut({ member, campaign, settings }: GateContext): boolean {
  return fraction([settings.holdoutSalt, campaign.id, member.memberId].join('\n')) < campaign.guardrails.holdout
}
