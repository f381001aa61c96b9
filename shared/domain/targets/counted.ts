import type { MemberEvent } from '../../contract/index.ts'
import { type Calendar, calendarOf, DAY } from '../calendar.ts'
import type { CompensationNote, Complaint, Flown, Member, OfferNote, Survey } from '../member/member.ts'
import type { MailNote } from '../member/notes.ts'
import { profileOf } from '../member/profile.ts'
import type { Receipt } from '../receipt.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import { costOfMiles, mileValueOn } from '../rulebook/mile-value.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addCounts, type CountsByMonth } from './counts.ts'
import type { Count, Counts, LEVELS } from './figures.ts'

/** What counting asks beside the member. */
export interface Counting {
  /** The month that an instant falls into, of the airline's zone. */
  monthOf(instant: number): string
  /** The month that it is. */
  month: string
  calendar: Calendar
  rulebook: Rulebook | undefined
  rulebookOf(version: string): Rulebook | undefined
}

export function countingIn({
  rulebook,
  rulebookOf,
  now,
}: Pick<Counting, 'rulebook' | 'rulebookOf'> & { now: number }): Counting {
  const calendar = calendarOf(rulebook?.settings.zone ?? 'UTC')
  const monthOf = (instant: number) => calendar.dateOf(instant).slice(0, 7)
  return { monthOf, month: monthOf(now), calendar, rulebook, rulebookOf }
}

/**
 * Adds what one reaction changes to the months in which it happened: a mail's click counts in the month in which the mail went
 * out, a flight in that of its date. What was counted of a card already is not counted again where another one absorbs it, and
 * stays counted when it is erased.
 */
export function countReaction(
  months: CountsByMonth,
  before: Member,
  { member: after, receipts }: { member: Member; receipts: readonly Receipt[] },
  event: MemberEvent,
  counting: Counting,
): void {
  if (event.type === 'member.absorbed' || event.type === 'member.erased') return
  const { monthOf } = counting
  for (const receipt of receipts.filter((each) => isMarketing(each, counting))) {
    if (isSending(receipt)) addCounts(months, monthOf(receipt.at), { sent: 1 })
    if (receipt.outcome === 'goal' && !isHeldOut(receipt, before))
      addCounts(months, monthOf(event.occurredAt), { returns: 1 })
  }
  const count = <T>(was: readonly T[], is: readonly T[], keyOf: (item: T) => string, say: Say<T>): void => {
    for (const [old, item] of changed(was, is, keyOf)) {
      if (old) addCounts(months, ...lessOf(say(old, counting)))
      addCounts(months, ...say(item, counting))
    }
  }
  count(before.mails, after.mails, ({ actionId }) => actionId, sayMail)
  count(before.offers, after.offers, ({ offerId }) => offerId, sayOffer)
  count(before.compensations, after.compensations, ({ actionId }) => actionId, sayGrant)
  count(before.flights, after.flights, legKey, sayFlight)
  count(before.surveys, after.surveys, ({ about, eventId }) => about ?? eventId, saySurvey)
  count(before.complaints, after.complaints, ({ complaintId }) => complaintId, sayComplaint)
}

/** Adds how what stands at a level changes: being a member, and being in reach. Undefined before: nothing was kept of them. */
export function countLevels(
  months: CountsByMonth,
  before: Member | undefined,
  after: Member,
  { month }: Pick<Counting, 'month'>,
): void {
  const [was, is] = [before ? levelsOf(before) : { members: 0, reachable: 0 }, levelsOf(after)]
  addCounts(months, month, { members: is.members - was.members, reachable: is.reachable - was.reachable })
}

function levelsOf(member: Member): Record<(typeof LEVELS)[number], number> {
  const members = isMember(member) ? 1 : 0
  return { members, reachable: members && isReachable(member) ? 1 : 0 }
}

/** Cards that were merged away or erased are no members. */
export function isMember(member: Member): boolean {
  return member.mergedInto === undefined && member.erasedAt === undefined
}

/** Whether marketing mail can reach them: there is an address, and consent. */
export function isReachable(member: Member): boolean {
  const { email, consentEmail } = profileOf(member)
  return email !== undefined && consentEmail === true
}

/** What an item counts as, and in which month. */
type Counted = readonly [month: string, counts: Counts]
type Say<T> = (item: T, counting: Counting) => Counted

