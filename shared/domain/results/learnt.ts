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
import { amountAs, type Counted, costOf, inCurrency } from './amounts.ts'
import type { Assignment } from './assignment.ts'
import { type Outcome, plusOutcome } from './outcome.ts'
import { isOfCampaign } from './stored.ts'

/** By what an assignment's outcomes are found and valued. */
export interface Finding {
  assignment: Assignment
  measure: MeasureSettings
  /** The day of an instant, in the airline's zone. */
  dayOf(instant: number): string
  /** What a grant cost. */
  costOfGrant(note: CompensationNote): Counted
}

/** A list of what is kept of a member, what names one thing of it, and what it counts for in a window. */
interface Kept<T> {
  of(member: Member): readonly T[]
  nameOf(thing: T): string
  outcomeOf(thing: T, finding: Finding): Outcome
}

/**
 * What an event added to an assignment's outcome: what the member's lists say after it less what they said before. So whatever
 * commutes, is known again or comes late in the member does so here. What fell out of a list for want of room has not unhappened:
 * only what is there after counts, less what was there of the same before.
 */
export function learntFrom(before: Member, after: Member, finding: Finding): Outcome {
  let sum: Outcome = {}
  for (const kept of KEPT) sum = plusOutcome(sum, changeOf(kept, before, after, finding))
  return sum
}

function changeOf<T>({ of, nameOf, outcomeOf }: Kept<T>, before: Member, after: Member, finding: Finding): Outcome {
  const [was, is] = [of(before), of(after)]
  if (was === is) return {}
  const same = new Set(was)
  const names = new Set(is.filter((thing) => !same.has(thing)).map(nameOf))
  if (names.size === 0) return {}
  const totalOf = (things: readonly T[]) =>
    things
      .filter((thing) => names.has(nameOf(thing)))
      .reduce<Outcome>((sum, thing) => plusOutcome(sum, outcomeOf(thing, finding)), {})
  return minusOutcome(totalOf(is), totalOf(was))
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

function revenue(fare: { amountMinor: number; currency: string } | undefined, at: number, finding: Finding): Outcome {
  if (!fare) return {}
  const { assignment, measure, dayOf } = finding
  return amountAs('revenueMinor', inCurrency(fare.amountMinor, fare.currency, dayOf(at), measure, assignment.currency))
}

/** By PNR, since two bookings of one may turn out to be the same. One that is changed was made when it was first made. */
const bookings: Kept<Booking> = {
  of: (member) => member.bookings,
  nameOf: ({ pnr }) => pnr,
  outcomeOf: (booking, finding) => {
    const at = madeAt(booking)
    if (at === undefined || !isBooked(booking) || !isWithin(at, finding)) return {}
    const paid = finding.measure.revenueFrom === 'bookings' ? revenue(fareOf(booking), at, finding) : {}
    return plusOutcome({ bookings: 1 }, paid)
  },
}

const flights: Kept<Flown> = {
  of: (member) => member.flights,
  nameOf: bareLeg,
  outcomeOf: (flight, finding) => {
    if (!isWithin(flight.at, finding)) return {}
    const paid = finding.measure.revenueFrom === 'flights' ? revenue(flight.fare, flight.at, finding) : {}
    return plusOutcome({ flights: 1 }, paid)
  },
}

const complaints: Kept<Complaint> = {
  of: (member) => member.complaints,
  nameOf: ({ complaintId }) => complaintId,
  outcomeOf: ({ filed }, finding) => (isWithin(filed?.at, finding) ? { complaints: 1 } : {}),
}

const surveys: Kept<Survey> = {
  of: (member) => member.surveys,
  nameOf: ({ about, eventId }) => about ?? eventId,
  outcomeOf: ({ at, nps }, finding) => {
    if (nps === undefined || !isWithin(at, finding)) return {}
    return plusOutcome({ npsAnswers: 1 }, { npsBalance: nps >= 9 ? 1 : nps <= 6 ? -1 : 0 })
  },
}

/** What was granted by the campaign since, and not taken back. */
const compensations: Kept<CompensationNote> = {
  of: (member) => member.compensations,
  nameOf: ({ actionId }) => actionId,
  outcomeOf: (note, finding) =>
    isOfCampaign(note.campaign, finding.assignment) &&
    isWithin(note.grantedAt, finding) &&
    note.reversedAt === undefined
      ? amountAs('compensationMinor', finding.costOfGrant(note))
      : {},
}

const offers: Kept<OfferNote> = {
  of: (member) => member.offers,
  nameOf: ({ offerId }) => offerId,
  outcomeOf: (note, finding) => {
    const { acceptedAt, cabin } = note
    if (acceptedAt === undefined || !isOfCampaign(note.campaign, finding.assignment) || !isWithin(acceptedAt, finding))
      return {}
    const { assignment, measure, dayOf } = finding
    return amountAs('offersMinor', costOf(measure.upgrades[cabin], dayOf(acceptedAt), measure, assignment.currency))
  },
}

/** What became of mails and messages. */
const mails: Kept<MailNote> = {
  of: (member) => member.mails,
  nameOf: ({ actionId }) => actionId,
  outcomeOf: (note, finding) => {
    if (!isOfCampaign(note.campaign, finding.assignment) || !isWithin(note.claimedAt, finding)) return {}
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
