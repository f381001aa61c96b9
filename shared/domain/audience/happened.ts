import type { MemberEventType } from '../../contract/index.ts'
import { type Cursor, child, complain, complainOfKey, describe, isMapping, meant, oneOf, short } from '../cursor.ts'
import { eventFieldOf, eventTypeOf, ruleEventTypes } from './event-fields.ts'
import { complainOfTimes, currencyOf, measureNode, readCurrency, said } from './fact-node.ts'
import type { Filters } from './fields/field.ts'
import { withinCount, withinDays } from './history/bounds.ts'
import { type History, histories } from './history/index.ts'
import { compileMatcher, type Matcher, operatorsOf, readMatcher, takeApart, type ValueType } from './matcher.ts'
import type { Node } from './node.ts'
import { isTimes, windowReaders } from './read-window.ts'
import { always, type Window } from './window.ts'

/** What can be said beside the comparisons. */
const KEYS = ['event', 'where', 'sum', 'currency', 'inLast', 'between', 'during', 'since'] as const
/** Those of which there is one at most. */
const WINDOWS = ['inLast', 'between', 'during', 'since'] as const
type Fields = Partial<Record<(typeof KEYS)[number], Cursor>>

const COUNT: ValueType = { kind: 'number', counting: true }

/** What stands around a condition that asks what happened. */
interface Surroundings {
  /** It stands in the steps of a campaign, so that there is an entry to count from. */
  inJourney?: boolean | undefined
  /** Told of event types that a journey must take note of. */
  listenTo(type: MemberEventType): void
}

/** `happened`: whether an event happened since the journey began, or how often, or how much it comes to, in a window. */
export function readHappened(cursor: Cursor, around: Surroundings): Node | undefined {
  if (!isMapping(cursor.value)) {
    const type = readEventType(cursor)
    return type && sinceEntry(cursor, type, around)
  }
  const isWindow = (operator: string, value: unknown) => operator === 'between' && isTimes(value)
  const { comparisons, others } = takeApart(cursor, COUNT, isWindow)
  const fields = readKeys(cursor, others)
  const type = fields && readEventType(fields.event)
  if (!type) return undefined
  const plain = comparisons.length === 0 && Object.keys(fields).every((key) => key === 'event' || key === 'since')
  if (plain && (fields.since || around.inJourney)) {
    return fields.since && !readSince(fields.since, around) ? undefined : sinceEntry(cursor, type, around)
  }
  const history = histories[type]
  if (history) return countNode(cursor, history, comparisons, fields, around)
  const hint = `in steps, "happened: ${type}" asks whether it did since the journey began`
  return complain(fields.event, 'no-history', `no history of ${type} is kept`, hint)
}

/** What stands beside the comparisons; there is an event among it. */
function readKeys(cursor: Cursor, others: Record<string, Cursor>): (Fields & { event: Cursor }) | undefined {
  const unknown = Object.entries(others).filter(([key]) => !(KEYS as readonly string[]).includes(key))
  for (const [key, at] of unknown) {
    const all = [...new Set([...KEYS, ...operatorsOf(COUNT)])]
    const hint = meant(key, all) ?? `what it has: ${all.join(', ')}`
    complainOfKey(at, 'unknown-operator', `"${short(key)}" means nothing to happened`, hint)
  }
  const { event } = others
  if (event) return unknown.length > 0 ? undefined : { ...others, event }
  return complain(cursor, 'missing-key', '"event" is missing', 'write { event: complaint.filed, inLast: 90d }')
}

/** Whether it happened since the journey began: the journey itself remembers, of any event. */
function sinceEntry(cursor: Cursor, type: MemberEventType, { inJourney, listenTo }: Surroundings): Node | undefined {
  if (!inJourney) {
    const message = '"happened" without a window is since the journey began, and asked in its steps'
    const hint = histories[type] && `write happened: { event: ${type}, inLast: 30d }`
    return complainOfKey(cursor, 'no-journey-here', message, hint)
  }
  listenTo(type)
  const written = isMapping(cursor.value) ? cursor.value.event : cursor.value
  const name = typeof written === 'string' ? written : type
  const test: Node['test'] = ({ journey }) => journey?.happened[type] !== undefined
  return {
    timeless: true,
    holds: test,
    test,
    observe: (subject, into) => {
      into.push({ fact: `happened ${name}`, value: test(subject), asked: 'since entry', holds: test(subject) })
    },
    shape: { leaf: { of: `happened ${type}` } },
    meaning: { happened: type },
    families: [],
    parts: 1,
  }
}

