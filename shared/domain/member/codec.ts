import type { Cabin } from '../../contract/index.ts'
import { DAY, dayOfDate, MINUTE } from '../calendar.ts'
import { assignmentOf, assignmentRow } from '../results/as-row.ts'
import { LEFT_BEHIND, lateBy, wordsOf } from './account.ts'
import type { Answers, DisruptedLeg, Trouble, Unread, Words } from './disrupted-leg.ts'
import { balanceOf, balanceRow } from './earlier-balance.ts'
import { LEG_CHARS } from './fold/months.ts'
import { addDisruptions } from './fold/troubles.ts'
import { dateAt, legNow } from './legs.ts'
import type { Flown, FlownMonth, Member, Survey } from './member.ts'
import { newMember } from './new.ts'
import { departureIn, withNamesOfNow, withWordsOfCards } from './older.ts'
import type { Reported, Stamp } from './order.ts'
import type { SeenEvent } from './seen-event.ts'
import type { StoredMember } from './stored.ts'
import { laterUnread, type Question } from './unread.ts'

/**
 * A member as text, small: write units are per KB. Empty parts are left out and the long lists are rows without names.
 * The state has a format number, so that a later one can read an earlier one.
 */
const FORMAT = 5

/** Encodes everything but the id, which is the item's key. */
export function encodeMember(member: Member): string {
  const { memberId, flights, flownByMonth, balances, disruptions, surveys, seen, assigned, ...rest } = member
  const parts: Record<string, unknown> = {
    format: FORMAT,
    ...rest,
    flights: flights.map(flightRow),
    flownByMonth: flownByMonth.map(monthRow),
    balances: balances.map(balanceRow),
    disruptions: disruptions.map(disruptedRow),
    surveys: surveys.map(surveyRow),
    assigned: assigned.map(assignmentRow),
    seen: seen.map(seenText).join(''),
  }
  // What JSON leaves out is quicker left out by it than taken away before.
  for (const name in parts) if (isEmpty(parts[name])) parts[name] = undefined
  return JSON.stringify(parts)
}

/** Reads what {@link encodeMember} wrote. Throws on a format it does not know. */
export function decodeMember(stored: Pick<StoredMember, 'memberId' | 'state'>): Member {
  const { format, flights, flownByMonth, balances, disruptions, surveys, seen, assigned, ...rest } = JSON.parse(
    stored.state,
  )
  if (!(format >= 1 && format <= FORMAT))
    throw new Error(`member state has format ${format}, this version reads 1 to ${FORMAT}`)
  const member: Member = { ...newMember(stored.memberId), ...rest }
  // The first format did not tell the audiences' part in `wakeAt` from the rest.
  if (format === 1) member.audiencesUntil = member.wakeAt
  if (flights) member.flights = flights.map(flightOf)
  if (flownByMonth) member.flownByMonth = flownByMonth.map(monthOf)
  if (balances) member.balances = balances.map(balanceOf)
  if (disruptions && format >= 4) member.disruptions = disruptions.map(disruptedOf)
  if (disruptions && format < 4) addDisruptions(member, disruptions.map(accountBefore))
  if (assigned) member.assigned = assigned.map(assignmentOf)
  if (surveys) member.surveys = surveys.map(surveyOf)
  if (seen) member.seen = typeof seen === 'string' ? seenOf(seen) : seen.map(seenRow)
  const named = format < 3 ? withNamesOfNow(member) : member
  return format < 5 ? withWordsOfCards(named) : named
}

function isEmpty(part: unknown): boolean {
  if (part === undefined || part === 0 || part === '') return true
  if (typeof part !== 'object' || part === null) return false
  for (const _ in part) return false
  return true
}

type FlightRow = [
  number,
  string,
  string,
  string,
  string,
  string,
  Cabin,
  number,
  number | null,
  string | null,
  number | null,
  /** Mostly 0: the days between it and the flight's own, UTC. */
  (number | string)?,
  /** Of one that was told again: how long after the first report the last one was dated, and its event's name. */
  number?,
  string?,
]

