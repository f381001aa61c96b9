import { calendarOf } from '../../calendar.ts'
import { profileOf } from '../../member/profile.ts'
import type { Blackout } from '../../rulebook/rulebook.ts'
import { type Gate, type GateContext, go, hold, isMarketing, skip, telling } from './gate.ts'

/**
 * Not on these days: the blackouts of the settings, for all marketing that reaches the member, or the campaign's own, for
 * whatever it sends. An offer that is announced at once waits too, and so do the kinds of action a blackout names. When the
 * days are over, all gates are asked again.
 */
export const blackout: Gate = {
  name: 'blackout',
  atClaim: true,
  concerns: (context) => blackoutsOf(context).length > 0,
  ask: (context) => {
    const today = blackoutsOf(context).flatMap((each) => {
      const until = endIf(each, context)
      return until === undefined ? [] : [{ ...each, until }]
    })
    const stops = today.find((each) => each.skip) ?? today[0]
    if (!stops) return go({ is: 'blackout.none' })
    const reason = { is: 'blackout.today', name: stops.name } as const
    return stops.skip ? skip(reason) : hold(reason, Math.max(...today.map(({ until }) => until)))
  },
}

function blackoutsOf(context: GateContext): readonly Blackout[] {
  const own = context.campaign.guardrails.blackouts
  const all = isMarketing(context) ? [...context.settings.blackouts, ...own] : own
  if (all.length === 0 || telling(context) !== undefined) return all
  return all.filter(({ holds }) => holds.some((kind) => kind === context.spec.kind))
}

/** When the blackout ends, if it is on now. */
function endIf({ from, to, ofMember }: Blackout, { member, settings, now }: GateContext): number | undefined {
  const zone = (ofMember ? profileOf(member).timeZone : undefined) ?? settings.zone
  const calendar = calendarOf(zone)
  const end = calendar.startOfDayNumber(to + 1)
  return now >= calendar.startOfDayNumber(from) && now < end ? end : undefined
}
