import { DAY } from '../../calendar.ts'
import { floorOf, within } from '../bands.ts'
import type { Subject } from '../condition.ts'
import { DAYS_OF_YEAR } from '../matcher.ts'
import type { Compare } from './measure.ts'

/** Leap years are at most eight years apart: after that everything repeats. */
const YEARS_AHEAD = 9

/**
 * Compares the days until a date next comes round, in the airline's zone: 0 on the day, then a year again. A date of 29
 * February is 28 February in other years, as with the trigger `date: birthday`.
 */
export const compareAnniversary: Compare<'anniversary'> = ({ date }, matcher) => {
  const bands = matcher.bands!
  const timeless = !bands.cuts.some((cut) => cut > 0 && cut <= DAYS_OF_YEAR)
  const among = within(bands)
  const ahead = (subject: Subject) => {
    const day = date(subject)
    if (day === undefined) return undefined
    const today = subject.calendar.dayOf(subject.now)
    return { day, today, next: nextOf(day, today) }
  }
  const answerTo = (from: ReturnType<typeof ahead>) => (from ? among(from.next - from.today) : matcher.holds(undefined))
  const holds = (subject: Subject) => answerTo(ahead(subject))
  return {
    timeless,
    holds,
    test: timeless
      ? holds
      : (subject) => {
          const from = ahead(subject)
          const answer = answerTo(from)
          subject.until = from ? subject.calendar.startOfDayNumber(changeAfter(from, answer)) : Number.POSITIVE_INFINITY
          return answer
        },
    value: (subject) => {
      const from = ahead(subject)
      return from && `${from.next - from.today}d`
    },
  }

  /** The day on which the answer changes: on the way to the anniversary, or on the day after one. */
  function changeAfter({ day, today, next }: { day: string; today: number; next: number }, answer: boolean): number {
    let on = today
    let coming = next
    for (let years = 0; years < YEARS_AHEAD; years++) {
      const floor = Math.ceil(floorOf(bands, coming - on))
      if (floor > 0) return coming - floor + 1
      on = coming + 1
      coming = nextOf(day, on)
      if (among(coming - on) !== answer) return on
    }
    return on
  }
}

/** The first anniversary on a day or after it, one year after the date at the earliest. Days since 1970-01-01. */
function nextOf(date: string, day: number): number {
  const year = Math.max(new Date(day * DAY).getUTCFullYear(), Number(date.slice(0, 4)) + 1)
  const inYear = anniversaryIn(date, year)
  return inYear >= day ? inYear : anniversaryIn(date, year + 1)
}

function anniversaryIn(date: string, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const of = date.slice(5) === '02-29' && !isLeap ? 28 : Number(date.slice(8, 10))
  return Date.UTC(year, Number(date.slice(5, 7)) - 1, of) / DAY
}
