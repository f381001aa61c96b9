import { calendarOf, monthsBefore } from '../../calendar.ts'
import { isCounted } from '../../member/mails.ts'
import type { Cap } from '../../rulebook/rulebook.ts'
import { type Gate, type GateContext, go, isEmail, skip } from './gate.ts'

/**
 * Not so often. What was claimed counts: claims of one member come one after the other, so no two can both be the last
 * allowed. A cap on a tag is asked of campaigns with that tag.
 */
export const frequencyCap: Gate = {
  name: 'frequencyCap',
  atClaim: true,
  concerns: (context) => isEmail(context) && !context.campaign.guardrails.bypassesCaps,
  ask: (context) => {
    const { campaign, settings } = context
    const caps = [...campaign.guardrails.caps, ...settings.caps].filter(
      ({ tag }) => tag === undefined || campaign.tags.includes(tag),
    )
    const reached = caps.find((cap) => countWithin(cap, context) >= cap.atMost)
    if (reached) return skip({ is: 'frequencyCap.reached', ...said(reached) })
    return go({ is: caps.length > 0 ? 'frequencyCap.within' : 'frequencyCap.none' })
  },
}

function countWithin(cap: Cap, { member, settings, actionId, now }: GateContext): number {
  const since = cap.months === undefined ? now - cap.window : monthsBefore(now, cap.months, calendarOf(settings.zone))
  return member.mails.filter((mail) => isCounted(mail, cap) && mail.actionId !== actionId && mail.claimedAt > since)
    .length
}

function said({ atMost, tag, window, months }: Cap) {
  return { atMost, ...(months === undefined ? { window } : { months }), ...(tag !== undefined && { tag }) }
}