const NOTHING: Counted = ['', {}]

function lessOf([month, counts]: Counted): Counted {
  const entries = Object.entries(counts) as [Count, number][]
  return [month, Object.fromEntries(entries.map(([name, count]) => [name, -count]))]
}

/** Items that are new or not the same object any more, with what was there. What fell out of a bounded list stays counted. */
function changed<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): (readonly [T | undefined, T])[] {
  if (before === after) return []
  const known = new Set(before)
  const others = after.filter((item) => !known.has(item))
  if (others.length === 0) return []
  const byKey = new Map(before.map((item) => [keyOf(item), item]))
  return others.map((item) => [byKey.get(keyOf(item)), item])
}

function isSending({ kind, outcome }: Receipt): boolean {
  return outcome === 'sent' && (kind === 'email' || kind === 'message')
}

/** A journey may be over, and forgotten, by the very event that reached its goal: it is looked for where it was before. */
function isHeldOut({ campaign, key }: Receipt, { journeys }: Member): boolean {
  return journeys.some((journey) => journey.campaign === campaign && journey.key === key && journey.heldOut === true)
}

function isMarketing(run: { campaign: string; rulebook: string }, { rulebookOf }: Counting): boolean {
  return campaignById(rulebookOf(run.rulebook), run.campaign)?.class === 'marketing'
}

function sayMail({ class: of, claimedAt, clickedAt, repliedAt }: MailNote, { monthOf }: Counting): Counted {
  const isAnswered = clickedAt !== undefined || repliedAt !== undefined
  return of === 'marketing' && isAnswered ? [monthOf(claimedAt), { responses: 1 }] : NOTHING
}

function sayOffer({ campaign, cabin, acceptedAt }: OfferNote, { rulebook, monthOf }: Counting): Counted {
  if (acceptedAt === undefined || campaignById(rulebook, campaign)?.class !== 'marketing') return NOTHING
  return [monthOf(acceptedAt), { [`upgrade.${cabin}`]: 1 }]
}

/**
 * A goodwill grant at what it cost its budget; one that was taken back costs nothing. Class and cost are those of then: by now the
 * rulebook may say others. Notes of earlier versions do not have them.
 */
function sayGrant(grant: CompensationNote, { rulebook, calendar, monthOf }: Counting): Counted {
  const campaign = campaignById(rulebook, grant.campaign)
  const kind = grant.class ?? campaign?.class
  if (grant.basis !== 'goodwill' || grant.reversedAt !== undefined || kind !== 'marketing') return NOTHING
  const month = monthOf(grant.grantedAt)
  if (grant.cost) return [month, { [`granted.${grant.cost.currency}`]: grant.cost.amountMinor }]
  if (grant.currency !== undefined) return [month, { [`granted.${grant.currency}`]: grant.amount }]
  const budget = campaign?.budget === undefined ? undefined : rulebook?.budgets[campaign.budget]
  const value = budget && mileValueOn(budget, calendar.dateOf(grant.grantedAt))
  return value ? [month, { [`granted.${budget.currency}`]: costOfMiles(grant.amount, value) }] : NOTHING
}

function legKey({ carrier, flightNumber, date, from, to }: Flown): string {
  return `${carrier}${flightNumber} ${date} ${from} ${to}`
}

function sayFlight({ date, fare }: Flown): Counted {
  return fare ? [date.slice(0, 7), { [`spend.${fare.currency}`]: fare.amountMinor }] : NOTHING
}

/** Of ten: 9 and 10 recommend, 0 to 6 do not (Reichheld 2003). */
function saySurvey({ at, nps }: Survey, { monthOf }: Counting): Counted {
  if (nps === undefined) return NOTHING
  return [monthOf(at), { npsAnswers: 1, npsPromoters: nps >= 9 ? 1 : 0, npsDetractors: nps <= 6 ? 1 : 0 }]
}

/** Who resolves a complaint has answered it. */
function sayComplaint({ filed, answered, resolved }: Complaint, { monthOf }: Counting): Counted {
  if (!filed) return NOTHING
  const isInTime = [answered, resolved].some((word) => word !== undefined && word.at <= filed.at + DAY)
  return [monthOf(filed.at), { complaints: 1, answeredIn24h: isInTime ? 1 : 0 }]
}
