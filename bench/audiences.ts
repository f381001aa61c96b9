import { flightsSince, type Opening, shareOfNewest } from '../shared/domain/audience/facts/opening.ts'
import type { Calendar } from '../shared/domain/calendar.ts'
import { disruptedOf } from '../shared/domain/member/disrupted.ts'
import type { Booking, Flown, Member, Profile } from '../shared/domain/member/member.ts'

/** A member as the rules written by hand look at them: what they share is worked out once. */
export interface Person {
  member: Member
  profile: Profile
  opening: Opening | undefined
}

/** The instants that the rules speak of, worked out once for all members. */
export interface Moment {
  now: number
  calendar: Calendar
  /** The first instant of the day so many days ago. */
  ago: Record<7 | 30 | 90 | 180 | 365, number>
  /** The end of the day in a week. */
  weekEnd: number
  /** What elapsed times are compared with: the day after the one so many days ago. */
  before: Record<90 | 180, number>
  today: string
}

export function momentAt(now: number, calendar: Calendar): Moment {
  const ago = (days: number) => calendar.addDays(now, -days)
  return {
    now,
    calendar,
    ago: { 7: ago(7), 30: ago(30), 90: ago(90), 180: ago(180), 365: ago(365) },
    weekEnd: calendar.addDays(now, 8),
    before: { 90: ago(89), 180: ago(179) },
    today: calendar.dateOf(now),
  }
}

interface Audience {
  /** In the rule language. */
  who: unknown
  /** The same, by hand. */
  byHand(person: Person, at: Moment): boolean
}

