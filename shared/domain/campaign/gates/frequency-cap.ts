import { calendarOf, DAY, monthsBefore } from '../../calendar.ts'
import { isCounted } from '../../member/mails.ts'
import type { Cap } from '../../rulebook/rulebook.ts'
import { channelIn, type Gate, type GateContext, go, reaches, skip } from './gate.ts'

/**
 * Not too often. Claims count. The claims of one member are strictly in order, so no two can both take the last place. A cap
 * on a tag applies to campaigns with that tag, one on a channel to what uses it.
 */
export const frequencyCap: Gate = {
  name: 'frequencyCap',
  atClaim: true,
  concerns: (context) => reaches(context) && !context.campaign.guardrails.bypassesCaps,
  ask: (context) => {
    const { campaign, settings } = context
    const { id } = channelIn(context)!
    const caps = [...campaign.guardrails.caps, ...settings.caps].filter(
      ({ channel, tag }) => (channel === 'any' || channel === id) && (tag === undefined || campaign.tags.includes(tag)),
    )
    const left = caps.map((cap) => ({ cap, more: cap.atMost - countedBy(cap, context).length }))
    const reached = left.filter(({ more }) => more <= 0)
    if (reached.length > 0) {
      const frees = Math.max(...reached.map(({ cap }) => freesAt(cap, context)))
      return skip({ is: 'frequencyCap.reached', ...said(reached[0]!.cap), frees })
    }
    const [first] = left.sort((a, b) => a.more - b.more)
    if (!first) return go({ is: 'frequencyCap.none' })
    const { atMost, ...cap } = said(first.cap)
    return go({ is: 'frequencyCap.within', more: first.more, ...cap })
  },
}

/** When the emails it counts were claimed, newest first. */
function countedBy(cap: Cap, context: GateContext): number[] {
  const { member, actionId, now } = context
  const since = sinceWhen(cap, now, context)
  const mails = member.mails.filter((mail) => isCounted(mail, cap) && mail.actionId !== actionId)
  return mails
    .map(({ claimedAt }) => claimedAt)
    .filter((at) => at > since)
    .sort((a, b) => b - a)
}

function sinceWhen({ months, window }: Cap, now: number, { settings }: GateContext): number {
  return months === undefined ? now - window : monthsBefore(now, months, calendarOf(settings.zone))
}

/** When enough have left the window for one more, if none is added before. */
function freesAt(cap: Cap, context: GateContext): number {
  const leaves = countedBy(cap, context)[cap.atMost - 1]
  if (leaves === undefined) return context.now
  let [before, after] = [
    context.now,
    context.now + (cap.months === undefined ? cap.window : (cap.months + 1) * 31 * DAY),
  ]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (sinceWhen(cap, middle, context) >= leaves) after = middle
    else before = middle
  }
  return after
}

function said({ channel, atMost, tag, window, months }: Cap) {
  return {
    atMost,
    ...(months === undefined ? { window } : { months }),
    ...(tag !== undefined && { tag }),
    ...(channel !== 'email' && { channel }),
  }
}
