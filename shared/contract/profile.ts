import { shortHash } from '../standards/hash.ts'
import { airlineEvents } from './airline.ts'
import { printOf } from './identity.ts'
import { type Envelope, type Fault, faultOf, parseEnvelope } from './index.ts'

/** A field that cannot be read, as a word on the profile by itself: corrected, it can be sent so. */
export interface FieldApart {
  envelope: Envelope
  fault: Fault
}

/** Whose profile it is, and when that was said. */
const ABOUT = ['id', 'occurredAt', 'memberId']
/** That, and what somebody's rights hang on. */
const NEEDED = new Set([...ABOUT, 'consent'])

/**
 * Reads an event of a profile without those of its fields that cannot be read: a bad zone costs nobody their membership.
 * Any other event is read as a whole.
 */
export function parseWithApart(
  envelope: Envelope,
  now: number,
): {
  parsed: ReturnType<typeof parseEnvelope>
  apart: FieldApart[]
} {
  const parsed = parseEnvelope(envelope, now)
  const bad = parsed.ok ? [] : badFieldsOf(envelope)
  if (bad.length === 0) return { parsed, apart: [] }
  const detail = { ...(envelope.detail as Record<string, unknown>) }
  for (const field of bad) delete detail[field]
  const rest = parseEnvelope({ ...envelope, detail }, now)
  if (!rest.ok) return { parsed, apart: [] }
  const said = bad.map((field) => (envelope.detail as Record<string, unknown>)[field])
  // What cannot be read is part of what is said all the same.
  return {
    parsed: { ...rest, print: printOf({ ...rest.event, apart: said } as Record<string, unknown>) },
    apart: bad.map((field) => alone(envelope, field)),
  }
}

function badFieldsOf({ 'detail-type': type, detail }: Envelope): string[] {
  if (type !== 'member.enrolled' && type !== 'member.updated') return []
  const { error } = airlineEvents[type].safeParse(detail)
  const fields = [...new Set(error?.issues.map(({ path }) => String(path[0] ?? '')))]
  if (fields.some((field) => field === '' || NEEDED.has(field))) return []
  return type === 'member.enrolled' || saysMore(detail, fields) ? fields : []
}

/** An update that says nothing else has no rest to take: it stays set aside as it is, however often it is replayed. */
function saysMore(detail: unknown, bad: readonly string[]): boolean {
  const without = new Set([...ABOUT, ...bad])
  const known = Object.keys(airlineEvents['member.updated'].shape)
  return known.some((field) => Object.hasOwn(Object(detail), field) && !without.has(field))
}

const HASH_CHARS = 10

/** The profile with this field alone, under an id that is derived from both. */
function alone(envelope: Envelope, field: string): FieldApart {
  const { id, occurredAt, memberId, [field]: said } = envelope.detail as Record<string, unknown>
  const derived = `${String(id).slice(0, 100)}:${shortHash([String(id), field], HASH_CHARS)}`
  const detail = { id: derived, occurredAt, memberId, [field]: said }
  const { error } = airlineEvents['member.updated'].safeParse(detail)
  // A redelivery has another id and time of the bus: it is the same field all the same.
  const own = { id: derived, time: String(occurredAt), 'detail-type': 'member.updated', detail }
  // It is an entry of its own: what was set aside before and is replayed goes with the rest, which is taken.
  const { setAsideKey: _, ...delivery } = envelope
  return { envelope: { ...delivery, ...own }, fault: faultOf(error!, detail) }
}
