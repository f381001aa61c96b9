import { minutesOfDay, nextTimeOfDay } from '../../calendar.ts'
import { profileOf } from '../../member/profile.ts'
import type { QuietHours } from '../../rulebook/rulebook.ts'
import { channelIn, type Gate, go, hold, telling } from './gate.ts'

/**
 * Not now, in the member's own time zone or else the airline's. When the quiet hours end, all gates are asked again. An
 * offer waits with the message that announces it, so that it does not expire before.
 */
export const quietHours: Gate = {
  name: 'quietHours',
  atClaim: true,
  concerns: (context) => telling(context) !== undefined,
  ask: (context) => {
    const { member, campaign, settings, now } = context
    const quiet = campaign.guardrails.quietHours ?? channelIn(telling(context)!)!.quietHours ?? settings.quietHours
    if (!quiet || quiet === 'none') return go({ is: 'quietHours.none' })
    const zone = profileOf(member).timeZone ?? settings.zone
    const minutes = minutesOfDay(now, zone)
    const at = clock(minutes)
    const said = `${clock(quiet.from)}-${clock(quiet.to)}`
    if (!isWithin(minutes, quiet)) return go({ is: 'quietHours.outside', at, quiet: said })
    return hold({ is: 'quietHours.within', at, quiet: said }, nextTimeOfDay(now, quiet.to, zone))
  },
}

function isWithin(minutes: number, { from, to }: QuietHours): boolean {
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