/** Twenty audiences as an airline's marketers would write them, and as their developers would have. */
export const audiences: Record<string, Audience> = {
  cardHolders: {
    who: { tier: ['gold', 'platinum'] },
    byHand: ({ profile: { tier } }) => tier === 'gold' || tier === 'platinum',
  },
  regulars: {
    who: { flights: { inLast: '365d', atLeast: 6 } },
    byHand: (person, at) => flights(person, at, at.ago[365]) >= 6,
  },
  economyRegulars: {
    who: { flights: { cabin: 'Y', inLast: '365d', atLeast: 6 }, mostFlownCabin: 'Y' },
    byHand: (person, at) => flightsInCabins(person, at, at.ago[365], 'Y') >= 6 && mostFlownCabin(person) === 'Y',
  },
  goneQuiet: {
    who: { flights: { atLeast: 10 }, lastFlight: { atLeast: '180d' }, not: { booking: true } },
    byHand: (person, at) =>
      flights(person, at, Number.NEGATIVE_INFINITY) >= 10 &&
      lastFlightBefore(person, at, at.before[180]) &&
      !booked(person, at.now, Number.POSITIVE_INFINITY),
  },
  valued: {
    who: { any: [{ tier: ['gold', 'platinum'] }, { flights: { atLeast: 20 } }, { spend: { atLeast: '20000 CNY' } }] },
    byHand: (person, at) =>
      person.profile.tier === 'gold' ||
      person.profile.tier === 'platinum' ||
      flights(person, at, Number.NEGATIVE_INFINITY) >= 20 ||
      spend(person, at, Number.NEGATIVE_INFINITY) >= 2_000_000,
  },
  writableAdults: {
    who: { age: { atLeast: 18, below: 65 }, consent: true, hasEmail: true },
    byHand: ({ profile }, at) => {
      const age = profile.birthDate && yearsSince(profile.birthDate, at.today)
      const adult = typeof age === 'number' && age >= 18 && age < 65
      return adult && profile.consentEmail === true && profile.email !== undefined
    },
  },
  bigSpenders: {
    who: { spend: { inLast: '365d', atLeast: '30000 CNY' } },
    byHand: (person, at) => spend(person, at, at.ago[365]) >= 3_000_000,
  },
  farFlyers: {
    who: { distanceKm: { inLast: '180d', atLeast: 20_000 } },
    byHand: (person, at) => kilometres(person, at, at.ago[180]) >= 20_000,
  },
  unhappy: {
    who: { nps: { atMost: 6, inLast: '90d' } },
    byHand: (person, at) => npsAtMost(person, at.ago[90], 6),
  },
  badCases: {
    who: { openComplaint: { severity: { atLeast: 4 }, inLast: '30d' } },
    byHand: ({ member }, at) =>
      member.complaints.some(
        ({ filed, resolved }) => filed && !resolved && filed.at >= at.ago[30] && (filed.severity ?? 0) >= 4,
      ),
  },
  lateLately: {
    who: { worstDelayMinutes: { inLast: '30d', atLeast: 120 } },
    byHand: (person, at) => wasLate(person, at.ago[30], 120),
  },
  disruptedTwice: {
    who: { disruptions: { inLast: '90d', kind: ['delay', 'cancellation'], atLeast: 2 } },
    byHand: ({ member }, at) => {
      let count = 0
      for (const { at: when, kind } of disruptedOf(member))
        if (when >= at.ago[90] && (kind === 'delay' || kind === 'cancellation')) count++
      return count >= 2
    },
  },
  leavingSoon: {
    who: { booking: { departsWithin: '7d' } },
    byHand: (person, at) => booked(person, at.now, at.weekEnd),
  },
  shuttle: {
    who: { flights: { route: ['PEK-SHA', 'SHA-PEK'], inLast: '365d', atLeast: 2 } },
    byHand: ({ member }, at) => {
      let count = 0
      for (const { at: when, from, to } of member.flights) {
        if (when < at.ago[365]) break
        if ((from === 'PEK' && to === 'SHA') || (from === 'SHA' && to === 'PEK')) count++
      }
      return count >= 2
    },
  },
  tastedBusiness: {
    who: { flights: { cabin: ['F', 'C'], inLast: '365d', atLeast: 1 }, mostFlownCabin: 'Y' },
    byHand: (person, at) => flightsInCabins(person, at, at.ago[365], 'FC') >= 1 && mostFlownCabin(person) === 'Y',
  },
  newcomers: {
    who: { memberFor: { atMost: '365d' }, flights: { atMost: 2 } },
    byHand: (person, at) => {
      const { enrolledOn } = person.profile
      const isNew = enrolledOn !== undefined && at.calendar.startOf(enrolledOn) >= at.ago[365]
      return isNew && flights(person, at, Number.NEGATIVE_INFINITY) <= 2
    },
  },
  companyTravellers: {
    who: { companyId: { present: true }, flights: { inLast: '365d', atLeast: 12 } },
    byHand: (person, at) => person.profile.companyId !== undefined && flights(person, at, at.ago[365]) >= 12,
  },
  southChina: {
    who: { locale: 'zh-CN', homeAirport: ['CAN', 'SZX'], consent: true },
    byHand: ({ profile: { locale, homeAirport, consentEmail } }) =>
      locale === 'zh-CN' && (homeAirport === 'CAN' || homeAirport === 'SZX') && consentEmail === true,
  },
  rejected: {
    who: { lastComplaintOutcome: 'rejected', complaints: { inLast: '90d', atLeast: 1 } },
    byHand: (person, at) =>
      lastOutcome(person) === 'rejected' &&
      person.member.complaints.some(({ filed }) => filed && filed.at >= at.ago[90]),
  },
  worthWinningBack: {
    who: {
      all: [
        { flights: { inLast: '365d', atLeast: 6 } },
        { lastFlight: { atLeast: '90d' } },
        {
          any: [
            { nps: { atMost: 6, inLast: '365d' } },
            { complaints: { inLast: '365d' } },
            { worstDelayMinutes: { inLast: '365d', atLeast: 180 } },
          ],
        },
        { not: { openComplaint: true } },
        { not: { offers: { inLast: '90d' } } },
      ],
    },
    byHand: (person, at) => {
      const { complaints, offers } = person.member
      return (
        flights(person, at, at.ago[365]) >= 6 &&
        lastFlightBefore(person, at, at.before[90]) &&
        (npsAtMost(person, at.ago[365], 6) ||
          complaints.some(({ filed }) => filed && filed.at >= at.ago[365]) ||
          wasLate(person, at.ago[365], 180)) &&
        !complaints.some(({ filed, resolved }) => filed && !resolved) &&
        !offers.some(({ issuedAt }) => issuedAt >= at.ago[90])
      )
    },
  },
}

function flights(person: Person, at: Moment, from: number): number {
  return flown(person, at, from, {
    flight: () => 1,
    month: (month) => month.flights,
    opening: ({ flights: count }) => count,
  })
}

function kilometres(person: Person, at: Moment, from: number): number {
  return flown(person, at, from, {
    flight: (flight) => flight.distanceKm,
    month: (month) => month.distanceKm,
    opening: ({ balance }) => balance.distanceKm,
  })
}

