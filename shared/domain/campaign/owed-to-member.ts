import { grantKeyOf } from '../actions/compensation/compensation.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { Besides, DisruptedFlight } from '../law/disruption.ts'
import { type Assistance, assistanceOf, type Owed, owedOf } from '../law/owed-for-leg.ts'
import { grantKeyNow, namesOfCause } from '../ledger/cause.ts'
import { bookingAt } from '../member/bookings.ts'
import { delayOf, isCancelled, knownOf, said } from '../member/disrupted.ts'
import type { DisruptedLeg, Trouble } from '../member/disrupted-leg.ts'
import { itineraryOf } from '../member/itinerary.ts'
import { flownLeg, legAs, namesOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import type { CompensationNote, Flown, Member } from '../member/member.ts'
import { isAfter } from '../member/order.ts'
import type { LawSettings, LegalSettings } from '../rulebook/rulebook.ts'

/**
 * What the law owes a member in money for a flight leg, by what is known of it now: for what happened. What is only
 * expected, and what may still turn out otherwise, is owed later; what nobody ever tells is for a person.
 */
export function owedTo(member: Member, leg: string, settings: LegalSettings, now: number): Owed {
  if (!parseLeg(leg)) return { owed: 'unclear', reason: `"${leg}" names no flight leg` }
  const way = wayOf(leg, member, settings)
  if (way.reported.length === 0) return owedUnreported(flightOf(leg, member, settings), way)
  const owedIf = (arrival: number | undefined) => owedOf(happenedOn(way, arrival), way.besides)
  const open = openOn(way, now)
  if (open.length === 0) return owedIf(way.arrival)
  const already = owedOf(certainOn(way, open), way.besides)
  if (already.owed === 'money') return already
  // Where the law would owe nothing however late it came, there is nothing to wait for.
  const atMost = owedIf(way.arrival ?? LATEST)
  if (atMost.owed === 'nothing') return atMost
  const next = open.filter(({ until }) => now < until).sort((a, b) => a.until - b.until)[0]
  if (next) return { owed: 'later', reason: next.what, until: next.until }
  const expected = owedIf(way.arrival ?? expectedOn(way))
  return expected.owed === 'nothing' ? expected : { owed: 'unclear', reason: `${open[0]!.what}. ${expected.reason}` }
}

/** What must be done for a member besides paying, by what is known and expected of the leg. */
export function assistanceTo(member: Member, leg: string, settings: LegalSettings): Assistance {
  if (!parseLeg(leg)) return { careDue: false, refundRight: false }
  const { besides, law } = wayOf(leg, member, settings)
  const flight = flightOf(leg, member, settings)
  const reported = isReported(flight) ? [flight] : []
  return assistanceOf(happenedOn({ reported, law, legs: 1 }, expectedOn({ reported })), besides)
}

/** What was granted by law for the leg, or for another of the same way, latest last: a later report may have raised it. */
export function statutoryOf(member: Member, leg: string, suffix: SuffixRule): CompensationNote[] {
  const names = causeNames(member, leg, suffix)
  return member.compensations.filter(({ cause }) => isStatutory(names, cause))
}

/** What of that stands, in all; undefined: nothing. */
export function grantedByLaw(
  member: Member,
  leg: string,
  suffix: SuffixRule,
): { amountMinor: number; currency: string } | undefined {
  const standing = statutoryOf(member, leg, suffix).filter(({ reversedAt }) => reversedAt === undefined)
  const amountMinor = standing.reduce((sum, each) => sum + each.amount, 0)
  return amountMinor > 0 ? { amountMinor, currency: standing[0]!.currency ?? '' } : undefined
}

/**
 * All names of what the law owes for a leg: of every leg of the passenger's way, that of the first before all others. It is
 * owed once for all of them.
 */
export function causeNames(member: Member, leg: string, suffix: SuffixRule): string[] {
  const legs = parseLeg(leg) ? itineraryOf(leg, member, suffix).legs : [leg]
  return [...new Set(legs.flatMap((each) => namesOfCause({ leg: each }, 'statutory', member, suffix)))]
}

/** Whether a grant is what the law owes for a leg of these names; a step up names the sum it starts from. */
export function isStatutory(names: readonly string[], grantKey: string): boolean {
  const known = grantKeyNow(grantKey)
  return names.some((name) => `${known}+`.startsWith(`${grantKeyOf(name, 'statutory')}+`))
}

/** A leg as the member knows it: what was reported of it, and that they flew it. */
interface Flight {
  leg: string
  account?: DisruptedLeg | undefined
  flown?: Flown | undefined
  /** When the member gave up the booking that it is of. */
  gaveUpAt?: number | undefined
}

type Reported = Flight & { account: DisruptedLeg }

/** The passenger's way of which the leg is a part, as the law looks at it. */
interface Way {
  /** Those of its flights that did not go as planned, from the first to the last. */
  reported: readonly Reported[]
  /** How many flights it has. */
  legs: number
  /** How late the member came to the end of it; undefined: nobody has said so. */
  arrival?: number | undefined
  wasOnBoard: boolean
  besides: Besides
  law: LawSettings
}

function wayOf(leg: string, member: Member, settings: LegalSettings): Way {
  const { from, to, legs } = itineraryOf(leg, member, settings)
  const { law } = settings
  const flights = legs.map((each) => flightOf(each, member, settings))
  const last = flights.findLast((each) => parseLeg(each.leg)?.to === to)
  return {
    reported: flights.filter(isReported),
    legs: legs.length,
    arrival: last && arrivedLate(last),
    wasOnBoard: flights.some(({ flown }) => flown),
    besides: { standard: law.table, ...(legs.length > 1 && { from, to }) },
    law,
  }
}

function flightOf(leg: string, member: Member, suffix: SuffixRule): Flight {
  const names = namesOf(leg, member, suffix).map((each) => legAs(each, suffix))
  const flown = member.flights.find((each) => names.includes(legAs(flownLeg(each), suffix)))
  const account = knownOf(leg, member, suffix)
  const { pnr, departsAt } = account?.words ?? {}
  const booking = departsAt && bookingAt(member.bookings, pnr?.says, departsAt.says)
  return { leg, account, flown, gaveUpAt: booking?.cancelled?.at }
}

/**
 * Cancelled for the member: it does not fly, or had not flown again yet when they were given another flight or gave up
 * theirs. Who has flown it was not.
 */
function isGone({ account, flown, gaveUpAt }: Reported): boolean {
  if (flown) return false
  if (isCancelled(account)) return true
  const { cancellation } = account.troubles
  const { reinstated, reroute } = account.words
  if (!cancellation || !reinstated) return false
  const left = [reroute?.at, gaveUpAt].filter((at) => at !== undefined)
  return left.some((at) => at >= cancellation.at && at <= reinstated.at)
}

function isReported(flight: Flight): flight is Reported {
  return flight.account !== undefined && Object.keys(flight.account.troubles).length > 0
}

/** Of what operations say and what the flown flight says, the later word. */
function arrivedLate({ account, flown }: Flight): number | undefined {
  const { delay } = account?.words ?? {}
  if (flown?.delayMinutes === undefined) return delay?.says
  return delay && isAfter(delay, flown.word ?? flown) ? delay.says : flown.delayMinutes
}

function expectedOn({ reported }: Pick<Way, 'reported'>): number | undefined {
  const last = reported.at(-1)
  return last && (arrivedLate(last) ?? delayOf(last.account))
}

/** Minutes: later than any law asks about. */
const LATEST = 24 * 60
/** A flight that is put on again later than this comes so late that as much is owed: it is cancelled for good. */
const CANCELLED_FOR_GOOD_AFTER = 3 * HOUR
/** What nobody has told by then, nobody may ever tell. */
const TOLD_WITHIN = 3 * DAY

interface Open {
  flight: Reported
  what: string
  until: number
}

/** What may still turn out otherwise, or is not known yet. */
function openOn(way: Way, now: number): Open[] {
  return way.reported.flatMap((flight): Open[] => {
    const { account } = flight
    const { departsAt = 0, reroute, boarded } = said(account.words)
    if (isGone(flight)) {
      const until = departsAt + CANCELLED_FOR_GOOD_AFTER
      // Whoever was given another flight is not on this one, whatever becomes of it.
      return reroute || !isCancelled(account) || now >= until
        ? []
        : [{ flight, until, what: 'it may be put on again before it was to depart' }]
    }
    if (!mayBeLate(flight)) return []
    const until = departsAt + TOLD_WITHIN
    if (way.arrival === undefined) return [{ flight, until, what: 'nobody has said how late it arrived' }]
    if (way.wasOnBoard || boarded) return []
    return [{ flight, until, what: 'nobody has said whether the passenger was on board' }]
  })
}

/** What will stay whatever is told of what is open. */
function certainOn(way: Way, open: readonly Open[]): DisruptedFlight[] {
  return way.reported.flatMap((flight) => {
    const happened = happenedOn({ ...way, reported: [flight] }, way.arrival)
    return open.some((each) => each.flight === flight) ? happened.filter(({ kind }) => !MAY_TURN.has(kind)) : happened
  })
}

/** What the flight comes to, not what befell the passenger at the gate. */
const MAY_TURN: ReadonlySet<Trouble> = new Set(['delay', 'diversion', 'cancellation'])

/** Who was not on board did not arrive late with it. */
function mayBeLate(flight: Reported): boolean {
  const { troubles, words } = flight.account
  const mayHaveFlown = flight.flown !== undefined || words.boarded?.says !== false
  return !isGone(flight) && mayHaveFlown && Object.keys(troubles).some(isOfFlight)
}

function isOfFlight(kind: string): boolean {
  return MAY_TURN.has(kind as Trouble)
}

/** What happened on the flights, as the law asks, if the passenger arrived so late. */
function happenedOn(
  { reported, law, legs }: Pick<Way, 'reported' | 'law' | 'legs'>,
  arrival?: number,
): DisruptedFlight[] {
  return reported.flatMap((flight) => {
    const { leg, account } = flight
    const { from, to, date } = parseLeg(leg)!
    const words = said(account.words)
    const { reroute } = words
    const about = {
      from,
      to,
      day: date,
      extraordinary: words.extraordinary ?? isExtraordinary(words.cause, law),
      carrierLicence: words.carrierLicence ?? law.licence,
      ...(reroute && { reroute }),
    }
    const own = legs > 1 ? arrivedLate(flight) : undefined
    const late = {
      ...about,
      arrivalDelayMinutes: arrival,
      ...(own !== undefined && { ownDelayMinutes: own }),
      departureDelayMinutes: words.departureDelay,
    }
    return (Object.keys(account.troubles) as Trouble[]).flatMap((kind): DisruptedFlight[] => {
      if (!MAY_TURN.has(kind)) return [{ ...about, kind }]
      if (kind === 'cancellation' && isGone(flight)) return [{ ...about, kind, ...noticeOf(account) }]
      return mayBeLate(flight) ? [{ ...late, kind: kind === 'cancellation' ? 'delay' : kind }] : []
    })
  })
}

function isExtraordinary(cause: string | undefined, { causes = {} }: LawSettings): boolean | undefined {
  const meaning = cause === undefined || !Object.hasOwn(causes, cause) ? undefined : causes[cause]
  return meaning && meaning === 'extraordinary'
}

/** Nobody can be told that a flight is cancelled before it is: that bounds the notice where nobody says when they were told. */
function noticeOf({ troubles, words }: DisruptedLeg): Pick<DisruptedFlight, 'noticeDays' | 'noticeDaysAtMost'> {
  const { departsAt = 0, noticeDays, toldAt } = said(words)
  const daysFrom = (instant: number) => Math.max(0, Math.floor((departsAt - instant) / DAY))
  const { at, word, eventId } = troubles.cancellation!
  const isAnother = words.reinstated && isAfter(words.reinstated, { at, eventId })
  return {
    noticeDays: noticeDays ?? (toldAt === undefined ? undefined : daysFrom(toldAt)),
    noticeDaysAtMost: daysFrom(isAnother ? (word?.at ?? at) : at),
  }
}

/** The most that could be owed for a flight that nobody reported: why it was late is not known. */
function owedUnreported({ leg, flown }: Flight, { besides, law, arrival }: Way): Owed {
  if (!flown) return { owed: 'unclear', reason: 'nothing is known of the flight but a complaint' }
  const { from, to, date: day } = parseLeg(leg)!
  const late = arrival ?? flown.delayMinutes ?? 0
  const flight = { kind: 'delay', from, to, day, extraordinary: false, carrierLicence: law.licence } as const
  const most = owedOf([{ ...flight, arrivalDelayMinutes: late }], besides)
  if (most.owed === 'nothing') return most
  return { owed: 'unclear', reason: `it arrived ${late} min late, and the cause is not known` }
}
