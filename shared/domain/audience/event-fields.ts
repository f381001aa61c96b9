import * as z from 'zod'
import { namesIn } from '../../contract/fields.ts'
import {
  type AirlineEventType,
  airlineEvents,
  type MemberEventType,
  type WingbackEventType,
  wingbackEvents,
} from '../../contract/index.ts'
import { type MaybeNull, withoutNull } from '../../contract/json-schema.ts'
import { isOfAFlight, OF_A_FLIGHT } from '../../contract/of-a-flight.ts'
import { CABINS } from '../../standards/cabin.ts'
import type { NameKind } from '../../standards/names.ts'
import type { Scalar, ValueType } from './matcher.ts'

/**
 * The fields of an event that a rule can ask for, derived from the event's schema: `severity`, `flight.from`,
 * `flights.cabin` (any of them), `ratings.food`.
 */
export interface EventField {
  type: ValueType
  /** A journey remembers it: a plain field of the event itself, no free text. */
  kept: boolean
}

/** Never remembered by a journey: people's own words. */
const NOT_KEPT = new Set(['text', 'comment'])
const NOT_ASKED = new Set(['id', 'memberId', 'occurredAt', 'state', 'alsoCalled', 'unread'])

/** After these there is nothing to decide: the person is gone, or is another card now. */
const WITHOUT_MEMBER = ['member.merged', 'member.erased']
/** Wingback's own reports that can start or continue a campaign. */
const OWN = [
  ...Object.values(OF_A_FLIGHT),
  'email.sent',
  'email.delivered',
  'email.opened',
  'email.clicked',
  'compensation.granted',
  'compensation.refused',
  'offer.issued',
  'task.opened',
  'task.taken',
  'task.noted',
  'task.closed',
  'task.overdue',
  'tier.changed',
] as const satisfies WingbackEventType[]

/** {@link ruleEventTypes}, for whatever has to have something for each. */
export type RuleEventType = Exclude<AirlineEventType, 'member.merged' | 'member.erased'> | (typeof OWN)[number]

const schemas: Readonly<Record<string, z.ZodType>> = { ...airlineEvents, ...wingbackEvents }

/**
 * The event types that rules can name. `flight.disrupted` becomes `member.disrupted` for each member: both names work. The
 * same holds for all events of a flight.
 */
export const ruleEventTypes: readonly string[] = [
  ...Object.keys(airlineEvents).filter((type) => !WITHOUT_MEMBER.includes(type)),
  ...OWN,
]

/** The member's event type for a name in a rule. Undefined if rules cannot use it. */
export function eventTypeOf(name: string): MemberEventType | undefined {
  if (isOfAFlight(name)) return OF_A_FLIGHT[name]
  return ruleEventTypes.includes(name) ? (name as MemberEventType) : undefined
}

const known = new Map<MemberEventType, Record<string, EventField>>()

/** An event's fields by dotted path; one that ends in `.*` stands for any key. */
export function eventFields(type: MemberEventType): Record<string, EventField> {
  let fields = known.get(type)
  if (!fields) {
    fields = {}
    const shape = z.toJSONSchema(schemas[type]!, { io: 'input', unrepresentable: 'any', metadata: namesIn })
    collect(shape as Shape, '', fields, true)
    known.set(type, fields)
  }
  return fields
}

/** The field at a path, with `ratings.food` found under `ratings.*`. */
export function eventFieldOf(type: MemberEventType, path: string): EventField | undefined {
  const fields = eventFields(type)
  if (Object.hasOwn(fields, path)) return fields[path]
  const any = path.replace(/\.[^.]+$/, '.*')
  return any !== path && Object.hasOwn(fields, any) ? fields[any] : undefined
}

/** The part of JSON Schema that our event schemas use. */
interface Shape extends MaybeNull {
  /** The kind of name it is. */
  names?: NameKind
  type?: string | string[]
  format?: string
  enum?: string[]
  const?: unknown
  properties?: Record<string, Shape>
  additionalProperties?: Shape | boolean
  items?: Shape
}

function collect(given: Shape, path: string, fields: Record<string, EventField>, top: boolean): void {
  const shape = withoutNull(given)
  const under = (key: string) => (path ? `${path}.${key}` : key)
  const type = typeOf(shape)
  if (shape.type === 'array' && shape.items) {
    collect(shape.items, path, fields, false)
  } else if (type) {
    if (!NOT_ASKED.has(path))
      fields[path] = { type, kept: !path.includes('.') && top && type.kind !== 'money' && !NOT_KEPT.has(path) }
  } else {
    for (const [key, inner] of Object.entries(shape.properties ?? {})) collect(inner, under(key), fields, top)
    if (typeof shape.additionalProperties === 'object') collect(shape.additionalProperties, under('*'), fields, false)
  }
}

function typeOf(shape: Shape): ValueType | undefined {
  const { properties } = shape
  if (properties && Object.keys(properties).sort().join() === 'amount,currency') return { kind: 'money' }
  if (shape.type === 'string' && shape.format === 'date-time') return { kind: 'time' }
  if (shape.names) return { kind: 'text', names: shape.names, ...(shape.names === 'cabin' && { values: CABINS }) }
  if (shape.type === 'string') {
    const values = shape.enum ?? (typeof shape.const === 'string' ? [shape.const] : undefined)
    return { kind: 'text', ...(values && { values }) }
  }
  if (shape.type === 'number' || shape.type === 'integer') return { kind: 'number' }
  return shape.type === 'boolean' ? { kind: 'boolean' } : undefined
}

/** The values at a path of an event; several if there are lists on the way. Money is in minor units of `currency`. */
export function valuesAt(event: object, path: string, currency?: string): Scalar[] {
  let found: unknown[] = [event]
  for (const key of path.split('.')) {
    found = found.flat().flatMap((each) => {
      const own = typeof each === 'object' && each !== null && Object.hasOwn(each, key)
      return own ? [(each as Record<string, unknown>)[key]] : []
    })
  }
  return found.flat().flatMap((value) => {
    if (typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value) {
      return value.currency === currency || currency === undefined ? [value.amountMinor as number] : []
    }
    return value === undefined || typeof value === 'object' ? [] : [value as Scalar]
  })
}
