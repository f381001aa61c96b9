import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { fraction } from '../../../shared/standards/hash.ts'

/** An event as its producer puts it. */
export interface Told {
  at: number
  type: string
  detail: Record<string, unknown>
}

/** The year that is played, and before it the flights that are long ago. */
export const YEAR = { from: Date.parse('2025-01-01T00:00:00+08:00'), to: Date.parse('2025-12-31T12:00:00+08:00') }

const MEMBERS = 6000
/** Of all members: whose last flight was long ago, who flies, who is asked how it was. */
const [QUIET, FLIES, ASKED] = [0.6, 0.4, 0.2]
const WEEKS = 52
/** How often a member books in a month though nobody writes to them. */
const BOOKS_A_MONTH = 0.09
const MEAN_FARE = 1300

/**
 * Some thousands of members and what they do by themselves. Who enters a campaign does so on the first day of a week, so that the
 * sums of the year are few.
 */
export function people(): Told[] {
  return Array.from({ length: MEMBERS }, (_, n) => life(`CW${200_000 + n}`))
    .flat()
    .sort((a, b) => a.at - b.at)
}

function life(memberId: string): Told[] {
  const dice = (what: string) => fraction(`${memberId} ${what}`)
  const week = (what: string) => YEAR.from + Math.floor(dice(what) * WEEKS) * 7 * DAY
  const tier =
    dice('tier') < 0.03 ? 'platinum' : dice('tier') < 0.2 ? 'gold' : dice('tier') < 0.5 ? 'silver' : undefined
  const birthDate = `${1950 + Math.floor(dice('born') * 50)}-${new Date(week('birthday') + 8 * HOUR).toISOString().slice(5, 10)}`
  const begins = YEAR.from - 200 * DAY
  const enrolled = {
    ...{ givenName: 'Mei', email: `${memberId.toLowerCase()}@example.com`, locale: 'en', timeZone: 'Asia/Shanghai' },
    ...{ birthDate, consent: { email: true }, ...(tier && { tier }) },
  }
  const isQuiet = dice('quiet') < QUIET
  const flights = [
    ...(isQuiet ? [flown(memberId, week('last') - 180 * DAY + 10 * HOUR)] : []),
    ...(!isQuiet && dice('flies') < FLIES / (1 - QUIET) ? [flown(memberId, week('flight') + 12 * HOUR)] : []),
  ]
  const asked = dice('asked') < ASKED ? [survey(memberId, week('asked on') + 15 * HOUR, dice('nps'))] : []
  return [told('member.enrolled', memberId, begins, enrolled), ...flights, ...asked, ...ownBookings(memberId)]
}

/** What they book by themselves, whoever writes to them. */
function ownBookings(memberId: string): Told[] {
  return Array.from({ length: 12 }, (_, month) => month).flatMap((month) => {
    const dice = (what: string) => fraction(`${memberId} ${what} ${month}`)
    if (dice('books') >= BOOKS_A_MONTH) return []
    return [booking(memberId, YEAR.from + (month + dice('when')) * (365 / 12) * DAY, String(month))]
  })
}

export function booking(memberId: string, at: number, which: string): Told {
  const dice = (what: string) => fraction(`${memberId} ${what} ${which}`)
  const amount = Math.round(MEAN_FARE * (0.4 + 1.2 * dice('fare')))
  const departsAt = new Date(at + 90 * DAY).toISOString()
  const pnr = `P${memberId.slice(2)}${which}`
  const flights = [{ carrier: 'XW', flightNumber: '1001', from: 'PEK', to: 'SHA', departsAt, cabin: 'Y' }]
  return told('booking.created', memberId, at, { pnr, flights, fare: { amount, currency: 'CNY' } })
}

function flown(memberId: string, at: number): Told {
  const leg = {
    carrier: 'XW',
    flightNumber: '1001',
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: new Date(at).toISOString(),
  }
  const fare = { amount: MEAN_FARE, currency: 'CNY' }
  return told('flight.completed', memberId, at, { ...leg, cabin: 'Y', distanceKm: 1080, fare })
}

function survey(memberId: string, at: number, dice: number): Told {
  return told('survey.answered', memberId, at, { nps: dice < 0.6 ? 10 : 7 })
}

export function told(type: string, memberId: string, at: number, more: Record<string, unknown>): Told {
  const id = `${memberId}-${type}-${Math.round(at)}`
  return { at, type, detail: { id, memberId, occurredAt: new Date(at).toISOString(), ...more } }
}
