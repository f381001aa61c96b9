import type { WingbackEvent } from '../../contract/index.ts'
import { airportOf, greatCircleKm } from '../../standards/airports/airports.ts'
import { MINUTE } from '../calendar.ts'
import type { Answers, DisruptedLeg, Trouble, Words } from './disrupted-leg.ts'
import { legOf } from './legs.ts'
import type { Stamp } from './order.ts'

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
    words: wordsOf(answersIn(event), stamp),
    ...(alsoCalled.length > 0 && { alsoCalled }),
  }
}

/** Words on a leg by which nothing went wrong. */
export function wordOn(
  flight: Parameters<typeof legOf>[0],
  { occurredAt, id }: { occurredAt: number; id: string },
  answers: Said,
): DisruptedLeg {
  const departsAt = toMinute(flight.scheduledDeparture)
  return {
    leg: legOf(flight),
    troubles: {},
    words: wordsOf({ departsAt, ...answers }, { at: occurredAt, eventId: id }),
  }
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
    ...(LEFT_BEHIND.has(kind)
      ? { reroute: lateBy(arrivalDelayMinutes) }
      : { [hasArrived(event) ? 'delay' : 'expectedDelay']: arrivalDelayMinutes }),
    [hasLeft(event) ? 'departureDelay' : 'expectedDepartureDelay']: departureDelayMinutes,
    noticeDays: event.noticeDays,
    toldAt: event.toldAt,
    ...(event.reroute && { reroute: rerouteIn(event.reroute) }),
    cause: event.cause,
    extraordinary: event.extraordinary,
    carrierLicence: event.carrierLicence,
    pnr: event.pnr,
    cabin: event.cabin,
    boarded: event.boarded,
  }
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
 * Whether a report tells how late the flight did arrive, and not how late it is thought to: as it says, else by whether it
 * can have arrived when it was dated.
 */
function hasArrived(event: Report): boolean {
  const { certainty, occurredAt, arrivalDelayMinutes: late = 0 } = event
  return certainty === undefined ? occurredAt >= arrivesAt(event) + late * MINUTE : certainty === 'actual'
}

function hasLeft({ certainty, occurredAt, scheduledDeparture, departureDelayMinutes: late = 0 }: Report): boolean {
  return certainty === undefined ? occurredAt >= scheduledDeparture + late * MINUTE : certainty === 'actual'
}

/** No airliner is faster. */
const KM_PER_MINUTE = 1000 / 60

/** Where nobody said when it was to arrive: the earliest that it can have been. */
function arrivesAt({ scheduledArrival, scheduledDeparture, from, to }: Report): number {
  if (scheduledArrival !== undefined) return scheduledArrival
  const [origin, destination] = [airportOf(from), airportOf(to)]
  const km = origin && destination ? greatCircleKm(origin, destination) : 0
  return scheduledDeparture + Math.floor(km / KM_PER_MINUTE) * MINUTE
}

function toMinute(instant: number): number {
  return instant - (instant % MINUTE)
}

/** Under the numbers of airlines that sell it, and on the days on which it was to depart before. */
function otherNamesIn(event: Report): string[] {
  const { marketedAs = [], earlierDepartures = [] } = event
  const names = [
    ...marketedAs.map((sold) => legOf({ ...event, ...sold })),
    ...earlierDepartures.map((scheduledDeparture) => legOf({ ...event, scheduledDeparture })),
  ]
  return [...new Set(names)].filter((name) => name !== legOf(event)).sort()
}
