import { Temporal } from 'temporal-polyfill'
import { calendarOf } from '../calendar.ts'
import { profileOf } from '../member/profile.ts'
import { type StartedBy, startsOf } from '../rulebook/starts.ts'
import { dayKey, enter, remember } from './enter.ts'
import type { Turn } from './turn.ts'

/**
 * Starts campaigns that follow a date of the member's, such as a birthday: once for each year's day, when its time of day
 * has come in the member's zone. Returns the earliest instant of the next one.
 */
export function enterByDate(turn: Turn): number {
  const { rulebook } = turn.context
  let next = Number.POSITIVE_INFINITY
  for (const campaign of rulebook ? startsOf(rulebook).date : []) {
    next = Math.min(next, enterOnItsDay(turn, campaign))
  }
  return next
}

function enterOnItsDay(turn: Turn, campaign: StartedBy<'date'>): number {
  const { trigger } = campaign
  const { birthDate, timeZone } = profileOf(turn.draft)
  if (!birthDate) return Number.POSITIVE_INFINITY
  const zone = timeZone ?? turn.calendar.zone
  const year = Number(calendarOf(zone).dateOf(turn.now).slice(0, 4))
  const days = daysAround(birthDate, year, trigger, zone)
  const today = days.find(({ at }) => at <= turn.now && turn.now - at <= campaign.guardrails.freshFor)
  if (today && !seenBefore(turn, campaign, today.year)) {
    remember(turn, { campaign: campaign.id, key: dayKey(today.year), at: turn.now })
    enter(turn, campaign, { at: today.at, id: `${trigger.date}-${today.year}`, cause: { fields: {} } })
  }
  return days.find(({ at }) => at > turn.now)?.at ?? Number.POSITIVE_INFINITY
}

function seenBefore(turn: Turn, campaign: StartedBy<'date'>, year: number): boolean {
  return turn.draft.entries.some((entry) => entry.campaign === campaign.id && entry.key === dayKey(year))
}

interface Day {
  year: number
  /** Epoch ms. */
  at: number
}

/** The day in the previous year, in this one and in the two after. Many members share a birthday, so the result is kept. */
function daysAround(birthDate: string, year: number, trigger: StartedBy<'date'>['trigger'], zone: string): Day[] {
  const asked = `${birthDate.slice(5)}|${year}|${trigger.daysBefore}|${trigger.at}|${zone}`
  let days = remembered.get(asked)
  if (!days) {
    const years = [year - 1, year, year + 1, year + 2]
    days = years.map((each) => ({ year: each, at: dayInYear(birthDate, each, trigger, zone) }))
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear()
    remembered.set(asked, days)
  }
  return days
}

const remembered = new Map<string, Day[]>()
const REMEMBERED_AT_MOST = 10_000

/** When the day comes in a given year. Those born on 29 February have the 28th in other years. */
function dayInYear(
  birthDate: string,
  year: number,
  { daysBefore, at }: StartedBy<'date'>['trigger'],
  zone: string,
): number {
  const date = Temporal.PlainDate.from(birthDate)
    .with({ year }, { overflow: 'constrain' })
    .subtract({ days: daysBefore })
  const time = Temporal.PlainTime.from({ hour: Math.floor(at / 60), minute: at % 60 })
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}
