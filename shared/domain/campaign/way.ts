import { DAY } from '../calendar.ts'
import type { Besides } from '../law/disruption.ts'
import { boardingOf } from '../member/boardings.ts'
import { bookingAt } from '../member/bookings.ts'
import { delayOf, isCancelled, knownOf } from '../member/disrupted.ts'
import type { Boarding, DisruptedLeg, Trouble } from '../member/disrupted-leg.ts'
import { isBooked } from '../member/fold/bookings.ts'
import { itineraryOf } from '../member/itinerary.ts'
import { flownLeg, legAs, legOf, namesOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import type { Flown, Member } from '../member/member.ts'
import { isAfter, type Stamp } from '../member/order.ts'
import { asRead, type Question } from '../member/unread.ts'
import type { LawSettings, LegalSettings } from '../rulebook/rulebook.ts'
import { type Instead, insteadOf } from './instead.ts'

/** A leg as the member knows it: what was reported of it, and that they flew it. */
export interface Flight {
  leg: string
  account?: DisruptedLeg | undefined
  flown?: Flown | undefined
  /** Whether they were on board, as far as anybody said. */
  boarded?: boolean | undefined
  /** Whether they had a confirmed booking on it; undefined: nobody has said so, or two things that do not agree. */
  confirmed?: boolean | undefined
  /** When the member gave up the booking that it is of. */
  gaveUpAt?: number | undefined
  /** The flights that they were given for it, by the booking that was changed, and how much later these came. */
  instead?: (Instead & { laterMin?: number | undefined }) | undefined
  /** When mails and messages of ours that tell that it is cancelled reached them. */
  toldAt: readonly number[]
  /** Questions that decide what is owed and whose latest answer is unreadable. */
  unread: readonly Question[]
}

export type Reported = Flight & { account: DisruptedLeg }

/** The passenger's way of which the leg is a part, as the law looks at it. */
export interface Way {
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

export function wayOf(leg: string, member: Member, settings: LegalSettings): Way {
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

export function flightOf(leg: string, member: Member, suffix: SuffixRule): Flight {
  const names = namesOf(leg, member, suffix).map((each) => legAs(each, suffix))
  const flown = member.flights.find((each) => names.includes(legAs(flownLeg(each), suffix)))
  const known = knownOf(leg, member, suffix)
  const account = known && asRead(known)
  const { pnr, departsAt, boarded } = account?.words ?? {}
  const booking = departsAt && bookingAt(member.bookings, pnr?.says, departsAt.says)
  const gate = boardingOf(names, member, suffix)
  const gaveUpAt = booking?.cancelled?.at
  const instead = account && insteadOf(account, names, member, suffix)
  const flight = {
    leg,
    account,
    flown,
    boarded: gate && (!boarded || isAfter(gate, boarded)) ? gate.boarded : boarded?.says,
    confirmed: account && isConfirmed(account, names, gaveUpAt, member, suffix),
    gaveUpAt,
    instead: instead && { ...instead, laterMin: cameLater(instead, member, suffix) },
    toldAt: member.mails.flatMap(({ cancelled, deliveredAt = [] }) =>
      cancelled !== undefined && names.includes(legAs(cancelled, suffix)) ? deliveredAt : [],
    ),
  }
  return { ...flight, unread: account ? unreadOf({ ...flight, account }, gate) : [] }
}

/** Unreadable answers that matter for what happened to the passenger and are not known in another way. */
function unreadOf(flight: Omit<Reported, 'unread'>, gate: Boarding | undefined): Question[] {
  const { account, flown } = flight
  const { unread = {}, troubles, words } = account
  const gone = isGone(flight)
  const matters: { [Q in Question]?: boolean } = {
    noticeDays: gone,
    toldAt: gone,
    confirmed: gone,
    reroute: gone || troubles.deniedBoarding !== undefined,
    delay: !gone && arrivedLate(flight) === undefined,
    departureDelay: !gone,
    boarded: !gone && !flown && isOvertaken(gate, unread.boarded),
    cause: words.extraordinary === undefined,
    extraordinary: true,
    carrierLicence: true,
    named: true,
  }
  return (Object.keys(unread) as Question[]).filter((question) => matters[question])
}

/** Whether an unreadable answer is later than this one, so that this one no longer counts. */
function isOvertaken(word: Pick<Stamp, 'at'> | undefined, unread: Stamp | undefined): boolean {
  return unread !== undefined && !(word && word.at >= unread.at)
}

/** How much later they came with the flights they were given: as planned, and by how late the last of these was itself. */
function cameLater(instead: Instead, member: Member, suffix: SuffixRule): number | undefined {
  const { lastLeg, plannedLaterMin } = instead
  const names = namesOf(lastLeg, member, suffix).map((each) => legAs(each, suffix))
  const flown = member.flights.find((each) => names.includes(legAs(flownLeg(each), suffix)))
  const late = arrivedLate({ account: knownOf(lastLeg, member, suffix), flown })
  return plannedLaterMin === undefined || late === undefined ? undefined : plannedLaterMin + late
}

/**
 * As it was said; else by a booking, told with the report or known. Who had given theirs up before the flight was cancelled,
 * and is a passenger of it all the same, is in doubt.
 */
function isConfirmed(
  { words, troubles: { cancellation } }: DisruptedLeg,
  names: readonly string[],
  gaveUpAt: number | undefined,
  { bookings }: Member,
  suffix: SuffixRule,
): boolean | undefined {
  if (words.confirmed) return words.confirmed.says
  if (gaveUpAt !== undefined && cancellation && gaveUpAt < cancellation.at) return undefined
  if (words.pnr) return true
  const isOnIt = bookings
    .filter(isBooked)
    .flatMap(({ created }) => created.flights)
    .some((each) => names.includes(legAs(legOf({ ...each, scheduledDeparture: each.departsAt }), suffix)))
  return isOnIt || undefined
}

/**
 * Cancelled for the member: it does not fly, or had not flown again yet when they were given another flight or gave up
 * theirs. Who has flown it was not.
 */
export function isGone({ account, flown, gaveUpAt, instead }: Omit<Reported, 'unread'>): boolean {
  if (flown) return false
  if (isCancelled(account)) return true
  const { cancellation } = account.troubles
  const { reinstated, reroute } = account.words
  if (!cancellation || !reinstated) return false
  const left = [reroute?.at, gaveUpAt, instead?.at].filter((at) => at !== undefined)
  return left.some((at) => at >= cancellation.at && at <= reinstated.at)
}

export function isReported(flight: Flight): flight is Reported {
  return flight.account !== undefined && Object.keys(flight.account.troubles).length > 0
}

/** Of what operations say and what the flown flight says, the later word; undefined where that cannot be read. */
export function arrivedLate({ account, flown }: Pick<Flight, 'account' | 'flown'>): number | undefined {
  const { words: { delay } = {}, unread } = account ?? {}
  const own = flown?.delayMinutes === undefined ? undefined : { ...(flown.word ?? flown), says: flown.delayMinutes }
  const last = delay && (!own || isAfter(delay, own)) ? delay : own
  return isOvertaken(last, unread?.delay) ? undefined : last?.says
}

/** How late the passenger is thought to come: as was said, else as late as the flight left. */
export function expectedOn({ reported }: Pick<Way, 'reported'>): number | undefined {
  const last = reported.at(-1)
  if (!last) return undefined
  const { departureDelay, expectedDepartureDelay } = last.account.words
  return arrivedLate(last) ?? delayOf(last.account) ?? (departureDelay ?? expectedDepartureDelay)?.says
}

/** What the flight comes to, not what befell the passenger at the gate. */
export const MAY_TURN: ReadonlySet<Trouble> = new Set(['delay', 'diversion', 'cancellation'])

/** Who was not on board did not arrive late with it. */
export function mayBeLate(flight: Reported): boolean {
  const mayHaveFlown = flight.flown !== undefined || flight.boarded !== false
  const isOfFlight = Object.keys(flight.account.troubles).some((kind) => MAY_TURN.has(kind as Trouble))
  return !isGone(flight) && mayHaveFlown && isOfFlight
}

/** What nobody has told by then, nobody may ever tell. */
export const TOLD_WITHIN = 3 * DAY
