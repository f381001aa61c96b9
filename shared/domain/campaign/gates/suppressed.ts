import { SUPPRESSED } from '../../member/suppressions.ts'
import { channelIn, type Gate, go, named, reaches, type StandingContext, skip } from './gate.ts'

/** Never again: the member or their address is suppressed on this channel. */
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
