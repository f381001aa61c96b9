import { type AirlineEventType, jsonSchemas } from '../../../contract/index.ts'
import { type MaybeNull, takesNull, withoutNull } from '../../../contract/json-schema.ts'
import { type Cursor, child, isMapping, mapping, text } from '../../../domain/cursor.ts'
import { readMoney } from '../../../domain/rulebook/read.ts'
import { majorText } from '../../../standards/money.ts'
import { readDate, readInstant, type Times } from './instants.ts'

/** What of an event's JSON Schema says how its fields are read. */
export interface FieldSchema extends MaybeNull {
  format?: string
  properties?: Record<string, FieldSchema>
  items?: FieldSchema
  /** What fields of other names hold, where there may be some: a consent by channel. */
  additionalProperties?: boolean | FieldSchema
}

const schemas = jsonSchemas() as Record<AirlineEventType, FieldSchema>

/** The fields of an event that an example can say: who it is about, the example knows. */
export function fieldsOf(type: AirlineEventType): Record<string, FieldSchema> {
  const { id, memberId, occurredAt, ...fields } = schemas[type].properties!
  return fields
}

/**
 * A field as an event has it, made of what people write: times may be relative, money `500 CNY`. `null` clears what can be cleared, and
 * is left out elsewhere.
 * Complains of fields the event does not have; what else is wrong is for the event's own check.
 */
export function readField(cursor: Cursor, given: FieldSchema, times: Times): unknown {
  const { value } = cursor
  if (value === null) return takesNull(given) ? null : undefined
  const schema = withoutNull(given)
  if (schema.properties?.amount && typeof value === 'string') return readAmount(cursor)
  if (schema.properties) return readFields(cursor, withMore(cursor, schema), times)
  const { items } = schema
  if (items && Array.isArray(value)) return value.map((_, index) => readField(child(cursor, index), items, times))
  if (schema.format === 'date-time') return isoOf(readInstant(cursor, times))
  if (schema.format === 'date') return readDate(cursor, times)
  return schema.type === 'string' && typeof value === 'number' ? text(cursor) : value
}

/** With the fields that it may have besides. */
function withMore(
  { value }: Cursor,
  { properties = {}, additionalProperties: more }: FieldSchema,
): Record<string, FieldSchema> {
  if (typeof more !== 'object' || !isMapping(value)) return properties
  return { ...Object.fromEntries(Object.keys(value).map((key) => [key, more])), ...properties }
}

/** A mapping of such fields. */
export function readFields(cursor: Cursor, schema: Record<string, FieldSchema>, times: Times): Record<string, unknown> {
  const fields = mapping(cursor, Object.keys(schema)) ?? {}
  return Object.fromEntries(Object.entries(fields).map(([key, at]) => [key, readField(at!, schema[key]!, times)]))
}

function readAmount(cursor: Cursor): { amount: number; currency: string } | undefined {
  const money = readMoney(cursor)
  return money && { amount: Number(majorText(money.amountMinor, money.currency)), currency: money.currency }
}

function isoOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString()
}
