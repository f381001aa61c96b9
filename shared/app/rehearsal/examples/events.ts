import { type AirlineEventType, airlineEvents, parseEnvelope } from '../../../contract/index.ts'
import { isOfAFlight } from '../../../contract/of-a-flight.ts'
import { type Cursor, child, complain, mapping, oneOf, whole } from '../../../domain/cursor.ts'
import { readDuration } from '../../../domain/rulebook/read.ts'
import type { ExampleStep } from './example.ts'
import { type FieldSchema, fieldsOf, readField } from './fields.ts'
import { readInstant, type Times } from './instants.ts'
import { type Story, withUsual } from './usual.ts'

export const EVENT_TYPES = Object.keys(airlineEvents) as AirlineEventType[]
const TIMES_AT_MOST = 100
const KEYS = ['at', 'event', 'occurredAt', 'times', 'every'] as const

/** One item of `when`: time goes on, or something happens, perhaps several times. `now`: when the one before ended. */
export function readWhen(cursor: Cursor, now: number, story: Story): ExampleStep[] {
  const waits = child(cursor, 'wait').value !== undefined
  return waits ? readWait(cursor, now, story) : readHappens(cursor, now, story)
}

/** So long, until an instant, or until the campaign goes next by its schedule. */
function readWait(cursor: Cursor, now: number, { calendar, schedule }: Story): ExampleStep[] {
  const wait = mapping(cursor, ['wait'])?.wait
  if (!wait) return []
  const isInstant = typeof wait.value === 'string' && /^(\d{4}-|schedule$)/.test(wait.value)
  const at = isInstant ? readInstant(wait, { from: now, calendar, schedule }) : now + (readDuration(wait) ?? 0)
  return at === undefined || isBefore(wait, at, now) ? [] : [{ at }]
}

function readHappens(cursor: Cursor, now: number, story: Story): ExampleStep[] {
  const type = readType(cursor)
  if (!type) return []
  const schema = fieldsOf(type)
  const fields = mapping(cursor, [...KEYS, ...Object.keys(schema)])
  if (!fields) return []
  const first = fields.at
    ? readInstant(fields.at, { from: now, calendar: story.calendar, schedule: story.schedule })
    : now
  const times = fields.times ? whole(fields.times, 1, TIMES_AT_MOST) : 1
  const every = fields.every ? readDuration(fields.every) : undefined
  if (fields.times && !fields.every)
    complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.everyIsMissing,
      ({ problems }) => problems.writeEvery,
    )
  if (first === undefined || times === undefined || isBefore(fields.at ?? cursor, first, now)) return []
  const steps: ExampleStep[] = []
  for (let n = 0; n < times; n++) {
    const at = first + n * (every ?? 0)
    const detail = readDetail(cursor, { type, fields, schema }, at, story)
    if (!detail) return []
    steps.push({ at, event: { type, detail } })
  }
  return steps
}

function readType(cursor: Cursor): AirlineEventType | undefined {
  const { value } = cursor
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return complain(
      cursor,
      'wrong-type',
      ({ problems }) => problems.expectedAMapping(value),
      ({ problems }) => problems.writeWait,
    )
  }
  const at = child(cursor, 'event')
  if (at.value === undefined) return complain(cursor, 'missing-key', ({ problems }) => problems.eventOrWait)
  return oneOf(at, EVENT_TYPES)
}

function isBefore(cursor: Cursor, at: number, now: number): boolean {
  if (at >= now) return false
  const before = new Date(now).toISOString().slice(0, 16)
  complain(cursor, 'bad-instant', ({ problems }) => problems.timeGoesBack(before))
  return true
}

/** An event as an example writes it. */
interface Written {
  type: AirlineEventType
  fields: Partial<Record<string, Cursor>>
  schema: Record<string, FieldSchema>
}

/** The event's detail, whole and checked as the pipeline checks it. */
function readDetail(
  cursor: Cursor,
  { type, fields, schema }: Written,
  at: number,
  story: Story,
): Record<string, unknown> | undefined {
  const before = cursor.findings.length
  const times: Times = { from: at, calendar: story.calendar }
  const occurredAt = fields.occurredAt ? readInstant(fields.occurredAt, times) : at
  const own = Object.entries(fields).filter(([key]) => Object.hasOwn(schema, key))
  const said = Object.fromEntries(own.map(([key, field]) => [key, readField(field!, schema[key]!, times)]))
  if (cursor.findings.length > before || occurredAt === undefined) return undefined
  return makeEvent(type, { said, occurredAt, at }, story, (path) => path.reduce(child, cursor))
}

/** Completes an event by what is usual and by who it is about, and checks it. Counts it in the story. */
export function makeEvent(
  type: AirlineEventType,
  { said, occurredAt, at }: { said: Record<string, unknown>; occurredAt: number; at: number },
  story: Story,
  placeOf: (path: readonly (string | number)[]) => Cursor,
): Record<string, unknown> | undefined {
  const count = (story.counts[type] ?? 0) + 1
  story.counts[type] = count
  const detail = {
    ...withUsual(type, said, occurredAt, story),
    id: `${type}-${count}`,
    occurredAt: new Date(occurredAt).toISOString(),
    ...(!isOfAFlight(type) && { memberId: story.memberId }),
  }
  const plain = JSON.parse(JSON.stringify(detail)) as Record<string, unknown>
  const parsed = parseEnvelope({ id: '', source: 'airline.example', 'detail-type': type, time: '', detail: plain }, at)
  if (parsed.ok) return plain
  const { path, message, hint } = parsed.fault
  complain(
    placeOf(path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))),
    'bad-event',
    message,
    hint,
  )
  return undefined
}
