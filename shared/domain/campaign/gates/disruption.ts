import { lastReportAt } from '../../member/disrupted.ts'
import { type Gate, type GateContext, go, hold, isMarketing, sells } from './gate.ts'

/**
 * Who sits at the gate is not sold anything: a disruption mutes for a configured time. Compensation and tasks are no
 * upsell; a campaign that speaks of an open case may speak of this too.
 */
export const disruption: Gate = {
  name: 'disruption',
  atClaim: true,
  concerns: (context) => isMarketing(context) && sells(context) && !context.campaign.guardrails.whileCaseOpen,
  ask: ({ member, settings, now }: GateContext) => {
    const until = (lastReportAt(member) ?? 0) + settings.disruptionMutes
    return until > now ? hold({ is: 'disruption.recent' }, until) : go({ is: 'disruption.none' })
  },
}
