import { Temporal } from 'temporal-polyfill'
import { calendarOf } from '../calendar.ts'
import { profileOf } from '../member/profile.ts'
import { type StartedBy, startsOf } from '../rulebook/starts.ts'
import { dayKey, enter, remember } from './enter.ts'
import type { Turn } from './turn.ts'

/**
 * Campaigns that go by a date of the member's: a birthday. The year's day is entered once, when its time of day has
 * come in the member's zone. Gives the earliest instant at which one comes next.
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
  const days = [year - 1, year, year + 1, year + 2].map((each) => ({
    year: each,
    at: dayInYear(birthDate, each, trigger, zone),
  }))
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

/** When the day comes in a year, epoch ms. Who was born on 29 February has the 28th in other years. */
function dayInYear(
  birthDate: string,
  year: number,
  { daysBefore, at }: StartedBy<'date'>['trigger'],
  zone: string,
): number {
  const asked = [birthDate.slice(5), year, daysBefore, at, zone].join('|')
  let day = days.get(asked)
  if (day === undefined) {
    const date = Temporal.PlainDate.from(birthDate)
      .with({ year }, { overflow: 'constrain' })
      .subtract({ days: daysBefore })
    const time = Temporal.PlainTime.from({ hour: Math.floor(at / 60), minute: at % 60 })
    day = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
    if (days.size >= DAYS_REMEMBERED) days.clear()
    days.set(asked, day)
  }
  return day
}

/** Many members share a birthday: worked out once. */
const days = new Map<string, number>()
const DAYS_REMEMBERED = 10_000
