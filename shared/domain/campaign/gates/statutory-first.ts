import { HOUR } from '../../calendar.ts'
import type { Journey } from '../../member/member.ts'
import { type Gate, type GateContext, go, hold, isMarketing } from './gate.ts'

const ASK_AGAIN_AFTER = HOUR
/** A service mail that cannot go out within this time does not hold everything else. */
const WAITS_AT_MOST = 48 * HOUR

/** What the law gives a disrupted traveller is told first: goodwill and marketing wait until that mail is out. */
export const statutoryFirst: Gate = {
  name: 'statutoryFirst',
  atClaim: false,
  concerns: isMarketing,
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
    journey.cause.type === 'member.disrupted' &&
    journey.service === true &&
    journey.endedAt === undefined &&
    journey.enteredAt + WAITS_AT_MOST > now
  )
}
