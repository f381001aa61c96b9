import { HOUR } from '../../calendar.ts'
import type { Journey } from '../../member/member.ts'
import { type Gate, type GateContext, go, hold, isMarketing, paysFromBudget } from './gate.ts'

const ASK_AGAIN_AFTER = HOUR
/** A service email that cannot go out in time does not hold up everything else. */
const WAITS_AT_MOST = 48 * HOUR

/**
 * What the law owes a disrupted traveller comes first: goodwill and marketing wait until it is granted and announced, up to
 * a limit.
 */
export const statutoryFirst: Gate = {
  name: 'statutoryFirst',
  atClaim: false,
  concerns: (context) => isMarketing(context) || paysFromBudget(context),
  ask: (context) => {
    const telling = context.member.journeys.find((journey) => tellsRights(journey, context))
    return telling
      ? hold({ is: 'statutoryFirst.telling', campaign: telling.campaign }, context.now + ASK_AGAIN_AFTER)
      : go({ is: 'statutoryFirst.told' })
  },
}

function tellsRights(journey: Journey, { campaign, now }: GateContext): boolean {
  return (
    journey.campaign !== campaign.id &&
    journey.service === true &&
    journey.endedAt === undefined &&
    journey.enteredAt + WAITS_AT_MOST > now
  )
}
