import { lastReportAt } from '../../member/disrupted.ts'
import { type Gate, type GateContext, go, hold, isMarketing, sells } from './gate.ts'

/**
 * Nobody is sold anything while they are stuck at the gate: a disruption mutes marketing for a configured time. Compensation
 * and tasks are not selling, and a campaign about an open case may mention it.
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
