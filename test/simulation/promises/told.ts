import { nameOf } from '../../../shared/contract/identity.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import { isOfAFlight, OF_A_FLIGHT } from '../../../shared/contract/of-a-flight.ts'
import type { Played } from '../machine/play.ts'
import type { Seen } from '../machine/witness.ts'
import { UNREADABLE } from '../story/generators/flights.ts'

/**
 * What the airline told, worked out anew from what was put on the bus alone, by other means than the pipeline's: the
 * measure that promises are held against.
 */
export interface Told {
  /** Every event that is sound, once. */
  events: ToldEvent[]
  /** Everybody's cards: those that were merged into one another are one person's. */
  personOf(memberId: string): string
  cardsOf(person: string): string[]
  /** By what was told to have happened before an instant. */
  areOneBefore(card: string, other: string, at: number): boolean
  /** Asked to be forgotten, by any of their cards. */
  isErased(memberId: string): boolean
}

/** An event's fields as the producer wrote them. */
export type Detail = Record<string, unknown>

export interface ToldEvent extends Seen {
  /** Of its source, its type and its id: what its record is kept under. */
  id: string
  type: string
  memberId: string
  /** The same: nobody has sent it on yet. */
  card: string
  occurredAt: number
  detail: Detail
}

export function toldBy({
  witness,
  records = new Map(),
}: Pick<Played, 'witness'> & Partial<Pick<Played, 'records'>>): Told {
  const events = new Map<string, ToldEvent>()
  for (const { envelope, poison, seq, at } of witness.puts) {
    if (poison) continue
    const found = lacksCard(envelope)
      ? cardsWith(envelope, records)
      : hasList(envelope)
        ? []
        : cardsSentTo(envelope, witness)
    for (const event of eventsOf(envelope, found)) {
      if (!events.has(event.id)) events.set(event.id, { ...event, card: event.memberId, seq, at })
    }
  }
  const all = [...events.values()]
  const merges = all.filter(({ type }) => type === 'member.merged')
  const into = new Map(merges.map(({ memberId, detail }) => [memberId, String(detail.into)]))
  const personOf = (memberId: string): string => {
    const survivor = into.get(memberId)
    return survivor === undefined ? memberId : personOf(survivor)
  }
  const areOneBefore = (card: string, other: string, at: number): boolean => {
    const cards = new Set([card])
    for (let known = 0; known < cards.size; ) {
      known = cards.size
      for (const { memberId, detail } of merges.filter(({ occurredAt }) => occurredAt < at)) {
        const both = [memberId, String(detail.into)]
        if (both.some((each) => cards.has(each))) for (const each of both) cards.add(each)
      }
    }
    return cards.has(other)
  }
  const erased = new Set(all.filter(({ type }) => type === 'member.erased').map(({ memberId }) => personOf(memberId)))
  const cards = [...new Set(all.map(({ memberId }) => memberId))]
  return {
    events: all,
    personOf,
    cardsOf: (person) => cards.filter((card) => personOf(card) === person),
    areOneBefore,
    isErased: (memberId) => erased.has(personOf(memberId)),
  }
}

/** Whether an event about a member leaves it to the pipeline to find out whom it is about. */
export function lacksCard({ 'detail-type': type, detail }: Envelope): boolean {
  return !isOfAFlight(type) && type !== '' && Object(detail).memberId === undefined
}

/** Whether it says itself whom it is about. */
export function hasList({ 'detail-type': type, detail }: Envelope): boolean {
  return !isOfAFlight(type) || Array.isArray(Object(detail).passengers)
}

/** Who has a record of an event that came without a card. That it is the right one is a promise of its own. */
export function cardsWith(envelope: Envelope, records: Played['records']): string[] {
  const name = nameIn(envelope)
  return [...records].flatMap(([memberId, all]) => (all.some(({ id }) => id === name) ? [memberId] : []))
}

/** Who was sent word of a flight that came without a list. */
export function cardsSentTo(envelope: Envelope, { messages }: Played['witness']): string[] {
  const prefix = passengerIds(envelope)
  const sent = [...messages.values()].flatMap(({ queue, body }) => {
    const { id, memberId } = queue === 'events' ? Object((JSON.parse(body) as Envelope).detail) : {}
    return String(id).startsWith(prefix) && id === `${prefix}${memberId}` ? [String(memberId)] : []
  })
  return [...new Set(sent)]
}

/** What the ids of what each passenger of a flight is sent begin with. */
export function passengerIds(envelope: Envelope): string {
  return `${nameIn(envelope).replace('!', ':')}:`
}

/** A flight with its passengers is an event about each of them. `found`: where it does not say whom it is about. */
function eventsOf(envelope: Envelope, found: readonly string[]): Omit<ToldEvent, keyof Seen | 'card'>[] {
  const detail = envelope.detail as Detail
  const type = envelope['detail-type']
  const occurredAt = happenedAt(envelope)
  if (!isOfAFlight(type)) {
    const cards = lacksCard(envelope) ? found : [String(detail.memberId)]
    return cards.map((memberId) => ({ id: nameIn(envelope), type, memberId, occurredAt, detail }))
  }
  const listed = detail.passengers as { memberId: string; boarded?: boolean }[] | undefined
  const passengers: { memberId: string; boarded?: boolean }[] = listed ?? found.map((memberId) => ({ memberId }))
  return passengers
    .filter(({ memberId }) => memberId !== UNREADABLE)
    .map(({ memberId, boarded }) => ({
      id: `${passengerIds(envelope)}${memberId}`,
      type: OF_A_FLIGHT[type],
      memberId,
      occurredAt,
      detail: boarded === undefined ? detail : { ...detail, boarded },
    }))
}

/** When something happened. A word on consent that is dated ahead had been said when the bus had it. */
export function happenedAt({ 'detail-type': type, time, detail }: Envelope): number {
  const dated = Date.parse(String(Object(detail).occurredAt))
  return type === 'consent.changed' ? Math.min(dated, Date.parse(time)) : dated
}

/** What an event is known by: source, type and id, or the derived id of one of Wingback's own. */
export function nameIn({ source, 'detail-type': type, detail }: Envelope): string {
  const id = String(Object(detail).id)
  return source === 'wingback' ? id : nameOf(source, type, id)
}

/** The later of two that set one thing: the greater instant, then the greater id. */
export function isLater(a: { occurredAt: number; id: string }, b: { occurredAt: number; id: string }): boolean {
  return a.occurredAt > b.occurredAt || (a.occurredAt === b.occurredAt && a.id > b.id)
}

/** The flight leg that something is about, named in one way. */
export function legOf(flight: Detail): string {
  const from = String(flight.from).toUpperCase()
  const timeZone = ZONES[from]
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(String(flight.scheduledDeparture)))
  const carrier = flight.carrier === 'CCA' ? 'CA' : flight.carrier
  const number = String(flight.flightNumber).replace(/^(CA)?0*/, '')
  return `${carrier}${number}:${from}-${flight.to}:${date}`
}

/** Of the airports that stories begin at. */
const ZONES: Record<string, string> = { PEK: 'Asia/Shanghai', LHR: 'Europe/London' }
