import { grantKeyOf } from '../actions/compensation/compensation.ts'
import { DAY } from '../calendar.ts'
import type { Finding } from '../law/finding.ts'
import { type Assistance, assistanceOf, type Owed, owedOf } from '../law/owed-for-leg.ts'
import { grantKeyNow, namesOfCause } from '../ledger/cause.ts'
import { itineraryOf } from '../member/itinerary.ts'
import { parseLeg, type SuffixRule } from '../member/legs.ts'
import type { CompensationNote, Member } from '../member/member.ts'
import { isEnrolled } from '../member/ours.ts'
import type { LegalSettings } from '../rulebook/rulebook.ts'
import { happenedOn } from './happened.ts'
import { certainOn, isUnread, LATEST, type Open, openOn, supposedOn } from './still-open.ts'
import { expectedOn, type Flight, flightOf, isReported, type Reported, type Way, wayOf } from './way.ts'

/**
 * What the law owes a member in money for a flight leg, by what is known of it now: for what happened. What is only
 * expected, and what may still turn out otherwise, is owed later; what nobody ever tells is for a person.
 */
export function owedTo(member: Member, leg: string, settings: LegalSettings, now: number): Owed {
  const named = parseLeg(leg)
  if (!named) return { owed: 'unclear', findings: [{ is: 'noLeg', leg }] }
  const owed = owedForLeg(member, leg, settings, now)
  if (settings.cards === undefined || isEnrolled(member) || owed.owed === 'nothing' || owed.owed === 'later')
    return owed
  const until = Date.parse(named.date) + ENROLLED_WITHIN
  const finding: Finding = { is: 'notEnrolled' }
  return now < until
    ? { owed: 'later', findings: [finding], until }
    : { owed: 'unclear', findings: [finding, ...owed.findings] }
}

/**
 * Of a card that has the form of ours and that nobody has enrolled with, all is kept and nothing is paid: it may be a typo. So long
 * does the programme have to tell of it.
 */
const ENROLLED_WITHIN = 92 * DAY

function owedForLeg(member: Member, leg: string, settings: LegalSettings, now: number): Owed {
  const way = wayOf(leg, member, settings)
  if (way.reported.length === 0) return owedUnreported(flightOf(leg, member, settings), way)
  const owedIf = (arrival: number | undefined, supposed = way) => owedWithin(supposed, arrival)
  if (way.reported.some(isDeniedAndFlown)) return unlessNothing(owedIf(way.arrival), { is: 'deniedAndFlown' })
  const open = openOn(way, now)
  if (open.length === 0) return owedIf(way.arrival)
  const already = owedOf(certainOn(way, open), way.besides)
  if (already.owed === 'money') return already
  // Where the law would owe nothing however late it came, and whatever cannot be read, there is nothing to wait for.
  const supposed = supposedOn(way).map((each) => owedIf(way.arrival ?? LATEST, each))
  const atMost = supposed.find(({ owed }) => owed !== 'nothing') ?? supposed[0]!
  if (atMost.owed === 'nothing') return atMost
  const next = open.filter(({ until }) => now < until).sort((a, b) => a.until - b.until)[0]
  if (next) return { owed: 'later', findings: [next.what], until: next.until }
  const bad = open.find(isUnread)
  // What is only supposed is no reason to show to who decides: they would take it for what was told.
  if (bad) return { owed: 'unclear', findings: [bad.what] }
  const [{ what }] = open as [Open]
  const known = way.arrival ?? expectedOn(way)
  if (known !== undefined) return unlessNothing(owedIf(known), what)
  const expected = owedIf(lateByAnything(way))
  return expected.owed === 'nothing' ? expected : { owed: 'unclear', findings: [what] }
}

function unlessNothing(owed: Owed, why: Finding): Owed {
  return owed.owed === 'nothing' ? owed : { owed: 'unclear', findings: [why, ...owed.findings] }
}

function isDeniedAndFlown({ account, flown }: Reported): boolean {
  return account.troubles.deniedBoarding !== undefined && flown !== undefined
}

/** That it is late was told, and never by how much. */
function lateByAnything({ reported }: Way): number | undefined {
  const { delay, diversion } = reported.at(-1)!.account.troubles
  return delay || diversion ? LATEST : undefined
}

/** Where the arrival of another flight is known only about, and that decides, a person has to find out. */
function owedWithin(way: Way, arrival: number | undefined): Owed {
  const judged = (off: -1 | 1) => {
    const happened = happenedOn(way, arrival, off)
    return happened.length === 0 ? nothingBefell(way) : owedOf(happened, way.besides)
  }
  const [least, most] = [judged(-1), judged(1)]
  if (least.owed === most.owed && amountOf(least) === amountOf(most)) return most
  return { owed: 'unclear', findings: [{ is: 'replacementUnknown' }, ...most.findings] }
}

function amountOf(owed: Owed): number {
  return owed.owed === 'money' ? owed.amountMinor : 0
}

function nothingBefell({ reported }: Way): Owed {
  if (reported.some(({ confirmed }) => confirmed === false))
    return { owed: 'nothing', findings: [{ is: 'notConfirmed' }] }
  if (reported.some(({ boarded }) => boarded === false)) return { owed: 'nothing', findings: [{ is: 'notOnBoard' }] }
  return { owed: 'nothing', findings: [{ is: 'operated' }] }
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

/** The most that could be owed for a flight that nobody reported: why it was late is not known. */
function owedUnreported({ leg, flown, unread }: Flight, { besides, law, arrival }: Way): Owed {
  if (!flown) return { owed: 'unclear', findings: [{ is: 'onlyComplaint' }] }
  const { from, to, date: day } = parseLeg(leg)!
  const isUnread = unread.includes('delay')
  const late = arrival ?? flown.delayMinutes ?? (isUnread ? LATEST : 0)
  const flight = { kind: 'delay', from, to, day, extraordinary: false, carrierLicence: law.licence } as const
  const most = owedOf([{ ...flight, arrivalDelayMinutes: late }], besides)
  if (most.owed === 'nothing') return most
  if (isUnread) return { owed: 'unclear', findings: [{ is: 'latenessUnread' }] }
  return { owed: 'unclear', findings: [{ is: 'causeUnknown', late }] }
}
