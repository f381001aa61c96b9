import type { Money } from '../../contract/index.ts'
import { fareOf, madeAt } from '../member/bookings.ts'
import { isBooked } from '../member/fold/bookings.ts'
import { bareLeg } from '../member/legs.ts'
import type {
  Booking,
  CompensationNote,
  Complaint,
  Flown,
  MailNote,
  Member,
  OfferNote,
  Survey,
} from '../member/member.ts'
import type { MeasureSettings } from '../rulebook/rulebook.ts'
import { amountAs, costOf, inCurrency } from './amounts.ts'
import type { Assignment } from './assignment.ts'
import { type Counted, type Outcome, plusOutcome } from './outcome.ts'
import { isOfCampaign } from './stored.ts'
import { asCounted, type Valued, type Values, valueKey } from './valued.ts'

/** By what an assignment's outcomes are found and valued. */
export interface Finding {
  assignment: Assignment
  measure: MeasureSettings
  /** The day of an instant, in the airline's zone. */
  dayOf(instant: number): string
  /** What a grant cost. */
  costOfGrant(note: CompensationNote): Counted
}

/** One of the member's lists: how a thing in it is named, and what it counts for. */
interface Kept<T> {
  of(member: Member): readonly T[]
  nameOf(thing: T): string
  /** Undefined: it does not count. */
  countsOf(thing: T, finding: Finding): Outcome | undefined
  /** What one that counts brought in or cost. */
  amountOf?(thing: T, finding: Finding): Amount | undefined
}

interface Amount {
  as: 'revenueMinor' | 'compensationMinor' | 'offersMinor'
  /** Absent: it is in the currency that is counted, and no rulebook changes it. */
  key?: string | undefined
  /** By the rulebook of now. */
  counted(): Counted
}

/** A member before or after an event, with what their amounts were counted as. */
export interface Known {
  member: Member
  values: Values
}

/**
 * What an event adds to an assignment's outcome: what the member's lists say after it, less what they said before. So late events,
 * repeated ones, and any order count as they do in the lists. A thing that fell out of a full list has still happened: only things
 * that are there afterwards are compared, each with what was known of it before.
 */
export function learntFrom(before: Known, after: Known, finding: Finding): Outcome {
  let sum: Outcome = {}
  for (const kept of KEPT) sum = plusOutcome(sum, changeOf(kept, before, after, finding))
  return sum
}

function changeOf<T>(kept: Kept<T>, before: Known, after: Known, finding: Finding): Outcome {
  const [was, is] = [kept.of(before.member), kept.of(after.member)]
  if (was === is) return {}
  const same = new Set(was)
  const names = new Set(is.filter((thing) => !same.has(thing)).map(kept.nameOf))
  if (names.size === 0) return {}
  const totalOf = (things: readonly T[], values: Values) =>
    things
      .filter((thing) => names.has(kept.nameOf(thing)))
      .reduce<Outcome>((sum, thing) => plusOutcome(sum, outcomeOf(kept, thing, finding, values)), {})
  return minusOutcome(totalOf(is, after.values), totalOf(was, before.values))
}

function outcomeOf<T>(kept: Kept<T>, thing: T, finding: Finding, values: Values): Outcome {
  const counts = kept.countsOf(thing, finding)
  const amount = counts && kept.amountOf?.(thing, finding)
  if (!counts || !amount) return counts ?? {}
  const { as, key, counted } = amount
  return plusOutcome(counts, amountAs(as, key === undefined ? counted() : asCounted(values, key, counted)))
}

/** The values of things that are still in the lists and count. */
export function stillValued({ member, values }: Known, findings: readonly Finding[]): Valued {
  const keys = new Set(findings.flatMap((finding) => KEPT.flatMap((kept) => keysOf(kept, member, finding))))
  return Object.fromEntries([...values].filter(([key]) => keys.has(key)))
}

function keysOf<T>(kept: Kept<T>, member: Member, finding: Finding): string[] {
  if (!kept.amountOf) return []
  const counting = kept.of(member).filter((thing) => kept.countsOf(thing, finding))
  return counting.flatMap((thing) => kept.amountOf!(thing, finding)?.key ?? [])
}

function minusOutcome(outcome: Outcome, less: Outcome): Outcome {
  return plusOutcome(
    outcome,
    Object.fromEntries(Object.entries(less).map(([count, value]) => [count, -value])) as Outcome,
  )
}

function isWithin(at: number | undefined, { assignment: { at: from, until } }: Finding): boolean {
  return at !== undefined && from <= at && at < until
}

