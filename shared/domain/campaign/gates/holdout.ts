import { fraction } from '../../../standards/hash.ts'
import type { Journey, Member } from '../../member/member.ts'
import { HELD_OUT } from '../../results/assignment.ts'
import { storedArm } from '../../results/stored.ts'
import type { Campaign, Settings } from '../../rulebook/rulebook.ts'
import { type Gate, go, isMarketing, type StandingContext, skip } from './gate.ts'

/** Before a journey has started, its booking is not known. */
type HoldoutContext = StandingContext & { journey?: Journey }

/**
 * The last gate, so that members held out would otherwise have got it, and the arms stay comparable. The arm is a hash of
 * immutable ids, the same under any version of the campaign. Once assigned it stays, even if the share changes.
 */
export const holdout: Gate<HoldoutContext> = {
  name: 'holdout',
  atClaim: false,
  concerns: (context) => {
    const { member, campaign } = context
    return isMarketing(context) && (campaign.guardrails.holdout > 0 || storedArm(member, campaign.id)?.arm === HELD_OUT)
  },
  ask: ({ member, campaign, settings, journey }) =>
    isOutOf(member, campaign, settings, journey) ? skip({ is: 'holdout.yes' }) : go({ is: 'holdout.no' }),
}

/** Whether the member is held out of the campaign: as assigned, or, if not yet assigned, as they would be now. */
export function isOutOf(
  member: Pick<Member, 'memberId' | 'assigned'>,
  campaign: Pick<Campaign, 'id' | 'guardrails'>,
  settings: Pick<Settings, 'holdoutSalt'>,
  journey?: Journey,
): boolean {
  const stored = storedArm(member, campaign.id)
  return stored ? stored.arm === HELD_OUT : isHeldOut(drawnBy(member.memberId, campaign, journey), campaign, settings)
}

/** Companions share the PNR of their booking. */
function drawnBy(memberId: string, { guardrails }: Pick<Campaign, 'guardrails'>, journey: Journey | undefined): string {
  return guardrails.holdoutBy === 'booking' ? (journey?.cause.pnr ?? memberId) : memberId
}

/** Whether the campaign's holdout draws this member, or this booking if it draws bookings. */
export function isHeldOut(
  drawn: string,
  { id, guardrails }: Pick<Campaign, 'id' | 'guardrails'>,
  { holdoutSalt }: Pick<Settings, 'holdoutSalt'>,
): boolean {
  return fraction([holdoutSalt, id, drawn].join('\n')) < guardrails.holdout
}