function flightRow(flight: Flown): FlightRow {
  const { at, eventId, carrier, flightNumber, from, to, date, cabin, distanceKm, fare, delayMinutes, word } = flight
  const row: FlightRow = [
    at,
    eventId,
    carrier,
    flightNumber,
    from,
    to,
    cabin,
    distanceKm,
    fare?.amountMinor ?? null,
    fare?.currency ?? null,
    delayMinutes ?? null,
    date.endsWith('Z') ? date : dayOfDate(date) - Math.floor(at / DAY),
  ]
  if (word) row.push(word.at - at, word.eventId)
  return row
}

function flightOf(row: FlightRow): Flown {
  const [at, eventId, carrier, flightNumber, from, to, cabin, distanceKm, amountMinor, currency, late, day, ...again] =
    row
  const fare = amountMinor === null || currency === null ? undefined : { amountMinor, currency }
  const date = dateOf(day, at, from)
  const flight = {
    at,
    eventId,
    carrier,
    flightNumber,
    from,
    to,
    date,
    cabin,
    distanceKm,
    fare,
    delayMinutes: late ?? undefined,
  }
  const [after, last] = again
  return after === undefined || last === undefined ? flight : { ...flight, word: { at: at + after, eventId: last } }
}

/** Before format 3 it was not kept: nearly always it is the day on which the flight was reported. */
function dateOf(day: number | string | undefined, at: number, from: string): string {
  if (day === undefined) return dateAt(from, at)
  return typeof day === 'string' ? day : new Date((Math.floor(at / DAY) + day) * DAY).toISOString().slice(0, 10)
}

type MonthRow = [string, number, number, Record<string, number>, [number, number, number, number], string?]

function monthRow({ month, flights, distanceKm, spendMinor, cabins, legs }: FlownMonth): MonthRow {
  const row: MonthRow = [month, flights, distanceKm, spendMinor, [cabins.F, cabins.C, cabins.W, cabins.Y]]
  if (legs) row.push(legs.join(''))
  return row
}

function monthOf([month, flights, distanceKm, spendMinor, [F, C, W, Y], joined]: MonthRow): FlownMonth {
  const legs = joined?.match(LEG)
  return { month, flights, distanceKm, spendMinor, cabins: { F, C, W, Y }, ...(legs && { legs: [...legs] }) }
}

const LEG = new RegExp(`.{${LEG_CHARS}}`, 'g')

/** A leg, and of each report of it what still stands: the latest word on some of the questions. */
type DisruptedRow = [leg: string, reports: [at: number, eventId: string, says: ReportRow][], alsoCalled?: string[]]

type ReportRow = {
  /** It was the first, and the last, to tell of these troubles. */
  first?: Trouble[]
  last?: Trouble[] | undefined
  /** Questions whose latest answer is an unreadable one of this report. */
  unread?: Question[]
} & Partial<Answers>

function disruptedRow({ leg, troubles, words, unread = {}, alsoCalled }: DisruptedLeg): DisruptedRow {
  const reports = new Map<string, [number, string, ReportRow]>()
  const reportOf = ({ at, eventId }: Stamp): ReportRow => {
    const name = `${at} ${eventId}`
    const report = reports.get(name) ?? [at, eventId, {}]
    reports.set(name, report)
    return report[2]
  }
  for (const [kind, { word, ...stamp }] of Object.entries(troubles) as [Trouble, Reported][]) {
    const first = reportOf(stamp)
    first.first = [...(first.first ?? []), kind]
    const last = word && reportOf(word)
    if (last) last.last = [...(last.last ?? []), kind]
  }
  for (const [question, { says, ...stamp }] of Object.entries(words))
    Object.assign(reportOf(stamp), { [question]: says })
  for (const [question, stamp] of Object.entries(unread) as [Question, Stamp][]) {
    const report = reportOf(stamp)
    report.unread = [...(report.unread ?? []), question]
  }
  return alsoCalled ? [leg, [...reports.values()], alsoCalled] : [leg, [...reports.values()]]
}

