import type { AirlineEvent } from '../../../contract/index.ts'
import { shortHash } from '../../../standards/hash.ts'
import { UNSURE } from '../../scores/complaints/categories.ts'
import type { SortedComplaint } from '../../scores/complaints/unsorted.ts'
import { accountOf, rerouteIn, wordOn } from '../account.ts'
import { addBoardings } from '../boardings.ts'
import { united } from '../disrupted.ts'
import type { DisruptedLeg } from '../disrupted-leg.ts'
import { latestDateFirst, legAs, legOf } from '../legs.ts'
import { type Complaint, LIMITS, type Member, type Survey } from '../member.ts'
import { insertNewestFirst, isAfter, newestFirst } from '../order.ts'
import type { Folds } from './fold.ts'

/** Disruptions, complaints and what the traveller said in surveys. */
export const troubleFolds: Pick<
  Folds,
  | 'member.disrupted'
  | 'member.reinstated'
  | 'member.rescheduled'
  | 'member.boarded'
  | 'flight.rebooked'
  | 'complaint.filed'
  | 'complaint.answered'
  | 'complaint.resolved'
  | 'survey.answered'
> = {
  'member.disrupted': (draft, event) => {
    addDisruptions(draft, [accountOf(event)])
  },
  'member.reinstated': (draft, event) => {
    addDisruptions(draft, [wordOn(event, event, { reinstated: true, pnr: event.pnr, cabin: event.cabin })])
  },
  'member.rescheduled': (draft, event) => {
    const { newDeparture, pnr, cabin } = event
    const account = wordOn(event, event, { pnr, cabin })
    const called = legOf({ ...event, scheduledDeparture: newDeparture })
    const names = new Set([...(account.alsoCalled ?? []), called])
    names.delete(account.leg)
    addDisruptions(draft, [names.size === 0 ? account : { ...account, alsoCalled: [...names].sort() }])
  },
  'member.boarded': (draft, event) => {
    const { occurredAt, id, boarded = true } = event
    addBoardings(draft, [{ leg: legOf(event), at: occurredAt, eventId: id, boarded }])
  },
  'flight.rebooked': (draft, event) => {
    const { flight, pnr, unread = [] } = event
    const isUnread = unread.some((path) => COMPARED.includes(path))
    addDisruptions(draft, [wordOn(flight, event, { reroute: rerouteIn(event), pnr }, isUnread ? ['reroute'] : [])])
  },
  'complaint.filed': (draft, event) => {
    const { category = UNSURE, severity, flight } = event
    const { sorted } = event as Partial<SortedComplaint>
    const told = { at: event.occurredAt, eventId: event.id, category, severity, leg: flight && legOf(flight) }
    const filed = { ...told, ...(sorted && { sorted }) }
    addComplaints(draft, [{ complaintId: event.complaintId, filed }])
  },
  'complaint.answered': (draft, { complaintId, occurredAt, id }) => {
    addComplaints(draft, [{ complaintId, answered: { at: occurredAt, eventId: id } }])
  },
  'complaint.resolved': (draft, event) => {
    const { outcome, satisfaction } = event
    const resolved = { at: event.occurredAt, eventId: event.id, outcome, satisfaction }
    addComplaints(draft, [{ complaintId: event.complaintId, resolved }])
  },
  'survey.answered': (draft, event) => {
    const ratings = Object.values(event.ratings ?? {})
    const rating = ratings.length > 0 ? ratings.reduce((sum, each) => sum + each, 0) / ratings.length : undefined
    const survey = { at: event.occurredAt, eventId: event.id, nps: event.nps, ...surveyName(event), ...lowestIn(event) }
    addSurveys(draft, [{ ...survey, rating: rating && Math.round(rating * 100) / 100 }])
  },
}

/** How a flight compares with the one in whose place it was given. */
const COMPARED: readonly string[] = ['departsEarlierMinutes', 'arrivesLaterMinutes']

/** What is asked about one flight once. Surveys without a flight are each one of their own. */
export function surveyName({ flight, nps, ratings = {} }: AirlineEvent<'survey.answered'>): Pick<Survey, 'about'> {
  if (!flight) return {}
  const questions = [...(nps === undefined ? [] : ['nps']), ...Object.keys(ratings).sort()]
  return { about: shortHash([legAs(legOf(flight), { flightSuffix: 'ignored' }), ...questions], 6) }
}

/** What the member was least satisfied with, if with anything. */
function lowestIn({ ratings = {} }: AirlineEvent<'survey.answered'>): Pick<Survey, 'lowest'> {
  const poor = Object.entries(ratings).filter(([, rating]) => rating <= POOR_TO)
  const [lowest] = poor.sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
  return lowest ? { lowest: lowest[0] } : {}
}

const POOR_TO = 2

/** Adds what was learnt of legs: of each question the later word stays. The legs of the latest dates are kept. */
export function addDisruptions(draft: Member, accounts: readonly DisruptedLeg[]): void {
  const byLeg = new Map(draft.disruptions.map((each) => [each.leg, each]))
  for (const account of accounts) {
    const known = byLeg.get(account.leg)
    byLeg.set(account.leg, known ? united(known, account) : account)
  }
  draft.disruptions = [...byLeg.values()].sort((a, b) => latestDateFirst(a.leg, b.leg)).slice(0, LIMITS.disruptions)
}

export function addSurveys(draft: Member, surveys: readonly Survey[]): void {
  for (const each of surveys) {
    const known = draft.surveys.find(({ about }) => about !== undefined && about === each.about)
    const last = known && newestFirst(known, each) < 0 ? known : each
    const others = draft.surveys.filter((other) => other !== known)
    draft.surveys = insertNewestFirst(others, last)
  }
  draft.surveys = draft.surveys.slice(0, LIMITS.surveys)
}

/** Adds what was learnt of complaints: a resolution may arrive before its complaint. Of several answers the first counts. */
export function addComplaints(draft: Member, complaints: readonly Complaint[]): void {
  const byId = new Map(draft.complaints.map((complaint) => [complaint.complaintId, complaint]))
  for (const { complaintId, filed, answered, resolved } of complaints) {
    const known = byId.get(complaintId)
    const first = answered && (!known?.answered || isAfter(known.answered, answered)) ? answered : known?.answered
    byId.set(complaintId, {
      complaintId,
      filed: filed && (!known?.filed || isAfter(filed, known.filed)) ? filed : known?.filed,
      ...(first && { answered: first }),
      resolved: resolved && (!known?.resolved || isAfter(resolved, known.resolved)) ? resolved : known?.resolved,
    })
  }
  draft.complaints = [...byId.values()].sort(lastToMatterFirst).slice(0, LIMITS.complaints)
}

function lastToMatterFirst(a: Complaint, b: Complaint): number {
  return lastInstant(b) - lastInstant(a) || (a.complaintId < b.complaintId ? 1 : -1)
}

function lastInstant(complaint: Complaint): number {
  return Math.max(complaint.filed?.at ?? 0, complaint.answered?.at ?? 0, complaint.resolved?.at ?? 0)
}
