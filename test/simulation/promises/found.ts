import type { Envelope } from '../../../shared/contract/index.ts'
import type { Played } from '../machine/play.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { cardsSentTo, cardsWith, hasList, isLater, lacksCard, nameIn, type Told } from './told.ts'

/**
 * Events that do not say whom they are about reach the member they are about, and no other: by the booking or the address as
 * these are when the event is processed. While one of these moves, either is right.
 */
export const found: Check = (played, told) => {
  const sound = played.witness.puts.filter(({ poison }) => !poison).map(({ envelope }) => envelope)
  const once = [...new Map(sound.map((envelope) => [nameIn(envelope), envelope])).values()]
  return [
    ...once.filter(lacksCard).flatMap((envelope) => ofOneMember(envelope, played, told)),
    ...once.filter((envelope) => !hasList(envelope)).flatMap((envelope) => ofWhoIsBooked(envelope, played, told)),
  ]
}

function ofOneMember(envelope: Envelope, played: Played, told: Told): string[] {
  const what = `${envelope['detail-type']} ${nameIn(envelope)}`
  const persons = new Set(cardsWith(envelope, played.records).map(told.personOf))
  if (persons.size > 1) return [`${what} came without a card, and is in the records of ${[...persons].join(' and ')}`]
  const message = firstMessage(played, envelope, 'events')
  if (!message?.doneAt || somebodyChanged(played)) return []
  const [least, most] = ownersAround(envelope, message, played, told)
  const isAside = played.setAsides.some((aside) => nameIn(aside.envelope) === nameIn(envelope))
  const [person] = persons
  if (person !== undefined && !most.has(person)) return [`${what} is in the record of ${person}, whose it cannot be`]
  // What is certain: the same before and after, and one alone.
  const isCertain = least.size === most.size && [...least].every((each) => most.has(each))
  if (!isCertain) return []
  if (least.size === 1 && person === undefined)
    return [`${what} is about ${[...least][0]}, and they have no record of it`]
  return least.size !== 1 && !isAside ? [`${what} is about ${least.size} members, and was not set aside`] : []
}

/** Merges and erasures move everything at once, and not in one moment. */
function somebodyChanged(played: Played): boolean {
  return processedIn(played).some(({ type }) => type === 'member.merged' || type === 'member.erased')
}

/** Whose the address or the booking was throughout, and whose it was at any time while the event was processed. */
function ownersAround(
  envelope: Envelope,
  { takenAt, doneAt }: Span,
  played: Played,
  told: Told,
): [Set<string>, Set<string>] {
  const { email, pnr } = envelope.detail as { email?: string; pnr?: string }
  const processed = processedIn(played)
  const before = processed.filter((each) => each.doneAt < takenAt)
  const during = processed.filter((each) => each.takenAt < doneAt && each.doneAt >= takenAt)
  const owners = (events: readonly Processed[]) => {
    const cards = [...Map.groupBy(events, ({ memberId }) => memberId)]
    const theirs = cards.filter(([, own]) => (email === undefined ? isBooked(own, pnr!) : addressOf(own) === email))
    return new Set(theirs.map(([memberId]) => told.personOf(memberId)))
  }
  const all = during.map((_, i) => owners([...before, ...during.slice(0, i + 1)]))
  const each = [owners(before), ...during.map((event) => owners([...before, event])), ...all]
  const most = new Set(each.flatMap((some) => [...some]))
  return [new Set([...most].filter((person) => each.every((some) => some.has(person)))), most]
}

function addressOf(events: readonly Processed[]): string | undefined {
  const said = events.filter(({ type, detail }) => /^member\.(enrolled|updated)$/.test(type) && 'email' in detail)
  return lastOf(said)?.detail.email as string | undefined
}

function isBooked(events: readonly Processed[], pnr: string): boolean {
  const said = events.filter(({ type, detail }) => type.startsWith('booking.') && detail.pnr === pnr)
  return lastOf(said)?.type === 'booking.created'
}

function lastOf(events: readonly Processed[]): Processed | undefined {
  return events.reduce<Processed | undefined>((last, each) => (last && isLater(last, each) ? last : each), undefined)
}

interface Span {
  takenAt: number
  doneAt: number
}

/** From when it was taken off its queue first until it was done with last: a redelivery is the same event. */
function firstMessage(played: Played, envelope: Envelope, queue: string): Span | undefined {
  const name = nameIn(envelope)
  const all = [...played.witness.messages.values()].filter(
    (each) => each.queue === queue && nameIn(JSON.parse(each.body) as Envelope) === name,
  )
  if (all.length === 0) return undefined
  const ends = all.map(({ doneAt = Number.POSITIVE_INFINITY }) => doneAt)
  return { takenAt: Math.min(...all.map(({ takenAt }) => takenAt)), doneAt: Math.max(...ends) }
}

/** Who was booked on the leg all the while is told; nobody is who never was. */
function ofWhoIsBooked(envelope: Envelope, played: Played, told: Told): string[] {
  const span = firstMessage(played, envelope, 'flights')
  if (!span || somebodyChanged(played)) return []
  const { flightNumber, scheduledDeparture } = envelope.detail as Record<string, string>
  const isOnIt = ({ type, detail }: Processed) =>
    type === 'booking.created' &&
    (detail.flights as Record<string, string>[]).some(
      (each) => each.flightNumber === flightNumber && each.departsAt === scheduledDeparture,
    )
  const processed = processedIn(played)
  const sent = new Set(cardsSentTo(envelope, played.witness))
  const booked = processed.filter(isOnIt)
  const certain = booked.filter(({ doneAt, memberId, detail: { pnr } }) => {
    const isCancelled = processed.some(
      (each) => each.type === 'booking.cancelled' && each.detail.pnr === pnr && each.memberId === memberId,
    )
    return doneAt < span.takenAt && !isCancelled
  })
  const strangers = [...sent].filter(
    (card) => !booked.some(({ memberId }) => told.personOf(memberId) === told.personOf(card)),
  )
  return [
    ...certain
      .filter(({ memberId }) => !sent.has(memberId))
      .map(({ memberId }) => `${memberId} is booked on ${nameIn(envelope)}, and was not told`),
    ...strangers.map((card) => `${card} was told of ${nameIn(envelope)}, and is not booked on it`),
  ]
}
