import { withoutNull } from '../../../contract/json-schema.ts'
import { ACTION_KINDS, definitionOf } from '../../../domain/actions/index.ts'
import { GATE_NAMES } from '../../../domain/gate-names.ts'
import type { Schema } from '../../../domain/rulebook/json-schema.ts'
import { EVENT_TYPES } from './events.ts'
import { type FieldSchema, fieldsOf } from './fields.ts'

/**
 * JSON Schema of files of examples, for editors. The check that decides is that of `wingback test`; this one may be more
 * lenient.
 */
export function examplesSchema(): Schema {
  const given = object({
    at: INSTANT,
    member: eventFields('member.enrolled'),
    holdout: { description: 'whether the campaign holds the member out', enum: ['in', 'out', 'everywhere'] },
    arms: { description: 'the arm of each split that the member is in', type: 'object', additionalProperties: TEXT },
  })
  const example = object(
    {
      example: TEXT,
      given: GIVEN,
      when: { type: 'array', items: { anyOf: [wait, ...EVENT_TYPES.map(happens)] } },
      expect,
    },
    ['example', 'expect'],
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Examples of a campaign',
    ...object({ campaign: TEXT, given: GIVEN, examples: { type: 'array', items: example } }, ['campaign', 'examples']),
    definitions: { given },
  }
}

const TEXT: Schema = { type: 'string' }
const DURATION: Schema = { type: 'string', pattern: '^\\d{1,6} ?[mhdw]$', examples: ['2h', '14d'] }
const INSTANT: Schema = {
  description: "an instant; of the airline's zone where it has no offset; or so much later",
  type: 'string',
  examples: ['2026-09-01T09:00+08:00', '2026-09-01 09:00', '2h later', '3d earlier'],
}
const GIVEN: Schema = { $ref: '#/definitions/given' }
const GATE: Schema = { enum: GATE_NAMES }
const ACTION: Schema = { enum: ACTION_KINDS }

function object(properties: Schema, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) }
}

const wait = object(
  { wait: { description: 'so long, until an instant, or until the campaign goes next by its `schedule`', ...TEXT } },
  ['wait'],
)

function happens(type: (typeof EVENT_TYPES)[number]): Schema {
  const { properties } = eventFields(type) as { properties: Schema }
  const times = { type: 'integer', minimum: 1, maximum: 100 }
  const when = { at: INSTANT, event: { const: type }, occurredAt: INSTANT, times, every: DURATION }
  return object({ ...when, ...properties }, ['event'])
}

/** An event's fields as an example says them: none need be said, and any may be said not to be there. */
function eventFields(type: (typeof EVENT_TYPES)[number]): Schema {
  return lenient({ type: 'object', properties: fieldsOf(type) })
}

function lenient(field: FieldSchema & Schema): Schema {
  const { type, format, properties, items, additionalProperties, ...more } = withoutNull(field)
  if (properties) {
    const inner = Object.entries(properties as Record<string, FieldSchema & Schema>)
    const known = object(Object.fromEntries(inner.map(([key, field]) => [key, orNone(lenient(field))])))
    const fields = typeof additionalProperties === 'object' ? { ...known, additionalProperties } : known
    return 'amount' in properties ? { anyOf: [fields, TEXT] } : fields
  }
  if (items) return { type, items: lenient(items as FieldSchema & Schema) }
  return format ? TEXT : { type, ...more, ...(additionalProperties !== undefined && { additionalProperties }) }
}

function orNone(schema: Schema): Schema {
  return typeof schema.type === 'string' && !schema.enum
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] }
}

const stopped = object(Object.fromEntries(ACTION_KINDS.map((kind) => [kind, GATE])))
const YES: Schema = { const: true }
const kinds: Schema = {
  ...Object.fromEntries(ACTION_KINDS.map((kind) => [kind, definitionOf(kind).example.schema])),
  skipped: stopped,
  held: stopped,
  heldOut: ACTION,
  refused: ACTION,
  waits: ACTION,
  failed: ACTION,
  notEntered: GATE,
  entered: YES,
  arm: TEXT,
  exited: YES,
  goal: YES,
}

const expect: Schema = {
  anyOf: [{ const: 'nothing' }, { type: 'array', minItems: 1, items: object({ ...kinds, at: INSTANT }) }],
}
