import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { monthsBefore, monthsBetween, targetReports } from '../../domain/targets/report.ts'
import { ok, refuse, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { month } from './month.ts'

const MONTHS_AT_MOST = 36
const USUAL_MONTHS = 6

/** The figures with a target in the live rulebook, month by month; the last 6, unless it is said which. */
export const showTargets = route(z.object({ from: month.optional(), to: month.optional() }), async (asked, context) => {
  const { ports, now } = context
  const rulebook = await liveRulebook(context)
  const zone = rulebook?.settings.zone ?? 'UTC'
  const current = calendarOf(zone).dateOf(now()).slice(0, 7)
  const to = asked.to === undefined || asked.to > current ? current : asked.to
  const from = asked.from ?? monthsBefore(to, USUAL_MONTHS - 1)
  if (from > to) return refuse(400, 'bad-request', `from: ${from} is after ${to}`)
  const months = monthsBetween(from, to, MONTHS_AT_MOST)
  const [counts, tally] = await Promise.all([
    // Levels of a month are what stands now, less what came since.
    ports.months.read(monthsBetween(months[0]!, current, Number.POSITIVE_INFINITY)),
    ports.tally.read(),
  ])
  const levels = { members: tally.members ?? 0, reachable: tally.reachable ?? 0 }
  const targets = rulebook ? targetReports(rulebook, { months, now: current, counts, levels }) : []
  return ok({ zone, months, targets })
})