function spend(person: Person, at: Moment, from: number): number {
  return flown(person, at, from, {
    flight: ({ fare }) => (fare?.currency === 'CNY' ? fare.amountMinor : 0),
    month: (month) => month.spendMinor.CNY ?? 0,
    opening: ({ balance }) => (balance.spend.currency === 'CNY' ? balance.spend.amountMinor : 0),
  })
}

function flightsInCabins(person: Person, at: Moment, from: number, cabins: 'Y' | 'FC'): number {
  const share = (of: Record<string, number> | undefined) => (of ? (cabins === 'Y' ? of.Y! : of.F! + of.C!) : 0)
  return flown(person, at, from, {
    flight: ({ cabin }) => (cabins.includes(cabin) ? 1 : 0),
    month: (month) => Math.min(share(month.cabins), month.flights),
    opening: ({ balance, flights: count }) => Math.min(share(balance.cabins), count),
  })
}

/** What is summed: of a flight, of a month, of an opening balance. */
interface Measured {
  flight(flight: Flown): number
  month(month: Member['flownByMonth'][number]): number
  opening(opening: Opening): number
}

/** Flights one by one, those summed by month, and what the opening balance has of them in the window. */
function flown({ member, opening }: Person, { calendar }: Moment, from: number, of: Measured): number {
  let sum = 0
  for (const flight of member.flights) {
    if (flight.at < from) break
    sum += of.flight(flight)
  }
  for (const month of member.flownByMonth) if (Date.parse(`${month.month}-01T00:00:00Z`) >= from) sum += of.month(month)
  if (opening) sum += shareOfNewest(opening, of.opening(opening), flightsSince(opening, from, calendar))
  return sum
}

function mostFlownCabin({ member, opening }: Person): string | undefined {
  const counts: Record<string, number> = { C: 0, F: 0, W: 0, Y: 0 }
  for (const { cabin } of member.flights) counts[cabin]! += 1
  for (const { cabins } of member.flownByMonth) for (const cabin in cabins) counts[cabin]! += cabins[cabin as 'Y']
  const brought = opening?.balance.cabins
  if (opening && brought)
    for (const cabin in brought) counts[cabin]! += Math.min(brought[cabin as 'Y'], opening.flights)
  let leader: string | undefined
  for (const cabin in counts) if (counts[cabin]! > (leader ? counts[leader]! : 0)) leader = cabin
  return leader
}

function lastFlightBefore({ member, opening }: Person, { calendar }: Moment, instant: number): boolean {
  const brought = opening ? calendar.startOfDayNumber(opening.firstDay + opening.span) : Number.NEGATIVE_INFINITY
  const last = Math.max(member.flights[0]?.at ?? Number.NEGATIVE_INFINITY, brought)
  return last !== Number.NEGATIVE_INFINITY && last < instant
}

function booked({ member }: Person, after: number, before: number): boolean {
  return member.bookings.some(
    (booking) =>
      stands(booking) && booking.created!.flights.some(({ departsAt }) => departsAt > after && departsAt < before),
  )
}

function stands({ created, cancelled }: Booking): boolean {
  if (!created) return false
  if (!cancelled) return true
  return cancelled.at < created.at || (cancelled.at === created.at && cancelled.eventId < created.eventId)
}

function npsAtMost({ member }: Person, from: number, most: number): boolean {
  const survey = member.surveys.find(({ nps }) => nps !== undefined)
  return survey !== undefined && survey.at >= from && survey.nps! <= most
}

function wasLate({ member }: Person, from: number, minutes: number): boolean {
  const late = (each: { at: number; delayMinutes?: number | undefined }) =>
    each.at >= from && (each.delayMinutes ?? 0) >= minutes
  return member.flights.some(late) || disruptedOf(member).some(late)
}

function lastOutcome({ member }: Person): string | undefined {
  let last: { at: number; eventId: string; outcome: string } | undefined
  for (const { resolved } of member.complaints) {
    if (!resolved) continue
    if (!last || resolved.at > last.at || (resolved.at === last.at && resolved.eventId > last.eventId)) last = resolved
  }
  return last?.outcome
}

function yearsSince(date: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4))
  return Math.max(0, today.slice(5) >= date.slice(5) ? years : years - 1)
}
