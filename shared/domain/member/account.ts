import type { WingbackEvent } from '../../contract/index.ts'
import { airportOf, greatCircleKm } from '../../standards/airports/airports.ts'
import { MINUTE } from '../calendar.ts'
import type { Answers, DisruptedLeg, Trouble, Unread, Words } from './disrupted-leg.ts'
import { legOf } from './legs.ts'
import type { Stamp } from './order.ts'
import { fieldOf, type Question, questionsOf } from './unread.ts'

type Report = WingbackEvent<'member.disrupted'>

/** What is said, to some of the questions. */
type Said = { [Question in keyof Answers]?: Answers[Question] | undefined }

/** What one report says of a leg, as the account of it. */
export function accountOf(event: Report): DisruptedLeg {
  const stamp = { at: event.occurredAt, eventId: event.id }
  const alsoCalled = otherNamesIn(event)
  return {
    leg: legOf(event),
    troubles: { [event.kind]: stamp },
    ...answered(answersIn(event), unreadIn(event), stamp),
    ...(alsoCalled.length > 0 && { alsoCalled }),
  }
}

interface About {
  occurredAt: number
  id: string
  alsoCalled?: string[] | undefined
}

/** Words on a leg by which nothing went wrong, and the questions that were answered by what cannot be read. */
export function wordOn(
  flight: Parameters<typeof legOf>[0],
  { occurredAt, id, alsoCalled = [] }: About,
  answers: Said,
  unread: readonly Question[] = [],
): DisruptedLeg {
  const departsAt = toMinute(flight.scheduledDeparture)
  return {
    leg: legOf(flight),
    troubles: {},
    ...answered({ departsAt, ...answers }, unread, { at: occurredAt, eventId: id }),
    ...(alsoCalled.length > 0 && { alsoCalled }),
  }
}

/** What can be read of a question is no answer where a part of it cannot. */
function answered(answers: Said, unread: readonly Question[], stamp: Stamp): Pick<DisruptedLeg, 'words' | 'unread'> {
  if (unread.length === 0) return { words: wordsOf(answers, stamp) }
  const read = Object.entries(answers).filter(([question]) => !unread.includes(question as Question))
  const bad: Unread = Object.fromEntries(unread.map((question) => [question, stamp]))
  return { words: wordsOf(Object.fromEntries(read), stamp), unread: bad }
}

function unreadIn(event: Report): Question[] {
  return questionsOf(event.unread ?? [], {
    arrivalDelayMinutes: delayQuestion(event),
    departureDelayMinutes: hasLeft(event) ? 'departureDelay' : 'expectedDepartureDelay',
  })
}

/** What is said by one report. */
export function wordsOf(answers: Said, stamp: Stamp): Words {
  const said = Object.entries(answers).filter(([, says]) => says !== undefined)
  return Object.fromEntries(said.map(([question, says]) => [question, { ...stamp, says }])) as Words
}

function answersIn(event: Report): Said {
  const { arrivalDelayMinutes, departureDelayMinutes, kind } = event
  return {
    departsAt: toMinute(event.scheduledDeparture),
    arrivesAt: event.scheduledArrival === undefined ? undefined : toMinute(event.scheduledArrival),
    [delayQuestion(event)]: LEFT_BEHIND.has(kind) ? lateBy(arrivalDelayMinutes) : arrivalDelayMinutes,
    [hasLeft(event) ? 'departureDelay' : 'expectedDepartureDelay']: departureDelayMinutes,
    noticeDays: event.noticeDays,
    toldAt: event.toldAt,
    ...(event.reroute && { reroute: rerouteIn(event.reroute) }),
    cause: event.cause,
    extraordinary: event.extraordinary,
    carrierLicence: event.carrierLicence,
    pnr: event.pnr,
    cabin: event.cabin,
    confirmed: event.confirmed,
    boarded: event.boarded,
    ...((event.marketedAs || event.earlierDepartures) && { named: true }),
  }
}

/** Whoever was left behind arrives late with another flight. */
function delayQuestion(event: Report): 'reroute' | 'delay' | 'expectedDelay' {
  if (LEFT_BEHIND.has(event.kind)) return 'reroute'
  return hasArrived(event) ? 'delay' : 'expectedDelay'
}

/** The passenger was not on it: what they arrived late by is the flight that they were given instead. */
export const LEFT_BEHIND: ReadonlySet<Trouble> = new Set(['cancellation', 'deniedBoarding'])

export function lateBy(minutes: number | undefined): Answers['reroute'] | undefined {
  return minutes === undefined ? undefined : { arrivesLaterMin: minutes }
}

/** The flight that was given instead, as far as it is told how it compares. */
export function rerouteIn({
  departsEarlierMinutes,
  arrivesLaterMinutes,
}: NonNullable<Report['reroute']>): Answers['reroute'] {
  return {
    ...(departsEarlierMinutes !== undefined && { departsEarlierMin: departsEarlierMinutes }),
    ...(arrivesLaterMinutes !== undefined && { arrivesLaterMin: arrivesLaterMinutes }),
  }
}

/**
 * Whether a report says how late the flight did arrive, and not an estimate: as it says, else if the flight can have arrived
 * by the time of the report. A report that is unreadable on this, or says it before that was possible, is an estimate.
 */
function hasArrived(event: Report): boolean {
  const { certainty, occurredAt, arrivalDelayMinutes: late = 0 } = event
  if (certainty !== undefined) return certainty === 'actual' && canHaveLeft(event, late)
  return !isUnread(event, 'certainty', 'scheduledArrival') && occurredAt >= arrivesAt(event) + late * MINUTE
}

function hasLeft(event: Report): boolean {
  const { certainty, occurredAt, scheduledDeparture, departureDelayMinutes: late = 0 } = event
  if (certainty !== undefined) return certainty === 'actual' && canHaveLeft(event, late)
  return !isUnread(event, 'certainty') && occurredAt >= scheduledDeparture + late * MINUTE
}

/** Earlier than scheduled only if it was early. */
function canHaveLeft({ occurredAt, scheduledDeparture }: Report, late: number): boolean {
  return occurredAt >= scheduledDeparture + Math.min(0, late) * MINUTE
}

function isUnread({ unread = [] }: Report, ...fields: (keyof Report)[]): boolean {
  return unread.some((path) => fields.includes(fieldOf(path) as keyof Report))
}

/** No airliner is faster. */
const KM_PER_MINUTE = 1000 / 60

/** As scheduled, but not earlier than is possible: some schedules are in local times by mistake. */
function arrivesAt(event: Report): number {
  return Math.max(event.scheduledArrival ?? 0, earliestArrival(event))
}

/** If it left as scheduled. */
function earliestArrival({ scheduledDeparture, from, to }: Report): number {
  const [origin, destination] = [airportOf(from), airportOf(to)]
  const km = origin && destination ? greatCircleKm(origin, destination) : 0
  return scheduledDeparture + Math.floor(km / KM_PER_MINUTE) * MINUTE
}

function toMinute(instant: number): number {
  return instant - (instant % MINUTE)
}

/** Under the numbers of airlines that sell it, and on the days on which it was to depart before. */
function otherNamesIn(event: Report): string[] {
  const { marketedAs = [], earlierDepartures = [], alsoCalled = [] } = event
  const names = [
    ...alsoCalled,
    ...marketedAs.map((sold) => legOf({ ...event, ...sold })),
    ...earlierDepartures.map((scheduledDeparture) => legOf({ ...event, scheduledDeparture })),
  ]
  return [...new Set(names)].filter((name) => name !== legOf(event)).sort()
}