function revenue(
  made: readonly [list: string, name: string, at: number],
  fare: Money | undefined,
  { assignment: { currency: counted }, measure, dayOf }: Finding,
): Amount | undefined {
  if (!fare) return undefined
  const { amountMinor, currency } = fare
  const key = currency === counted ? undefined : valueKey(...made, amountMinor, currency, counted)
  return { as: 'revenueMinor', key, counted: () => inCurrency(amountMinor, currency, dayOf(made[2]), measure, counted) }
}

/** Which fares are revenue. Assignments of earlier versions do not say it. */
function revenueFrom({ assignment, measure }: Finding): MeasureSettings['revenueFrom'] {
  return assignment.revenueFrom ?? measure.revenueFrom
}

/** By PNR, since two bookings of one may turn out to be the same. One that is changed was made when it was first made. */
const bookings: Kept<Booking> = {
  of: (member) => member.bookings,
  nameOf: ({ pnr }) => pnr,
  countsOf: (booking, finding) =>
    isBooked(booking) && isWithin(madeAt(booking), finding) ? { bookings: 1 } : undefined,
  amountOf: (booking, finding) =>
    revenueFrom(finding) === 'bookings'
      ? revenue(['bookings', booking.pnr, madeAt(booking)!], fareOf(booking), finding)
      : undefined,
}

const flights: Kept<Flown> = {
  of: (member) => member.flights,
  nameOf: bareLeg,
  countsOf: ({ at }, finding) => (isWithin(at, finding) ? { flights: 1 } : undefined),
  amountOf: (flight, finding) =>
    revenueFrom(finding) === 'flights'
      ? revenue(['flights', bareLeg(flight), flight.at], flight.fare, finding)
      : undefined,
}

const complaints: Kept<Complaint> = {
  of: (member) => member.complaints,
  nameOf: ({ complaintId }) => complaintId,
  countsOf: ({ filed }, finding) => (isWithin(filed?.at, finding) ? { complaints: 1 } : undefined),
}

const surveys: Kept<Survey> = {
  of: (member) => member.surveys,
  nameOf: ({ about, eventId }) => about ?? eventId,
  countsOf: ({ at, nps }, finding) => {
    if (nps === undefined || !isWithin(at, finding)) return undefined
    return plusOutcome({ npsAnswers: 1 }, { npsBalance: nps >= 9 ? 1 : nps <= 6 ? -1 : 0 })
  },
}

/** What was granted by the campaign since, and not taken back. */
const compensations: Kept<CompensationNote> = {
  of: (member) => member.compensations,
  nameOf: ({ actionId }) => actionId,
  countsOf: ({ campaign, grantedAt, reversedAt }, finding) =>
    isOfCampaign(campaign, finding.assignment) && isWithin(grantedAt, finding) && reversedAt === undefined
      ? {}
      : undefined,
  amountOf: (note, { assignment, costOfGrant }) => {
    const { currency: counted } = assignment
    const isFixed = (note.cost?.currency ?? note.currency) === counted
    const key = isFixed ? undefined : valueKey('compensations', note.actionId, counted)
    return { as: 'compensationMinor', key, counted: () => costOfGrant(note) }
  },
}

const offers: Kept<OfferNote> = {
  of: (member) => member.offers,
  nameOf: ({ offerId }) => offerId,
  countsOf: ({ campaign, acceptedAt }, finding) =>
    isOfCampaign(campaign, finding.assignment) && isWithin(acceptedAt, finding) ? {} : undefined,
  amountOf: ({ offerId, cabin, acceptedAt }, { assignment: { currency: counted }, measure, dayOf }) => ({
    as: 'offersMinor',
    key: valueKey('offers', offerId, counted),
    counted: () => costOf(measure.upgrades[cabin], dayOf(acceptedAt!), measure, counted),
  }),
}

/** What became of mails and messages. */
const mails: Kept<MailNote> = {
  of: (member) => member.mails,
  nameOf: ({ actionId }) => actionId,
  countsOf: (note, finding) => {
    if (!isOfCampaign(note.campaign, finding.assignment) || !isWithin(note.claimedAt, finding)) return undefined
    const counts = {
      delivered: note.deliveredAt,
      opened: note.openedAt,
      clicked: note.clickedAt,
      bounced: note.bouncedAt,
    }
    const happened = Object.entries(counts).filter(([, at]) => at !== undefined)
    return Object.fromEntries(happened.map(([count]) => [count, 1])) as Outcome
  },
}

const KEPT = [bookings, flights, complaints, surveys, compensations, offers, mails] as Kept<unknown>[]
