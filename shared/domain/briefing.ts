import type { Cabin } from '../contract/index.ts'
import { CABINS } from '../standards/cabin.ts'
import { flightsIn } from './audience/facts/scores/flying.ts'
import { valueIn } from './audience/facts/scores/value-group.ts'
import { type Calendar, DAY } from './calendar.ts'
import { disruptedOf } from './member/disrupted.ts'
import type { Trouble } from './member/disrupted-leg.ts'
import type { CompensationNote, Member } from './member/member.ts'
import { objectsToScores, profileOf } from './member/profile.ts'
import { churnHistoryOf } from './scores/churn/history.ts'
import { churnRisk } from './scores/churn/model.ts'
import type { ScoreModels } from './scores/models.ts'
import { heldTier } from './scores/tier/standing.ts'
import { tierScoreOf } from './scores/tier/tier.ts'
import type { ValueGroup } from './scores/value/group.ts'

/** A member on a flight, for its crew. */
export interface Guest {
  memberId: string
  /** Empty where none is known. */
  name: string
  /** The one they have: by the airline's word, or by their flying. */
  tier: string | null
  /** What they are worth; 0 to 100, and 0 to 1. Null for who never flew, or objected to scores. */
  valueGroup: ValueGroup | null
  tierScore: number | null
  churnRisk: number | null
  /** Seat, meal and whatever else the airline keeps. */
  preferences: Record<string, string>
  lastTrouble: LastTrouble | null
}

/** What last went wrong for a member, and what they were given since. */
export interface LastTrouble {
  kind: Trouble | 'complaint'
  /** The date in the airline's zone. */
  on: string
  /** The flight it was about, as a leg's name. */
  leg: string | null
  delayMinutes: number | null
  /** Of a complaint. */
  category: string | null
  /** Of a complaint; anything else is over by itself. */
  isOpen: boolean
  /** Granted since, and not taken back. Money in minor units. */
  given: Pick<CompensationNote, 'kind' | 'amount' | 'currency'>[]
}

export interface CabinBriefing {
  cabin: Cabin
  /** Members booked in it, of whom `guests` are the first. */
  members: number
  /** Those of high value, and those for whose last trouble nothing was done yet. */
  highValue: number
  unanswered: number
  guests: Guest[]
}

/** Trouble that is longer ago is no longer spoken of. */
const TROUBLE_DAYS = 365

export interface Moment {
  now: number
  calendar: Calendar
  models: ScoreModels
}

/**
 * Whom the crew should recognise, cabin by cabin, at most so many in each: first those for whose trouble nothing was done yet, then
 * those of high value, those whose flying weighs most, then those most at risk.
 */
export function briefingOf(
  seats: readonly { member: Member; cabin: Cabin }[],
  moment: Moment,
  atMost: number,
): CabinBriefing[] {
  return CABINS.flatMap((cabin) => {
    const guests = seats.filter((seat) => seat.cabin === cabin).map(({ member }) => guestOf(member, moment))
    if (guests.length === 0) return []
    return [
      {
        cabin,
        members: guests.length,
        highValue: guests.filter(isOfHighValue).length,
        unanswered: guests.filter(isUnanswered).length,
        guests: guests.sort(firstToRecognise).slice(0, atMost),
      },
    ]
  })
}

function guestOf(member: Member, { now, calendar, models }: Moment): Guest {
  const { givenName, familyName, preferences = {} } = profileOf(member)
  return {
    memberId: member.memberId,
    name: calledName(givenName, familyName),
    tier: heldTier(member, models.tier) ?? null,
    ...scoresOf(member, { now, calendar, models }),
    preferences,
    lastTrouble: lastTroubleOf(member, now, calendar),
  }
}

/** What the models say of a member: null where nothing is known to tell it by, or they objected to it. */
export function scoresOf(member: Member, { now, calendar, models }: Moment) {
  const history = objectsToScores(member) ? undefined : churnHistoryOf(member, calendar)
  const subject = { member, now, calendar, until: now }
  const flying = flightsIn(models.tier).at(subject, now)
  return {
    valueGroup: valueIn(models.value).groupAt(subject, now) ?? null,
    tierScore: flying ? tierScoreOf(models.tier, flying) : null,
    churnRisk: history ? Number(churnRisk(models.churn, history, now).toFixed(4)) : null,
  }
}

const HAN = /^\p{Script=Han}+$/u

/** As the crew says it: Chinese names have the family name first, and no space. */
function calledName(given = '', family = ''): string {
  return HAN.test(given + family) ? family + given : [given, family].filter(Boolean).join(' ')
}

function lastTroubleOf(member: Member, now: number, calendar: Calendar): LastTrouble | null {
  const disruptions = disruptedOf(member).map(({ kind, at, leg, delayMinutes = null }) => {
    return { kind, at, leg, delayMinutes, category: null, isOpen: false }
  })
  const complaints = member.complaints.flatMap(({ filed, resolved }) => {
    if (!filed) return []
    const { at, leg = null, category } = filed
    return [{ kind: 'complaint' as const, at, leg, delayMinutes: null, category, isOpen: !resolved }]
  })
  const recent = [...complaints, ...disruptions].filter(({ at }) => at > now - TROUBLE_DAYS * DAY && at <= now)
  const last = recent.sort((a, b) => b.at - a.at)[0]
  if (!last) return null
  const { at, ...trouble } = last
  const given = member.compensations
    .filter(({ grantedAt, reversedAt }) => grantedAt >= at && reversedAt === undefined)
    .map(({ kind, amount, currency }) => ({ kind, amount, ...(currency !== undefined && { currency }) }))
  return { ...trouble, on: calendar.dateOf(at), given }
}

function firstToRecognise(a: Guest, b: Guest): number {
  return (
    Number(isUnanswered(b)) - Number(isUnanswered(a)) ||
    Number(isOfHighValue(b)) - Number(isOfHighValue(a)) ||
    (b.tierScore ?? -1) - (a.tierScore ?? -1) ||
    (b.churnRisk ?? -1) - (a.churnRisk ?? -1) ||
    (a.memberId < b.memberId ? -1 : 1)
  )
}

function isOfHighValue({ valueGroup }: Guest): boolean {
  return valueGroup === 'high'
}

function isUnanswered({ lastTrouble }: Guest): boolean {
  return lastTrouble !== null && (lastTrouble.isOpen || lastTrouble.given.length === 0)
}
