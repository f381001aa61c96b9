import { DAY, MINUTE } from '../../../shared/domain/calendar.ts'
import type { Played } from '../machine/play.ts'
import { TAGS } from '../story/generators/briefings.ts'
import type { Check } from './promise.ts'
import type { Told, ToldEvent } from './told.ts'

/** A leg that members booked, as a booking says it. */
interface Segment {
  carrier: string
  flightNumber: string
  from: string
  to: string
  departsAt: string
}

/**
 * Hours before each departure on which a member is booked its briefing is announced, in numbers alone, and no other is; and a bag is
 * tagged for whoever had a slow one and flies again.
 */
export const briefed: Check = (played, told) => {
  const before = hoursBefore(played)
  if (before === undefined) return []
  return [...missing(played, told, before), ...unfounded(played, told, before), ...tags(played, told)]
}

/** By the settings, which are the same in all rulebooks of a story. */
function hoursBefore({ witness }: Played): number | undefined {
  const all = [...witness.rulebooks.values()].map(({ settings }) => settings.briefings)
  return all.every((each) => each === all[0]) ? all[0] : undefined
}

function bookingsIn({ events }: Told): { event: ToldEvent; segment: Segment }[] {
  return events
    .filter(({ type }) => type === 'booking.created')
    .flatMap((event) => (event.detail.flights as Segment[]).map((segment) => ({ event, segment })))
}

function announced({ witness }: Played) {
  return witness.announcements.flatMap(({ at, announcement }) =>
    announcement.type === 'briefing.ready' ? [{ at, detail: announcement.detail }] : [],
  )
}

function isOf(segment: Segment, detail: ReturnType<typeof announced>[number]['detail']): boolean {
  const { flight, from, to, departsAt } = detail
  const isSameLeg = flight === segment.carrier + segment.flightNumber && from === segment.from && to === segment.to
  return isSameLeg && Date.parse(departsAt) === Date.parse(segment.departsAt)
}

/** Who booked in time, and of whose booking and flight nothing else was ever told. */
function missing(played: Played, told: Told, before: number): string[] {
  const ready = announced(played)
  const beginsAt = played.witness.worlds[0]?.at ?? Number.POSITIVE_INFINITY
  const isAlone = ({ memberId, detail }: ToldEvent, { flightNumber }: Segment) =>
    !told.events.some(
      (other) =>
        (other.memberId === memberId && /^member\.(merged|erased)$/.test(other.type)) ||
        (other.type === 'member.merged' && other.detail.into === memberId) ||
        (other.detail.pnr === detail.pnr && other.type !== 'booking.created') ||
        (other.type !== 'booking.created' && other.detail.flightNumber === flightNumber),
    )
  const known = bookingsIn(told).filter(({ event, segment }) => {
    const dueAt = Date.parse(segment.departsAt) - before
    const isInTime = Math.max(event.at, beginsAt) + DAY < dueAt && dueAt + DAY < played.story.endsAt
    return isInTime && isAlone(event, segment)
  })
  return known
    .filter(({ segment }) => !ready.some(({ detail }) => isOf(segment, detail)))
    .map(({ event, segment }) => `${event.memberId} flies ${segment.flightNumber} at ${segment.departsAt}: no briefing`)
}

function unfounded(played: Played, told: Told, before: number): string[] {
  const bookings = bookingsIn(told)
  const ready = announced(played)
  const byId = Map.groupBy(ready, ({ detail }) => detail.id)
  // Whatever strikes may have it told once more.
  const timesAtMost = 1 + played.witness.strikes.length
  return [
    ...ready.flatMap(({ at, detail }) => {
      const departsAt = Date.parse(detail.departsAt)
      const isTimely = at >= departsAt - before && at <= departsAt + 10 * MINUTE
      return [
        ...(bookings.some(({ segment }) => isOf(segment, detail)) ? [] : [`nobody ever booked ${detail.id}`]),
        ...(isTimely ? [] : [`${detail.id} was announced at ${new Date(at).toISOString()}`]),
        ...(/\bM\d\b/.test(JSON.stringify(detail)) ? [`${detail.id} names a member`] : []),
      ]
    }),
    ...[...byId].filter(([, all]) => all.length > timesAtMost).map(([id, all]) => `${id} was told ${all.length} times`),
  ]
}

/** A task to tag bags has a slow bag, and a flight to come, behind it; and comes once a week. */
function tags({ witness }: Played, told: Told): string[] {
  const opened = witness.announcements.flatMap(({ announcement }) =>
    announcement.type === 'task.opened' && announcement.detail.campaign === TAGS ? [announcement.detail] : [],
  )
  const once = [...new Map(opened.map((task) => [task.taskId, task])).values()]
  // By card: what was two cards in that week may be one person's since.
  const cards = Map.groupBy(once, ({ memberId }) => memberId)
  return [...cards].flatMap(([card, tasks]) => {
    const theirs = told.events.filter(({ memberId }) => told.personOf(memberId) === told.personOf(card))
    const hadSlowBag = theirs.some(({ detail }) => detail.kind === 'baggageDelay')
    const instants = tasks.map(({ occurredAt }) => Date.parse(occurredAt)).sort((a, b) => a - b)
    const isSoonAgain = instants.some((at, i) => i > 0 && at - instants[i - 1]! < 6 * DAY)
    return [
      ...(hadSlowBag ? [] : [`${card}'s bags are tagged, and none was ever slow`]),
      ...(isSoonAgain ? [`${card}'s bags are tagged twice within a week`] : []),
    ]
  })
}
