import type { AirlineEventType, MemberEvent } from '../../contract/index.ts'
import { eventAsWritten } from '../../contract/written.ts'
import { anonymousEvent, isKept, type KeptEvent, type Keys } from '../sample/anonymous.ts'
import { withWhatItsTextSays } from '../scores/complaints/unsorted.ts'

/** An event as an example writes it, without who it is about and when. */
export interface NamelessEvent {
  event: AirlineEventType
  fields: Record<string, unknown>
}

/** Answers to what we sent: an example knows which one is meant. */
const ANSWERS = ['offer.accepted', 'offer.declined', 'message.opened', 'message.replied'] as const
const YEARS = 5
/** Of the contract's own description: it is that of nobody. */
const PHONE = '+86 138 0013 8000'

/** Calls what has an id by the order in which it is met: nothing of the id is left. */
export function namesInOrder(): Keys {
  const known = new Map<string, string>()
  return {
    card: 'EXAMPLE',
    id(id) {
      const name = known.get(id) ?? `EX${known.size + 1}`
      known.set(id, name)
      return name
    },
  }
}

/**
 * An event without name, address, texts and ids: what it did, and when a birthday is, are left. Undefined where an example does not
 * tell of such events, because Wingback makes them itself.
 */
export function namelessEvent(event: MemberEvent, keys: Keys): NamelessEvent | undefined {
  const answer = ANSWERS.find((type) => type === event.type)
  if (answer) return { event: answer, fields: {} }
  if (!isKept(event)) return undefined
  const sorted = withWhatItsTextSays(event)
  if (!isKept(sorted)) return undefined
  const { id: _id, ...about } = sorted
  const { type, detail } = eventAsWritten(anonymousEvent(about as KeptEvent, keys))
  const { memberId: _memberId, occurredAt: _occurredAt, ...fields } = detail
  const { email: _email, passengers, ...rest } = fields
  const told: Record<string, unknown> = { ...rest }
  if (Array.isArray(passengers)) told.passengers = passengers.map(({ memberId: _who, ...each }) => each)
  // That there is an address is usual, and which one nobody asks.
  if ('email' in event && event.email === null) told.email = null
  if ('phone' in event && typeof event.phone === 'string') told.phone = PHONE
  if ('birthDate' in event && typeof event.birthDate === 'string') told.birthDate = sameDay(event.birthDate)
  return { event: type as AirlineEventType, fields: told }
}

/** The same birthday in another year: the first within five that has it, so that ages are about right. */
function sameDay(date: string): string {
  const first = Math.floor(Number(date.slice(0, 4)) / YEARS) * YEARS
  const day = date.slice(4)
  for (let year = first; year < first + YEARS; year++) {
    const instant = Date.parse(`${year}${day}`)
    if (!Number.isNaN(instant) && new Date(instant).toISOString().slice(4, 10) === day) return `${year}${day}`
  }
  return date
}
