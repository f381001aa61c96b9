import { calendarOf } from '../../../shared/domain/calendar.ts'
import { type Facts, factsOf } from '../../../shared/domain/member/facts.ts'
import type { Played } from '../machine/play.ts'
import { standingOf, wordsOf } from './consent-words.ts'
import type { Check } from './promise.ts'
import { type Detail, isLater, legOf, type Told, type ToldEvent } from './told.ts'

/**
 * 8. Facts that come from airline events are the same in any order of arrival: those of an independent fold, which knows
 * no order. Whoever asked to be forgotten has none.
 */
export const sameFacts: Check = (played, told) =>
  [...played.members.values()].flatMap((member) => {
    const { memberId } = member
    const facts = factsOf(member, played.story.endsAt, calendarOf('UTC'))
    if (told.isErased(memberId)) return forgotten(played, memberId)
    if (told.personOf(memberId) !== memberId)
      return member.legacy ? [`${memberId} was merged, and never handed down`] : []
    const expected = toldOf(told, memberId)
    const found = foundIn(facts)
    return Object.keys(expected)
      .filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
      .map(
        (name) => `${memberId}: ${name} is ${JSON.stringify(found[name])}, told was ${JSON.stringify(expected[name])}`,
      )
  })

/** The plainest way to know a member: everything that was told of their cards, the latest word for each single value. */
function toldOf(told: Told, person: string): Detail {
  const events = told.events.filter(({ memberId }) => told.personOf(memberId) === person)
  const of = (type: string) => events.filter((event) => event.type === type)
  const flights = reported(of('flight.completed'), ({ detail }) => legOf(detail))
  const booked = [
    ...Map.groupBy([...of('booking.created'), ...of('booking.cancelled')], ({ detail }) => String(detail.pnr)),
  ]
    .filter(([, said]) => lastOf(said)?.type === 'booking.created')
    .map(([pnr]) => pnr)
  const resolved = new Set(of('complaint.resolved').map(({ detail }) => detail.complaintId))
  return {
    email: lastSaying(events, 'email'),
    tier: lastSaying(events, 'tier'),
    timeZone: lastSaying(events, 'timeZone'),
    familyName: lastSaying(events, 'familyName'),
    consent: standingOf(wordsOf(events, 'marketing'), told.areOneBefore) ?? null,
    service: standingOf(wordsOf(events, 'service'), told.areOneBefore) ?? true,
    flights: flights.map(({ first }) => new Date(first.occurredAt).toISOString()).sort(),
    distanceKm: flights.reduce((sum, { last }) => sum + Number(last.detail.distanceKm), 0),
    booked: booked.sort(),
    disruptions: reported(of('member.disrupted'), ({ detail }) => `${legOf(detail)} ${detail.kind}`)
      .filter(({ about, last }) => !about.endsWith('cancellation') || !fliesAgain(last, of('member.reinstated')))
      .map(({ about }) => about)
      .sort(),
    open: [...new Set(of('complaint.filed').map(({ detail }) => String(detail.complaintId)))]
      .filter((id) => !resolved.has(id))
      .sort(),
    surveys: of('survey.answered')
      .map(({ detail }) => Number(detail.nps))
      .sort(),
  }
}

/** A cancellation that was taken back counts as none. */
function fliesAgain(cancelled: ToldEvent, reinstated: readonly ToldEvent[]): boolean {
  return reinstated.some((each) => legOf(each.detail) === legOf(cancelled.detail) && isLater(each, cancelled))
}

/** What is told of one thing more than once is one thing: dated by the first word, and what the last one says. */
function reported(events: readonly ToldEvent[], aboutOf: (event: ToldEvent) => string) {
  return [...Map.groupBy(events, aboutOf)].map(([about, said]) => {
    const inOrder = said.toSorted((a, b) => (isLater(a, b) ? 1 : -1))
    return { about, first: inOrder[0]!, last: inOrder.at(-1)! }
  })
}

/** The same of the facts that the pipeline gives. */
function foundIn(facts: Facts): Detail {
  const { email, tier, timeZone, familyName, flown, complaints } = facts
  return {
    email,
    tier,
    timeZone,
    familyName,
    consent: facts.consent.email,
    service: facts.consent.service,
    flights: facts.recentFlights.map(({ at }) => String(at)).sort(),
    distanceKm: flown.distanceKm,
    booked: facts.bookings.map(({ pnr }) => pnr).sort(),
    disruptions: facts.disruptions.map(({ leg, kind }) => `${leg} ${kind}`).sort(),
    open: complaints
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ complaintId }) => complaintId)
      .sort(),
    surveys: facts.surveys.map(({ nps }) => Number(nps)).sort(),
  }
}

function forgotten({ members, records }: Played, memberId: string): string[] {
  const { layers, flights, bookings, complaints, surveys, disruptions, journeys } = members.get(memberId)!
  const known = [layers, flights, bookings, complaints, surveys, disruptions, journeys].flat().length
  const kept = JSON.stringify([members.get(memberId), records.get(memberId)])
  return [
    ...(known > 0 ? [`${memberId} asked to be forgotten, and something came back`] : []),
    ...(/@example\.com|"Mei"/.test(kept) ? [`${memberId} asked to be forgotten, and a name or address is kept`] : []),
  ]
}

function lastOf(events: readonly ToldEvent[]): ToldEvent | undefined {
  return events.reduce<ToldEvent | undefined>((last, each) => (last && isLater(last, each) ? last : each), undefined)
}

function lastSaying(events: readonly ToldEvent[], field: string): unknown {
  const profile = events.filter(({ type }) => type === 'member.enrolled' || type === 'member.updated')
  return lastOf(profile.filter(({ detail }) => detail[field] !== undefined))?.detail[field]
}
