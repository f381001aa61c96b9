import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseFlight } from '../../shared/contract/flight.ts'
import { type AirlineEventType, jsonSchemas, parseEnvelope } from '../../shared/contract/index.ts'
import { takesNull } from '../../shared/contract/json-schema.ts'
import { envelope } from '../support/events.ts'

/** `null` in an event that is no profile says nothing: the event counts as if the field were left out. */

type Detail = Record<string, unknown>
interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
  anyOf?: Schema[]
}

const now = Date.parse('2027-01-01T00:00:00Z')
const schemas = jsonSchemas() as Record<AirlineEventType, Schema>
const lines = readFileSync('infra/local/sample/events.jsonl', 'utf8').trim().split('\n')
const told = lines.map((line) => JSON.parse(line) as { DetailType: AirlineEventType; Detail: Detail })
const examples = [...Map.groupBy(told, ({ DetailType }) => DetailType)]
  .filter(([type]) => !['member.enrolled', 'member.updated'].includes(type))
  .map(([type, all]) => ({ type, detail: all[0]!.Detail }))

/** Where something may be left out, as paths; of lists the first entry. */
function optional(schema: Schema, at: readonly string[] = []): string[][] {
  const { properties = {}, items, required = [], anyOf = [] } = schema
  const ofFields = Object.entries(properties).flatMap(([name, field]) => {
    const path = [...at, name]
    return [...(required.includes(name) ? [] : [path]), ...optional(field, path)]
  })
  return [...ofFields, ...(items ? optional(items, [...at, '0']) : []), ...anyOf.flatMap((each) => optional(each, at))]
}

function setAt(detail: Detail, path: readonly string[], value: unknown): boolean {
  let at: Detail | undefined = detail
  for (const name of path.slice(0, -1)) at = at?.[name] as Detail | undefined
  if (typeof at !== 'object') return false
  at[path.at(-1)!] = value
  return true
}

const read = (type: string, detail: Detail) =>
  detail.passengers ? parseFlight(envelope(type, detail), now) : parseEnvelope(envelope(type, detail), now)

const fields = examples.flatMap(({ type, detail }) =>
  optional(schemas[type])
    .filter((path) => setAt(structuredClone(detail), path, null))
    // Who is meant is found before the event is read: test/domain/without-card.test.ts.
    .filter(([name]) => name !== 'memberId')
    .map((path) => ({ type, detail, path, name: path.join('.') })),
)

test.each(fields)('$type without a word on $name', ({ type, detail, path }) => {
  const [absent, unsaid] = [undefined, null].map((value) => {
    const changed = structuredClone(detail)
    setAt(changed, path, value)
    return read(type, JSON.parse(JSON.stringify(changed)))
  })
  expect(absent).toMatchObject({ ok: true })
  expect(unsaid).toEqual(absent)
})

test.each(examples)('$type not without what must be there', ({ type, detail }) => {
  for (const name of schemas[type].required ?? []) {
    expect(takesNull(schemas[type].properties![name]!)).toBe(false)
    expect(read(type, { ...detail, [name]: null })).toMatchObject({ ok: false, fault: { path: name } })
  }
})

test('a rating of nothing is none, and a passenger without a booking is on board', () => {
  const survey = { id: 's', memberId: 'M1', occurredAt: '2026-10-01T00:00:00Z', ratings: { food: 4, crew: null } }
  expect(parseEnvelope(envelope('survey.answered', survey), now)).toMatchObject({ event: { ratings: { food: 4 } } })
  const { detail } = examples.find(({ type }) => type === 'flight.disrupted')!
  const passengers = [{ memberId: 'M1', pnr: null, cabin: null }]
  expect(parseFlight(envelope('flight.disrupted', { ...detail, passengers }), now)).toMatchObject({
    event: { passengers: [{ memberId: 'M1' }] },
    amiss: [],
  })
})
