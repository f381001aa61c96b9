import type { Envelope, Fault } from '../../contract/index.ts'
import type { Ports, SetAside } from '../../ports/index.ts'
import { survivorOf } from '../survivor.ts'
import { CARDS_AT_MOST, cardsIn, withoutCards } from './cards.ts'

/** The cards whose person was erased, under any of their cards. */
export async function erasedAmong(cards: Iterable<string>, { members }: Pick<Ports, 'members'>): Promise<Set<string>> {
  const ids = [...new Set(cards)]
  if (ids.length === 0) return new Set()
  const stored = await members.read(ids)
  const known = await Promise.all(
    ids.filter((id) => stored.has(id)).map(async (id) => [id, await survivorOf(id, { members })] as const),
  )
  return new Set(known.flatMap(([id, { member }]) => (member?.erasedAt === undefined ? [] : [id])))
}

/** An event as it is set aside when some members it names were erased: that it came, and what it says of others. */
export function withoutErased(envelope: Envelope, erased: ReadonlySet<string>): Envelope {
  return erased.size === 0 ? envelope : { ...envelope, detail: withoutCards(envelope.detail, erased) ?? {} }
}

/** What stays of an entry when a card's person is erased; undefined if it is about nobody else. */
export function setAsideWithout(entry: SetAside, card: string): SetAside | undefined {
  const detail = withoutCards(entry.envelope.detail, new Set([card]))
  if (detail === undefined || isNothing(detail)) return undefined
  const cards = [...cardsIn(detail)].slice(0, CARDS_AT_MOST)
  return { ...entry, fault: withoutWords(entry.fault), envelope: { ...entry.envelope, detail }, cards }
}

/** An entry as it is made when its person was erased before. */
function isNothing(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && Object.keys(detail).length === 0
}

/** The fault without quotations, which may be about the erased person. */
export function withoutWords({ code, path }: Fault): Fault {
  return { code, path, message: `${path || 'the event'} cannot be read` }
}
