import * as z from 'zod'
import { endedBefore } from '../standards/currency.ts'
import { nearest } from '../standards/nearest.ts'
import { type AirlineEvent, type AirlineEventType, airlineEvents } from './airline.ts'
import { meantElsewhere } from './called-elsewhere.ts'
import { nameOf, OWN_PRINT, printOf } from './identity.ts'
import { asWritten, mayBeNull } from './json-schema.ts'
import type { FlightEventType } from './of-a-flight.ts'
import type { NotedReason } from './reason.ts'
import { clearsByNull, withoutNulls } from './unsaid.ts'
import { type WingbackEvent, type WingbackEventType, wingbackEvents } from './wingback.ts'

export type { AirlineEvent, AirlineEventType, Purpose } from './airline.ts'
export { airlineEvents, PREFERENCES_AT_MOST, PURPOSES } from './airline.ts'
export type { Cabin, Money, OpeningBalance, Segment } from './fields.ts'
export type { Basis, WingbackEvent, WingbackEventType } from './wingback.ts'
export { wingbackEvents } from './wingback.ts'

/** Everything that can happen to a member: all of the airline's events except those of a flight with its passengers. */
export type MemberEvent = About<Exclude<AirlineEvent, { type: FlightEventType }> | WingbackEvent>

/**
 * An event, with the card it came for if that card has been merged since and the event was sent on to the survivor.
 * `isKnown`, of a merge: the two cards are known to be one person's. `unread`: paths of fields that were left out because
 * they cannot be read.
 */
export type About<E> = E & { card?: string | undefined; isKnown?: true; unread?: string[] | undefined }

export type MemberEventType = MemberEvent['type']

/** An event as EventBridge puts it into a queue. Our own messages between functions have the same form. */
export interface Envelope {
  /** Given by the bus to each `PutEvents` entry: two deliveries with the same event id are a producer's redelivery. */
  id: string
  source: string
  'detail-type': string
  /** When the bus accepted it, ISO 8601. */
  time: string
  detail: unknown
  /** Set on a set-aside event that is retried: its key there. */
  setAsideKey?: string
  /** How often it was sent on from a merged card to its survivor. */
  hops?: number
  /** The card it came for. */
  card?: string
}

/** Faults of other systems' messages, which connectors translate. */
const MESSAGE_CODES = [
  'bad-xml',
  'bad-edifact',
  'bad-csv',
  'bad-json',
  'not-this-kind',
  'bad-segment',
  'unknown-code',
  'unknown-leg',
  'unknown-person',
  'unknown-connector',
  'raw-is-gone',
] as const

export const SET_ASIDE_CODES = [
  'unknown-source',
  'not-json',
  'not-utf8',
  'too-large',
  'unknown-type',
  'missing-id',
  'bad-id',
  'missing-member',
  'unknown-member',
  'bad-member',
  'missing-time',
  'bad-time',
  'in-the-future',
  'bad-field',
  'bad-passenger',
  'id-conflict',
  'merged-in-a-circle',
  'too-many-cards',
  'too-late',
  'not-our-card',
  'unknown-channel',
  'unknown-message',
  'unprocessable',
  ...MESSAGE_CODES,
] as const

export type SetAsideCode = (typeof SET_ASIDE_CODES)[number]

/** Why an event was not accepted: a code for machines, `path` into the detail, a message and a hint for people. */
export interface Fault {
  code: SetAsideCode
  path: string
  message: string
  hint?: string | undefined
  /** The same by a code and values, for readers of other languages. */
  said?: NotedReason | undefined
}

/** An accepted event has its name as its id (identity.ts), and the fingerprint of its content. */
export type Parsed<E> = { ok: true; event: E; print: string } | { ok: false; fault: Fault }

/** How far ahead of `now` an event may be dated: clocks differ, but not by more. */
export const AHEAD_AT_MOST_MS = 5 * 60_000

/**
 * How large an event may be as a message, in bytes of UTF-8. The bus and the queues accept 1 MiB. An event that is sent on
 * (to a survivor, or after it was set aside) becomes slightly larger.
 */
export const EVENT_BYTES_AT_MOST = 1020 * 1024

/**
 * Reads an envelope from the bus or from one of our queues. Never throws: an invalid event comes back as a {@link Fault}
 * that says where, what and what was probably meant.
 */
export function parseEnvelope(envelope: Envelope, now: number): Parsed<About<AirlineEvent | WingbackEvent>> {
  const type = envelope['detail-type']
  const own = envelope.source === 'wingback'
  const schema = schemaOf(type, own)
  if (!schema) {
    return {
      ok: false,
      fault: {
        code: 'unknown-type',
        path: 'detail-type',
        message: `no event type is called "${String(type).slice(0, 100)}"`,
        hint: didYouMean(String(type), Object.keys(airlineEvents)),
      },
    }
  }
  const detail = own || clearsByNull(type) ? envelope.detail : withoutNulls(envelope.detail)
  const result = schema.safeParse(detail)
  if (!result.success) return { ok: false, fault: faultOf(result.error, detail) }
  const told = { type, ...(result.data as object) } as AirlineEvent | WingbackEvent
  const event = datedAtMost(envelope.card === undefined ? told : { ...told, card: envelope.card }, envelope.time)
  if (!own && told.occurredAt > now + AHEAD_AT_MOST_MS) {
    return {
      ok: false,
      fault: {
        code: 'in-the-future',
        path: 'occurredAt',
        message: `${new Date(told.occurredAt).toISOString()} is more than 5 minutes ahead of ${new Date(now).toISOString()}`,
      },
    }
  }
  const ended = endedFault(event)
  if (ended) return { ok: false, fault: ended }
  if (own) return { ok: true, event, print: OWN_PRINT }
  return { ok: true, event: { ...event, id: nameOf(envelope.source, type, event.id) }, print: printOf(told) }
}

