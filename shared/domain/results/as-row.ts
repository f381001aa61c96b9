import { DAY, dayOfDate } from '../calendar.ts'
import { USUAL_GOAL } from './analysis.ts'
import type { Assignment } from './assignment.ts'
import { COUNTS, type Count, type Outcome } from './outcome.ts'

/** An assignment as its member's item has it: a row without names, since the item is paid for by the kilobyte. */
export type AssignmentRow = [
  analysis: string,
  arm: string,
  share: number,
  at: number,
  windowMs: number,
  /** Since 1970-01-01. */
  day: number,
  /** With which fares are revenue: `CNY b`, those of bookings; `CNY f`, of flights. Earlier versions wrote `CNY`. */
  currency: string,
  spendMinor: number,
  flights: number,
  /** A letter a count, and its number. */
  outcome: string,
  tier?: string | null,
  /** Absent: a booking. */
  goalEvent?: string | null,
  arms?: Record<string, string> | null,
  armShares?: Record<string, number> | null,
  moreShares?: Record<string, Record<string, number>>,
]

export function assignmentRow(assignment: Assignment): AssignmentRow {
  const { analysis, arm, arms, share, at, until, day, goalEvent, currency, tier, before, outcome } = assignment
  const { armShares, moreShares, revenueFrom } = assignment
  const { spendMinor, flights } = before
  const counted = revenueFrom ? `${currency} ${LETTER_OF_REVENUE[revenueFrom]}` : currency
  const about = [analysis, arm, share, at, until - at, dayOfDate(day), counted, spendMinor, flights] as const
  const row: AssignmentRow = [...about, outcomeText(outcome)]
  const more = [
    tier ?? null,
    goalEvent === USUAL_GOAL ? null : goalEvent,
    arms ?? null,
    armShares ?? null,
    moreShares ?? null,
  ]
  while (more.length > 0 && more.at(-1) === null) more.pop()
  return [...row, ...more] as AssignmentRow
}

export function assignmentOf(row: AssignmentRow): Assignment {
  const [analysis, arm, share, at, windowMs, day, counted, spendMinor, flights, outcome, ...more] = row
  const [currency, from] = counted.split(' ') as [string, string?]
  const [tier, goalEvent, arms, armShares, moreShares] = more
  return {
    analysis,
    arm,
    ...(arms && { arms }),
    share,
    ...(armShares && { armShares }),
    ...(moreShares && { moreShares }),
    at,
    until: at + windowMs,
    day: new Date(day * DAY).toISOString().slice(0, 10),
    goalEvent: goalEvent ?? USUAL_GOAL,
    currency,
    ...(from !== undefined && { revenueFrom: REVENUE_OF_LETTER[from]! }),
    ...(tier != null && { tier }),
    before: { spendMinor, flights },
    outcome: outcomeOf(outcome),
  }
}

/** These letters are for good: what is stored goes by them. */
const LETTER_OF_REVENUE = { bookings: 'b', flights: 'f' } as const
const REVENUE_OF_LETTER: Record<string, keyof typeof LETTER_OF_REVENUE> = { b: 'bookings', f: 'flights' }

const LETTERS: Record<Count, string> = {
  goal: 'g',
  bookings: 'b',
  flights: 'f',
  revenueMinor: 'r',
  mailsMinor: 'm',
  compensationMinor: 'c',
  offersMinor: 'o',
  sent: 's',
  delivered: 'd',
  bounced: 'x',
  opened: 'p',
  clicked: 'k',
  unsubscribed: 'u',
  spam: 'y',
  complained: 'h',
  complaints: 'q',
  npsAnswers: 'n',
  npsBalance: 'v',
  leftOut: 'l',
}
const COUNT_OF = new Map(COUNTS.map((count) => [LETTERS[count], count]))

function outcomeText(outcome: Outcome): string {
  return COUNTS.filter((count) => outcome[count])
    .map((count) => `${LETTERS[count]}${outcome[count]}`)
    .join('')
}

function outcomeOf(text: string): Outcome {
  return Object.fromEntries(
    [...text.matchAll(/([a-z])(-?\d+)/g)].map(([, letter, value]) => [COUNT_OF.get(letter!)!, Number(value)]),
  ) as Outcome
}
