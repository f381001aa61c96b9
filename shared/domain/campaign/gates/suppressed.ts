import type { Suppression } from '../../member/member.ts'
import type { ReasonCode } from '../../reason.ts'
import { channelIn, type Gate, go, named, reaches, type StandingContext, skip } from './gate.ts'

/** Why, as a reason says it. */
export const SUPPRESSED = {
  bounce: 'suppressed.bounced',
  complaint: 'suppressed.spam',
  report: 'suppressed.reported',
} as const satisfies Record<Suppression['why'], ReasonCode>

/** Never again: what the channel says of the member or of their address. */
export const suppressed: Gate<StandingContext> = {
  name: 'suppressed',
  atClaim: true,
  concerns: reaches,
  ask: (context) => {
    const channel = channelIn(context)!
    const why = channel.suppressionOf(context.member)
    const of = named(channel)
    return why ? skip({ is: SUPPRESSED[why], ...of }) : go({ is: 'suppressed.no', ...of })
  },
}