function disruptedOf([leg, reports, alsoCalled]: DisruptedRow): DisruptedLeg {
  const troubles: DisruptedLeg['troubles'] = {}
  let words: Words = {}
  let bad: Unread = {}
  for (const [at, eventId, { first = [], last: _, unread = [], ...says }] of reports) {
    for (const kind of first) troubles[kind] = { at, eventId }
    words = { ...words, ...wordsOf(says, { at, eventId }) }
    bad = { ...bad, ...Object.fromEntries(unread.map((question) => [question, { at, eventId }])) }
  }
  for (const [at, eventId, { last = [] }] of reports)
    for (const kind of last) troubles[kind] = { ...troubles[kind]!, word: { at, eventId } }
  const unread = laterUnread(bad, undefined, words)
  return { leg, troubles, words, ...(unread && { unread }), ...(alsoCalled && { alsoCalled }) }
}

/** Before format 4 every report was kept, and what it said of a delay was taken for what happened. */
type ReportBefore = [
  at: number,
  eventId: string,
  leg: string,
  kind: Trouble,
  cause: string,
  extraordinary: boolean,
  carrierLicence: string,
  delayMinutes: number | null,
  noticeDays: number | null,
  pnr: string | null,
  cabin: Cabin | null,
  departsAtMinutes?: number,
]

function accountBefore(row: ReportBefore): DisruptedLeg {
  const [at, eventId, leg, kind, cause, extraordinary, carrierLicence, late, notice, pnr, cabin, minutes] = row
  const delay = late ?? undefined
  const departsAt = minutes === undefined ? departureIn(leg) : minutes * MINUTE
  const answers = {
    departsAt,
    ...(LEFT_BEHIND.has(kind) ? { reroute: lateBy(delay) } : { delay }),
    noticeDays: notice ?? undefined,
    cause,
    extraordinary,
    carrierLicence,
    pnr: pnr?.toUpperCase(),
    cabin: cabin ?? undefined,
  }
  return { leg: legNow(leg), troubles: { [kind]: { at, eventId } }, words: wordsOf(answers, { at, eventId }) }
}

type SurveyRow = [number, string, number | null, number | null, (string | null)?, string?]

function surveyRow({ at, eventId, nps, rating, about, lowest }: Survey): SurveyRow {
  const row: SurveyRow = [at, eventId, nps ?? null, rating ?? null]
  if (about !== undefined || lowest !== undefined) row.push(about ?? null)
  if (lowest !== undefined) row.push(lowest)
  return row
}

function surveyOf([at, eventId, nps, rating, about = null, lowest]: SurveyRow): Survey {
  const said = { nps: nps ?? undefined, rating: rating ?? undefined }
  return { at, eventId, ...said, ...(about !== null && { about }), ...(lowest !== undefined && { lowest }) }
}

/** Every part has its length: what was seen is most of what is kept of somebody of whom little happens. */
const SEEN_ROWS = /(.{8})(.{5})(.{6})(.{7})/g
/** Seconds are counted from here, so that none is below zero. */
const SEEN_SINCE = Date.UTC(1900, 0, 1)
const NO_PRINT = '......'

function seenText({ id, at, delivery, print = NO_PRINT }: SeenEvent): string {
  return id + delivery + print + ((at - SEEN_SINCE) / 1000).toString(36).padStart(7, '0')
}

function seenOf(text: string): SeenEvent[] {
  return [...text.matchAll(SEEN_ROWS)].map(([, id, delivery, print, at]) => {
    const event = { id: id!, at: Number.parseInt(at!, 36) * 1000 + SEEN_SINCE, delivery: delivery! }
    return print === NO_PRINT ? event : { ...event, print: print! }
  })
}

/** The first two formats kept a row each, to the millisecond and with more of the hash. */
function seenRow([id, at, delivery]: [string, number, string]): SeenEvent {
  return { id: id.slice(0, 8), at: Math.ceil(at / 1000) * 1000, delivery }
}
