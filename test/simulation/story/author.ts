import type { Envelope } from '../../../shared/contract/index.ts'
import type { FlightEventType } from '../../../shared/contract/of-a-flight.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/domain/calendar.ts'
import type { Chance } from '../chance.ts'
import { type AirlineFault, type Happening, iso, type Moment } from './story.ts'

/** What generators write a story with. Instants are when something happens; when the bus hears of it is up to chance. */
export interface Author {
  members: readonly string[]
  campaigns: readonly string[]
  /** How many rulebooks there are. */
  rulebooks: number
  /** An instant between two shares of the story's days. */
  instant(from: number, to: number): number
  /** An id that nothing else has. */
  id(prefix: string): string
  /** An event about a member; mostly told at once and once. */
  event(type: string, memberId: string, at: number, fields: Record<string, unknown>): void
  /** A complaint or a survey that comes without a card. */
  withoutCard(type: string, at: number, fields: Record<string, unknown>): void
  /** A `flight.disrupted`, or what else is told of a flight, which has no member. */
  flight(at: number, fields: Record<string, unknown>, type?: FlightEventType): void
  /** An event of another system, told once. */
  from(source: string, type: string, detail: unknown, at: number): void
  /** The events of a type that were written so far, each once. */
  told(type: string): Told[]
  /** Anything, just as it is. */
  raw(type: string, detail: unknown, at: number, fault: AirlineFault): void
  /** From a source that is no airline system. */
  stray(source: string, type: string, detail: unknown, at: number): void
  /** A message of another system, which a connector reads. */
  message(at: number, text: string, fault?: AirlineFault): void
  happens(at: number, happening: Happening): void
  /** When something happened to a member so far. */
  instantsOf(memberId: string): number[]
  moments(): Moment[]
}

/** An event as it was written. */
export interface Told {
  at: number
  memberId?: string
  detail: Record<string, unknown>
}

export function authorOf(
  { members, campaigns, rulebooks }: Pick<Author, 'members' | 'campaigns' | 'rulebooks'>,
  { begins, days }: { begins: number; days: number },
  chance: Chance,
): Author {
  const moments: Moment[] = []
  const instants = new Map<string, number[]>(members.map((memberId) => [memberId, []]))
  const telling = chance.of('telling')
  const written: (Told & { type: string })[] = []
  let ids = 0
  let deliveries = 0
  let messages = 0

  function put(
    type: string,
    detail: unknown,
    at: number,
    { fault, delivery, source = 'airline.test' }: { fault?: AirlineFault; delivery?: string; source?: string } = {},
  ): Envelope {
    const id = delivery ?? `bus-${++deliveries}`
    const envelope = { id, source, 'detail-type': type, time: iso(at), detail }
    moments.push({ at, is: 'event', envelope, ...(fault && { fault }) })
    return envelope
  }

  /** Told at once, or late; once, or again: another delivery of the event, or the same one. */
  function tell(type: string, detail: Record<string, unknown>, at: number): void {
    const late = telling.is(0.12) ? telling.pick([2 * MINUTE, 3 * HOUR, 30 * HOUR, 4 * DAY]) : 0
    written.push({ type, at, detail, ...(typeof detail.memberId === 'string' && { memberId: detail.memberId }) })
    const { id } = put(type, detail, at + late, late > 0 ? { fault: 'late event' } : {})
    if (!telling.is(0.15)) return
    const again = at + late + telling.pick([0, 500, 10 * MINUTE, 2 * DAY])
    put(type, detail, again, { fault: 'redelivered event', ...(telling.is(0.5) && { delivery: id }) })
  }

  return {
    members,
    campaigns,
    rulebooks,
    instant: (from, to) => begins + Math.floor((from + chance.next() * (to - from)) * days * DAY),
    id: (prefix) => `${prefix}-${++ids}`,
    event(type, memberId, at, fields) {
      instants.get(memberId)!.push(at)
      tell(type, { ...fields, id: `e-${++ids}`, memberId, occurredAt: iso(at) }, at)
    },
    withoutCard(type, at, fields) {
      tell(type, { ...fields, id: `e-${++ids}`, occurredAt: iso(at) }, at)
    },
    flight(at, fields, type = 'flight.disrupted') {
      tell(type, { ...fields, id: `e-${++ids}`, occurredAt: iso(at) }, at)
    },
    from: (source, type, detail, at) => void put(type, detail, at, { source }),
    told: (type) => written.filter((each) => each.type === type),
    stray: (source, type, detail, at) => void put(type, detail, at, { source, fault: 'poison event' }),
    raw: (type, detail, at, fault) => void put(type, detail, at, { fault }),
    message(at, text, fault) {
      const key = `in/ops/${iso(at).slice(0, 10)}/${++messages}`
      moments.push({ at, is: 'message', key, text, ...(fault && { fault }) })
    },
    happens: (at, happening) => void moments.push({ at, ...happening }),
    instantsOf: (memberId) => instants.get(memberId)!,
    moments: () => moments.sort((a, b) => a.at - b.at),
  }
}
