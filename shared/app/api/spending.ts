import * as z from 'zod'
import { type Calendar, calendarOf } from '../../domain/calendar.ts'
import { type Mark, outlookOf, spentPerDay } from '../../domain/ledger/outlook.ts'
import type { DayBegun, Tally } from '../../ports/index.ts'
import { spentCount } from '../rounds/begin-day.ts'
import { ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'

const DAYS = 30

/** How each budget was spent, by the day, and when it will be used up at this rate: of what the last 30 days began with. */
export const showSpending = route(z.object({}), async (_input, context) => {
  const { ports, now } = context
  const [books, live] = await Promise.all([ports.ledger.books(), liveRulebook(context)])
  const calendar = calendarOf(live?.settings.zone ?? 'UTC')
  const today = calendar.dateOf(now())
  const begun = await daysBegun(ports.tally, calendar, now())
  const budgets = books.flatMap(({ book, currency }) => {
    const limitMinor = live?.budgets[book]?.limitMinor
    if (limitMinor === undefined) return []
    const days = spentPerDay(marksOf(book, begun))
    const spentMinor = books.find((each) => each.book === book)!.spentMinor
    const perDay = days.map((day) => day.spentMinor)
    return [{ book, currency, days, outlook: outlookOf(perDay, limitMinor - spentMinor, today) }]
  })
  return ok({ asOf: new Date(now()).toISOString(), budgets })
})

async function daysBegun(tally: Tally, calendar: Calendar, now: number): Promise<{ date: string; begun: DayBegun }[]> {
  const dates = Array.from({ length: DAYS + 1 }, (_, back) => calendar.dateOf(calendar.addDays(now, back - DAYS)))
  const read = await Promise.all(dates.map(async (date) => ({ date, begun: await tally.beginningOf(date) })))
  return read.flatMap(({ date, begun }) => (begun ? [{ date, begun }] : []))
}

/** Days that were begun before the book had anything began with nothing. */
function marksOf(book: string, days: readonly { date: string; begun: DayBegun }[]): Mark[] {
  return days.map(({ date, begun }) => ({ date, spentMinor: begun.counts[spentCount(book)] ?? 0 }))
}
