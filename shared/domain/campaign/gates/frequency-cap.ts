import { DAY, HOUR } from '../../calendar.ts'
import { LIMITS } from '../../member/member.ts'
import type { Cap } from '../../rulebook/rulebook.ts'
import { type Gate, type GateContext, go, isMarketingEmail, skip } from './gate.ts'

/** Not so often. What was claimed counts: claims of one member come one after the other, so no two can both be the last allowed. */
export const frequencyCap: Gate = {
  name: 'frequencyCap',
  atClaim: true,
  concerns: isMarketingEmail,
  ask: (context) => {
    // No more mails are remembered: a cap above that holds where it can still be counted.
    const caps = [...context.campaign.guardrails.caps, ...context.settings.caps].map((cap) => ({
      ...cap,
      atMost: Math.min(cap.atMost, LIMITS.mails),
    }))
    const reached = caps.find((cap) => countWithin(cap, context) >= cap.atMost)
    if (reached) return skip(`already ${reached.atMost} emails in ${inWords(reached.window)}`)
    return go(caps.length > 0 ? 'within the frequency caps' : 'no frequency cap is set')
  },
}

function countWithin(cap: Cap, { member, actionId, now }: GateContext): number {
  return member.mails.filter(
    (mail) => mail.class === 'marketing' && mail.actionId !== actionId && mail.claimedAt > now - cap.window,
  ).length
}

function inWords(window: number): string {
  return window % DAY === 0 ? `${window / DAY} days` : `${Math.round(window / HOUR)} hours`
}
