import { MINUTE } from '../../../shared/domain/calendar.ts'
import type { GrantRequest } from '../../../shared/ports/index.ts'
import type { Played } from '../machine/play.ts'
import { UNREADABLE_TIME } from '../story/generators/cancelled.ts'
import { paymentsIn } from './2-money.ts'
import { processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { legOf, type Told, type ToldEvent } from './told.ts'

/** What the law owes is paid on what happened, to whom it happened, and by what can be read. */
export const statutory: Check = (played, told) => [
  ...paidOnEstimates(played, told),
  ...paidUnboarded(played, told),
  ...paidOverAReroute(played, told),
  ...paidUnread(played, told),
]

/** What the law owes is paid for what happened: a delay that was only expected pays nobody. */
function paidOnEstimates(played: Played, told: Told): string[] {
  return paymentsIn(played).flatMap(({ request }) => {
    if (request.basis !== 'statutory') return []
    const legs = [request.key, ...(request.alsoKeyed ?? [])].map((key) => key.slice(0, key.indexOf('+')))
    const person = told.personOf(request.memberId)
    const reports = told.events.filter(
      ({ type, memberId, detail }) =>
        type === 'member.disrupted' && told.personOf(memberId) === person && legs.includes(legOf(detail)),
    )
    const happened = reports.some(({ detail }) => detail.kind !== 'delay' || detail.certainty === 'actual')
    return happened ? [] : [`${request.memberId} was paid for ${request.key}, of which only estimates were told`]
  })
}

/** A delay is suffered by who travels: somebody said that they were on board, or that they flew it. */
function paidUnboarded(played: Played, told: Told): string[] {
  return paymentsIn(played).flatMap(({ request }) => {
    if (request.basis !== 'statutory') return []
    const legs = [request.key, ...(request.alsoKeyed ?? [])].map((key) => key.slice(0, key.indexOf('+')))
    const person = told.personOf(request.memberId)
    const of = (type: string) =>
      told.events.filter(
        (event) =>
          event.type === type && told.personOf(event.memberId) === person && legs.includes(legOf(event.detail)),
      )
    const reports = of('member.disrupted')
    const travelled =
      reports.some(({ detail }) => detail.kind !== 'delay' || detail.boarded === true) ||
      of('member.boarded').some(({ detail }) => detail.boarded !== false) ||
      of('flight.completed').length > 0
    return travelled
      ? []
      : [`${request.memberId} was paid for the delay ${request.key}, and nobody said they travelled`]
  })
}

/** The legs that a payment is for. */
function legsOf({ key, alsoKeyed = [] }: GrantRequest): string[] {
  return [key, ...alsoKeyed].map((each) => each.slice(0, each.indexOf('+')))
}

/**
 * A changed booking says that the member was given another flight: what is owed for the cancelled one goes by how much later
 * that one came. London to New York, in pence: nothing, half or all; where 30 minutes more or less decide, a person does.
 */
function paidOverAReroute(played: Played, told: Told): string[] {
  const flown = told.events.filter(({ type, detail }) => type === 'flight.completed' && detail.flightNumber === '822')
  return flown.flatMap(({ memberId, detail }) => {
    const person = told.personOf(memberId)
    const bookings = told.events.filter(
      ({ type, memberId: card, detail: { flights } }) =>
        type === 'booking.created' && told.personOf(card) === person && numberIn(flights, '82'),
    )
    const [first, changed] = bookings.map(
      ({ detail: { flights } }) => (flights as [{ departsAt: string }])[0].departsAt,
    )
    // Two such stories of one person are not told apart here.
    if (bookings.length !== 2 || !first || !changed) return []
    const planned = (Date.parse(changed) - Date.parse(first)) / MINUTE
    const owed = owedFor(planned + Number(detail.arrivalDelayMinutes))
    const sum = paidFor(played, told, person, 'CA821:')
    const known = bookings.every((event) => isKnownBefore(event, Date.parse(first), played))
    return !known || sum === 0 || sum === owed
      ? []
      : [
          `${person} was paid ${sum} for a flight in whose place they had another one: ${owed ?? 'nothing by itself'} is owed`,
        ]
  })
}

function numberIn(flights: unknown, beginning: string): boolean {
  return (flights as { flightNumber: string }[]).some(({ flightNumber }) => flightNumber.startsWith(beginning))
}

const MARGIN = 30

function owedFor(minutes: number): number | undefined {
  const [least, most] = [minutes - MARGIN, minutes + MARGIN].map((late) =>
    late < 120 ? 0 : late <= 240 ? 260_00 : 520_00,
  )
  return least === most ? least : undefined
}

/** Somebody was done with the event before the instant: everything decided from then on knows of it. */
function isKnownBefore({ id }: ToldEvent, instant: number, played: Played): boolean {
  const seen = processedIn(played).filter((each) => each.id === id)
  const first = played.witness.log.find(({ at }) => at >= instant)?.seq ?? Number.POSITIVE_INFINITY
  return seen.some(({ doneAt }) => doneAt < first)
}

function paidFor(played: Played, told: Told, person: string, leg: string): number {
  const payments = paymentsIn(played).filter(
    ({ request }) =>
      request.basis === 'statutory' &&
      told.personOf(request.memberId) === person &&
      legsOf(request).some((each) => each.startsWith(leg)),
  )
  return payments.reduce((sum, { request }) => sum + request.amount, 0)
}

/** Of a flight of which nobody can read when passengers were told, and which nobody has corrected, nothing is paid. */
function paidUnread(played: Played, told: Told): string[] {
  const reports = told.events.filter(({ type, detail }) => type === 'member.disrupted' && 'toldAt' in detail)
  return [...Map.groupBy(reports, ({ detail }) => legOf(detail))].flatMap(([leg, said]) => {
    const persons = new Set(said.map(({ memberId }) => told.personOf(memberId)))
    if (said.some(({ detail }) => detail.toldAt !== UNREADABLE_TIME)) return []
    return [...persons]
      .filter((person) => paidFor(played, told, person, leg) > 0)
      .map((person) => `${person} was paid for ${leg}, and nobody can read when they were told that it is cancelled`)
  })
}
