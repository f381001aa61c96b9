import { DAY } from '../calendar.ts'

/** When a budget will be used up, if money goes on being spent as it was. Dates are those of the airline. */
export type Outlook =
  /** Too few days, or too few of them with a grant, to speak of a rate. */
  | { is: 'tooEarly' }
  | { is: 'usedUp' }
  /** Not within a year, even if spending is as fast as the days allow. */
  | { is: 'notWithinAYear' }
  /** About then; the earliest and latest date that the days so far allow, where there is a latest within a year. */
  | { is: 'runsOut'; about: string; earliest: string; latest: string | null }

const DAYS_AT_LEAST = 7
const DAYS_WITH_GRANTS_AT_LEAST = 3
const YEAR_DAYS = 365
/** Of the mean of the days: about 19 of 20 times the true rate is within it, if days go on as they were. */
const STANDARD_ERRORS = 2

/**
 * @param perDay what was spent on each whole day, minor units
 * @param today `YYYY-MM-DD`
 */
export function outlookOf(perDay: readonly number[], leftMinor: number, today: string): Outlook {
  if (leftMinor <= 0) return { is: 'usedUp' }
  const days = perDay.length
  const withGrants = perDay.filter((spent) => spent > 0).length
  if (days < DAYS_AT_LEAST || withGrants < DAYS_WITH_GRANTS_AT_LEAST) return { is: 'tooEarly' }
  const mean = perDay.reduce((sum, spent) => sum + spent, 0) / days
  if (mean <= 0) return { is: 'tooEarly' }
  const variance = perDay.reduce((sum, spent) => sum + (spent - mean) ** 2, 0) / (days - 1)
  const margin = STANDARD_ERRORS * Math.sqrt(variance / days)
  const after = (rate: number) => (rate > 0 ? Math.ceil(leftMinor / rate) : Number.POSITIVE_INFINITY)
  const [soon, about, late] = [after(mean + margin), after(mean), after(mean - margin)]
  if (soon > YEAR_DAYS) return { is: 'notWithinAYear' }
  const dateAfter = (count: number) => new Date(Date.parse(today) + count * DAY).toISOString().slice(0, 10)
  return {
    is: 'runsOut',
    about: dateAfter(Math.min(about, YEAR_DAYS)),
    earliest: dateAfter(soon),
    latest: late > YEAR_DAYS ? null : dateAfter(late),
  }
}

/** What a day began with: its date, and what had been spent until then. */
export interface Mark {
  date: string
  spentMinor: number
}

/** What was spent on each day between marks, oldest first. Where a day has none, what came until the next is spread evenly. */
export function spentPerDay(marks: readonly Mark[]): Mark[] {
  return marks.slice(1).flatMap(({ date, spentMinor }, i) => {
    const before = marks[i]!
    const days = Math.round((Date.parse(date) - Date.parse(before.date)) / DAY)
    return Array.from({ length: days }, (_, day) => ({
      date: new Date(Date.parse(before.date) + day * DAY).toISOString().slice(0, 10),
      spentMinor: (spentMinor - before.spentMinor) / days,
    }))
  })
}