/** The bus gives the time in whole seconds. */
const BUS_CLOCK_MS = 1000

/**
 * A consent cannot have been given or withdrawn after the bus received the event. If a fast clock dates it later, the bus's
 * time is used. Otherwise a yes dated some minutes ahead would undo a no given after it. The event's content and fingerprint
 * stay as they are.
 */
function datedAtMost<E extends About<AirlineEvent | WingbackEvent>>(event: E, time: string): E {
  const taken = Date.parse(time)
  const isAhead = event.type === 'consent.changed' && event.occurredAt >= taken + BUS_CLOCK_MS
  return isAhead ? { ...event, occurredAt: taken } : event
}

/** A fare may be in a currency that has ended since: tickets are valid for a year, opening balances cover two. */
const TOLD_AFTER_ITS_END_MS = 2 * 366 * 86_400_000

function endedFault(event: AirlineEvent | WingbackEvent): Fault | undefined {
  const amounts = {
    fare: 'fare' in event ? event.fare : undefined,
    'opening.spend': 'opening' in event ? event.opening?.spend : undefined,
  }
  const day = new Date(event.occurredAt - TOLD_AFTER_ITS_END_MS).toISOString().slice(0, 10)
  for (const [path, amount] of Object.entries(amounts)) {
    const ended = amount && endedBefore(amount.currency, day)
    if (ended)
      return {
        code: 'bad-field',
        path: `${path}.currency`,
        message: `${path}.currency: ${ended.message}`,
        hint: ended.hint,
      }
  }
  return undefined
}

function schemaOf(type: string, own: boolean): z.ZodType | undefined {
  if (Object.hasOwn(airlineEvents, type)) return airlineEvents[type as AirlineEventType]
  if (own && Object.hasOwn(wingbackEvents, type)) return wingbackEvents[type as WingbackEventType]
  return undefined
}

/** The JSON Schema of each airline event's `Detail`, as a producer writes it. */
export function jsonSchemas(): Record<AirlineEventType, object> {
  const entries = Object.entries(airlineEvents).map(([type, schema]) => {
    const read = asWritten(type, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
    return [type, { title: type, ...(clearsByNull(type) ? read : (mayBeNull(read) as object)) }]
  })
  return Object.fromEntries(entries)
}

/** The one fault to report of a failed validation: first what identifies the event, then the first field that is wrong. */
export function faultOf(error: z.ZodError, detail: unknown): Fault {
  const rank = ['id', 'memberId', 'occurredAt']
  const issues = [...error.issues].sort((a, b) => order(a) - order(b))
  const issue = issues[0]!
  const path = issue.path.join('.')
  const absent = valueAt(detail, issue.path) === undefined
  const hint = absent ? givenInstead(detail, issue.path) : meantBy(issue, valueAt(detail, issue.path))
  const message = `${path || 'detail'}: ${absent ? 'is missing' : issue.message}`
  const said = absent ? { is: 'fieldMissing', field: path || 'detail' } : undefined
  const what = { path: path || 'detail', message, ...(hint !== undefined && { hint }), ...(said && { said }) }
  switch (issue.path[0]) {
    case 'id':
      return { code: absent ? 'missing-id' : 'bad-id', ...what }
    case 'memberId':
      return { code: absent ? 'missing-member' : 'bad-member', ...what }
    case 'occurredAt':
      return { code: absent ? 'missing-time' : 'bad-time', ...what }
    default:
      return { code: 'bad-field', ...what }
  }

  function order(each: z.core.$ZodIssue): number {
    const at = rank.indexOf(String(each.path[0]))
    return at < 0 ? rank.length : at
  }
}

/** What was probably meant: what the field's own reader suggests, or the nearest of the accepted words. */
function meantBy(issue: z.core.$ZodIssue, given: unknown): string | undefined {
  if (issue.code === 'custom') return issue.params?.hint as string | undefined
  if (issue.code !== 'invalid_value' || typeof given !== 'string') return undefined
  return didYouMean(given, issue.values.map(String))
}

/** A field beside the missing one that is probably it, under another name. */
function givenInstead(detail: unknown, path: readonly PropertyKey[]): string | undefined {
  const beside = valueAt(detail, path.slice(0, -1))
  if (beside === null || typeof beside !== 'object' || Array.isArray(beside)) return undefined
  const given = Object.keys(beside)
  const missing = String(path.at(-1))
  const instead = nearest(missing, given) ?? given.find((name) => name.length > 3 && missing.startsWith(name))
  return instead && `it is called "${missing}", not "${instead}"`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value
  for (const key of path)
    at = at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined
  return at
}

function didYouMean(word: string, known: readonly string[]): string | undefined {
  const elsewhere = meantElsewhere(word, known)
  if (elsewhere !== undefined) return elsewhere
  const meant = nearest(word, known)
  return meant && `did you mean "${meant}"?`
}