/** Counts or adds up what is kept of an event. */
function countNode(
  cursor: Cursor,
  history: History,
  comparisons: Parameters<typeof compileMatcher>[1],
  fields: Fields,
  around: Surroundings,
): Node | undefined {
  const where = fields.where ? readWhere(fields.where, history) : {}
  const summed = fields.sum ? readSum(fields.sum, history) : { name: undefined, type: COUNT }
  const window = readWindow(cursor, history, fields, around)
  const named = fields.currency && readCurrency(fields.currency)
  if (!where || !summed || !window || (fields.currency && !named)) return undefined
  const matcher = compileMatcher(cursor, comparisons, summed.type)
  if (!matcher || (!fields.sum && !withinCount(cursor, matcher, history))) return undefined
  const { name: sum = history.event } = summed
  const currency = currencyOf(cursor, { name: sum, type: summed.type }, matcher, named)
  if (currency === 'faulty') return undefined
  return measureNode({
    label: labelOf(history, fields),
    measure: {
      kind: 'sum',
      window,
      collect: history.collect({ where, sum: summed.name, currency, sinceEntry: window === always }),
    },
    matcher,
    currency,
    meaning: { happened: cursor.value },
    family: history.family,
  })
}

function labelOf({ event }: History, { event: written, ...asked }: Fields): string {
  const words = Object.entries(asked).map(([key, at]) => `${key} ${said(at.value)}`)
  const isWindowed = WINDOWS.some((key) => asked[key])
  const name = typeof written?.value === 'string' ? written.value : event
  return ['happened', name, ...words, ...(isWindowed ? [] : ['since entry'])].join(' ')
}

function readWhere(cursor: Cursor, history: History): Filters | undefined {
  const { value } = cursor
  if (!isMapping(value)) return complain(cursor, 'wrong-type', `expected fields of the event, found ${describe(value)}`)
  const filters: Record<string, Matcher> = {}
  let faulty = Object.keys(value).length === 0
  if (faulty) complain(cursor, 'empty-condition', 'the condition asks for nothing')
  for (const name of Object.keys(value)) {
    const at = child(cursor, name)
    const field = Object.hasOwn(history.fields, name) ? history.fields[name] : undefined
    const matcher = field ? readMatcher(at, field.type) : complainOfField(at, name, history)
    if (matcher) filters[name] = matcher
    else faulty = true
  }
  return faulty ? undefined : filters
}

/** A field of the event that is not kept, or is kept by a shorter name, or none. */
function complainOfField(at: Cursor, name: string, { event, fields }: History): undefined {
  const kept = Object.keys(fields)
  const shorter = kept.find((field) => name.toLowerCase().endsWith(field.toLowerCase()))
  if (!shorter && eventFieldOf(event, name)) {
    const hint = `what is kept: ${kept.join(', ')}`
    return complainOfKey(at, 'no-history', `"${short(name)}" of ${event} is not kept`, hint)
  }
  const hint = shorter ? `here it is called "${shorter}"` : (meant(name, kept) ?? `what is kept: ${kept.join(', ')}`)
  return complainOfKey(at, 'unknown-event-field', `${event} is not kept with a "${short(name)}"`, hint)
}

function readSum(cursor: Cursor, { event, sums }: History): { name: string; type: ValueType } | undefined {
  const names = Object.keys(sums)
  if (names.length === 0)
    return complainOfKey(cursor, 'no-history', `nothing of ${event} can be added up`, 'without "sum" they are counted')
  const name = oneOf(cursor, names)
  return name === undefined ? undefined : { name, type: sums[name]!.type }
}

/** The one window; in the steps of a campaign it may be left out, and is then since the journey began. */
function readWindow(cursor: Cursor, history: History, fields: Fields, around: Surroundings): Window | undefined {
  const given = WINDOWS.filter((key) => fields[key])
  if (given.length > 1) return complainOfTimes(fields[given[1]!]!, given)
  const [key] = given
  if (key === undefined) {
    if (around.inJourney) return always
    return complain(cursor, 'missing-key', 'how far back is not said', 'add inLast: 90d')
  }
  if (key === 'since') return readSince(fields.since!, around) && always
  return withinDays(fields[key]!, windowReaders[key](fields[key]!), history)
}

function readSince(cursor: Cursor, { inJourney }: Surroundings): true | undefined {
  if (cursor.value !== 'entry')
    return complain(
      cursor,
      'bad-value',
      `expected "entry", found ${describe(cursor.value)}`,
      'another time is written inLast: 30d',
    )
  return (
    inJourney ||
    complainOfKey(cursor, 'no-journey-here', '"since: entry" is asked in the steps of a campaign', 'write inLast: 30d')
  )
}

/** An event type by the name rules use. */
export function readEventType(cursor: Cursor): MemberEventType | undefined {
  const { value } = cursor
  if (typeof value !== 'string')
    return complain(cursor, 'wrong-type', `expected an event type, found ${describe(value)}`)
  const type = eventTypeOf(value)
  if (type) return type
  return complain(
    cursor,
    'unknown-event',
    `no event that rules can use is called "${short(value)}"`,
    meant(value, ruleEventTypes),
  )
}
