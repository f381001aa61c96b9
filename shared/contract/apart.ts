import { shortHash } from '../standards/hash.ts'
import { airlineEvents } from './airline.ts'
import { type BadField, withoutBad } from './bad-fields.ts'
import { nameOf, printOf } from './identity.ts'
import { type Envelope, type Fault, parseEnvelope } from './index.ts'
import { misspeltIn } from './misspelt.ts'

/** An unreadable field, as an event of its own that can be corrected and sent alone. */
export interface Apart {
  envelope: Envelope
  fault: Fault
}

/** Fields on which somebody's rights depend. They are never left out: the event would mean something else without them. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'member.enrolled': ['consent'],
  'member.updated': ['consent'],
  'consent.changed': ['purpose'],
  'flight.disrupted': ['passengers'],
  'flight.reinstated': ['passengers'],
  'flight.rescheduled': ['passengers'],
  'flight.boarded': ['passengers'],
}

/** Of one event: more is another kind of event. */
const MISSPELT_AT_MOST = 5

const PROFILES = new Set(['member.enrolled', 'member.updated'])

/**
 * Reads an event without those of its optional fields that cannot be read, or are misspelt: a wrong time zone costs nobody their
 * membership.
 */
export function parseWithApart(
  envelope: Envelope,
  now: number,
): {
  parsed: ReturnType<typeof parseEnvelope>
  apart: Apart[]
} {
  const parsed = parseEnvelope(envelope, now)
  if (parsed.ok) return withoutMisspelt(envelope, parsed)
  if (parsed.fault.code !== 'bad-field' || isApart(envelope)) return { parsed, apart: [] }
  const type = envelope['detail-type']
  const needed = NEEDED[type] ?? []
  const left = withoutBad(envelope.detail, (detail) => {
    const read = parseEnvelope({ ...envelope, detail }, now)
    return read.ok ? undefined : PROFILES.has(type) ? ofWholeField(read.fault) : read.fault
  })
  if (!left || left.bad.some(({ path }) => needed.includes(topOf(path))) || !saysMore(type, left.rest))
    return { parsed, apart: [] }
  const rest = parseEnvelope({ ...envelope, detail: left.rest }, now)
  if (!rest.ok) return { parsed, apart: [] }
  // The unreadable fields are part of the fingerprint, because they are part of what was said.
  const print = printOf({ ...rest.event, apart: left.bad.map(({ said }) => said) } as Record<string, unknown>)
  const event = { ...rest.event, unread: left.bad.map(({ path }) => path) }
  return { parsed: { ok: true, event, print }, apart: left.bad.map((field) => alone(envelope, field)) }
}

/** Nothing is decided by a field that does not exist; what was meant by it counts as unreadable. */
function withoutMisspelt(envelope: Envelope, parsed: Extract<ReturnType<typeof parseEnvelope>, { ok: true }>) {
  const type = envelope['detail-type']
  const known = envelope.source === 'wingback' ? undefined : airlineEvents[type as keyof typeof airlineEvents]
  const misspelt = known ? misspeltIn(envelope.detail, Object.keys(known.shape)).slice(0, MISSPELT_AT_MOST) : []
  const [first] = misspelt
  if (!first) return { parsed, apart: [] }
  if (isApart(envelope)) return { parsed: { ok: false as const, fault: first.fault }, apart: [] }
  const event = { ...parsed.event, unread: misspelt.map(({ meant }) => meant) }
  return { parsed: { ...parsed, event }, apart: misspelt.map((field) => alone(envelope, field)) }
}

/** A field of a profile is corrected, and sent again, as a whole. */
function ofWholeField(fault: Fault): Fault {
  return { ...fault, path: topOf(fault.path) }
}

function topOf(path: string): string {
  return path.split('.', 1)[0]!
}

/** Who it is about, and when it was said. */
const ABOUT = ['id', 'occurredAt', 'memberId']

/**
 * Whether an event still says something without its unreadable fields. An update or a survey without anything else does not:
 * it stays set aside as it is, however often it is replayed. An enrolment does.
 */
function saysMore(type: string, rest: unknown): boolean {
  if (type === 'member.enrolled') return true
  const known = Object.keys(airlineEvents[type as keyof typeof airlineEvents]?.shape ?? {})
  return known.some((field) => !ABOUT.includes(field) && Object.hasOwn(Object(rest), field))
}

const HASH_CHARS = 10
/** Separates the producer's id from the suffix, in the id of an event derived from another. */
const DERIVED = '~'

/**
 * Of a profile, only the unreadable field; of any other event, all of it. The id is derived from the producer's id and the
 * field, because a redelivery has another id and time on the bus.
 */
function alone(envelope: Envelope, { path, said, fault }: BadField): Apart {
  const told = envelope.detail as Record<string, unknown>
  const { id, occurredAt, memberId } = told
  const derived = `${String(id).slice(0, 100)}${DERIVED}${shortHash([String(id), path], HASH_CHARS)}`
  const type = PROFILES.has(envelope['detail-type']) ? 'member.updated' : envelope['detail-type']
  const detail =
    type === 'member.updated' ? { id: derived, occurredAt, memberId, [path]: said } : { ...told, id: derived }
  const made = { ...envelope, id: derived, time: String(occurredAt), 'detail-type': type, detail }
  const message = `${fault.message}. All else was taken`
  return { envelope: { ...made, setAsideKey: apartKeyOf(made)! }, fault: { ...fault, message } }
}

/**
 * The key of the set-aside entry, if the event corrects one that was made of an unreadable field. Once accepted, that entry
 * is removed.
 */
export function apartKeyOf({
  source,
  'detail-type': type,
  detail,
}: Pick<Envelope, 'source' | 'detail-type' | 'detail'>) {
  const { id } = Object(detail) as { id?: unknown }
  const isDerived = typeof id === 'string' && id.at(-HASH_CHARS - 1) === DERIVED
  return isDerived ? `${APART}${nameOf(source, type, id)}` : undefined
}

const APART = 'field#'

/**
 * Whether it is such an entry, retried without a correction: then there is no event left, because everything else of it was
 * accepted before.
 */
function isApart({ setAsideKey }: Envelope): boolean {
  return setAsideKey?.startsWith(APART) ?? false
}
