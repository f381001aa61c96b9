import { DAY } from '../calendar.ts'

/** Calendar periods. Weeks begin on Monday. */
export const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const
export type Period = (typeof PERIODS)[number]

const MONTHS: Record<Exclude<Period, 'week'>, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The length in days of the longest, and of the longest two in a row. */
export const LONGEST: Record<Period, readonly [one: number, two: number]> = {
  week: [7, 14],
  month: [31, 62],
  quarter: [92, 184],
  'half-year': [184, 366],
  year: [366, 731],
}

/** The first day of the period that contains a day, or of a later one. Days since 1970-01-01, a Thursday. */
export function startOfPeriod(period: Period, day: number, later = 0): number {
  if (period === 'week') return day - ((((day + 3) % 7) + 7) % 7) + 7 * later
  const date = new Date(day * DAY)
  const months = MONTHS[period]
  const index = (Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) + later) * months
  return Date.UTC(Math.floor(index / 12), index % 12) / DAY
}
