import type { Envelope } from '../../../shared/contract/index.ts'
import type { Played } from '../machine/play.ts'
import { type Detail, happenedAt, nameIn } from './told.ts'

/** An event about a member as the pipeline took it off its queue, and was done with it; places in the order of what was seen. */
export interface Processed {
  id: string
  type: string
  memberId: string
  /** It was told of this one: of a card that was merged since, another one. */
  card: string
  occurredAt: number
  detail: Detail
  takenAt: number
  /** From here on every decision knows of it. */
  doneAt: number
}

const processedOf = new WeakMap<Played, Processed[]>()

/** Everything sound about members that was taken off the queue of events. */
export function processedIn(played: Played): Processed[] {
  const known = processedOf.get(played)
  if (known) return known
  const poison = new Set(played.witness.puts.filter((put) => put.poison).map(({ envelope }) => envelope.id))
  const all = [...played.witness.messages.values()].flatMap(({ queue, body, takenAt, doneAt }) => {
    const envelope = JSON.parse(body) as Envelope
    const { id: delivery, card, detail, 'detail-type': type } = envelope
    if (queue !== 'events' || poison.has(delivery)) return []
    const { memberId } = Object(detail) as Detail
    return [
      {
        id: nameIn(envelope),
        type,
        memberId: String(memberId),
        card: card ?? String(memberId),
        occurredAt: happenedAt(envelope),
        detail: Object(detail) as Detail,
        takenAt,
        doneAt: doneAt ?? Number.POSITIVE_INFINITY,
      },
    ]
  })
  processedOf.set(played, all)
  return all
}
