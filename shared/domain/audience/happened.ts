import type { MemberEventType } from '../../contract/index.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, meant, oneOf, short } from '../cursor.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { eventFieldOf, eventTypeOf, ruleEventTypes } from './event-fields.ts'
import { complainOfTimes, currencyOf, measureNode, readCurrency, said } from './fact-node.ts'
import type { Filters } from './fields/field.ts'
import { withinCount, withinDays } from './history/bounds.ts'
import { type History, histories } from './history/index.ts'
import { compileMatcher, type Matcher, operatorsOf, readMatcher, takeApart, type ValueType } from './matcher.ts'
import type { Node } from './node.ts'
import { isTimes, windowReaders } from './read-window.ts'
import { always, type Window } from './window.ts'

/** Keys allowed beside the comparisons. */
const KEYS = ['event', 'where', 'sum', 'currency', 'inLast', 'between', 'during', 'since'] as const
/** At most one of these. */
const WINDOWS = ['inLast', 'between', 'during', 'since'] as const
type Fields = Partial<Record<(typeof KEYS)[number], Cursor>>

const COUNT: ValueType = { kind: 'number', counting: true }

/** The surroundings of a condition on what happened. */
interface Surroundings {
  /** It is part of a campaign's steps, so there is an entry to count from. */
  inJourney?: boolean | undefined
  /** Called with event types that a journey must record. */
  listenTo(type: MemberEventType): void
}

/** `happened`: whether an event happened since the journey started, or how often, or the sum of a field, in a window. */
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
  const hint: Wording = ({ problems }) => problems.happenedInSteps(type)
  return complain(fields.event, 'no-history', ({ problems }) => problems.noHistory(type), hint)
}

/** The keys beside the comparisons, of which `event` is required. */
function readKeys(cursor: Cursor, others: Record<string, Cursor>): (Fields & { event: Cursor }) | undefined {
  const unknown = Object.entries(others).filter(([key]) => !(KEYS as readonly string[]).includes(key))
  for (const [key, at] of unknown) {
    const all = [...new Set([...KEYS, ...operatorsOf(COUNT)])]
    const hint: Wording = meant(key, all) ?? (({ problems }) => problems.whatItHas(all.join(', ')))
    complainOfKey(at, 'unknown-operator', ({ problems }) => problems.meansNothingToHappened(short(key)), hint)
  }
  const { event } = others
  if (event) return unknown.length > 0 ? undefined : { ...others, event }
  return complain(
    cursor,
    'missing-key',
    ({ problems }) => problems.eventIsMissing,
    ({ problems }) => problems.writeEventWindow,
  )
}

/** Whether it happened since the journey started: the journey itself records that, for any event. */
function sinceEntry(cursor: Cursor, type: MemberEventType, { inJourney, listenTo }: Surroundings): Node | undefined {
  if (!inJourney) {
    const message: Wording = ({ problems }) => problems.happenedNeedsJourney
    const hint: Wording | undefined = histories[type] && (({ problems }) => problems.writeHappened(type))
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

/** Counts or adds up the history of an event. */
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
  if (!isMapping(value)) return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedEventFields(value))
  const filters: Record<string, Matcher> = {}
  let faulty = Object.keys(value).length === 0
  if (faulty) complain(cursor, 'empty-condition', ({ problems }) => problems.emptyCondition)
  for (const name of Object.keys(value)) {
    const at = child(cursor, name)
    const field = Object.hasOwn(history.fields, name) ? history.fields[name] : undefined
    const matcher = field ? readMatcher(at, field.type) : complainOfField(at, name, history)
    if (matcher) filters[name] = matcher
    else faulty = true
  }
  return faulty ? undefined : filters
}

/** A field of the event that is not kept, or is kept under a shorter name. */
function complainOfField(at: Cursor, name: string, { event, fields }: History): undefined {
  const kept = Object.keys(fields)
  const shorter = kept.find((field) => name.toLowerCase().endsWith(field.toLowerCase()))
  if (!shorter && eventFieldOf(event, name)) {
    const hint: Wording = ({ problems }) => problems.whatIsKept(kept.join(', '))
    return complainOfKey(at, 'no-history', ({ problems }) => problems.fieldNotKept(short(name), event), hint)
  }
  const hint: Wording = shorter
    ? ({ problems }) => problems.hereItIsCalled(shorter)
    : (meant(name, kept) ?? (({ problems }) => problems.whatIsKept(kept.join(', '))))
  return complainOfKey(at, 'unknown-event-field', ({ problems }) => problems.notKeptWith(event, short(name)), hint)
}

function readSum(cursor: Cursor, { event, sums }: History): { name: string; type: ValueType } | undefined {
  const names = Object.keys(sums)
  if (names.length === 0)
    return complainOfKey(
      cursor,
      'no-history',
      ({ problems }) => problems.nothingToSum(event),
      ({ problems }) => problems.countedWithoutSum,
    )
  const name = oneOf(cursor, names)
  return name === undefined ? undefined : { name, type: sums[name]!.type }
}

/** The one window. In a campaign's steps it may be omitted: then it starts with the journey. */
function readWindow(cursor: Cursor, history: History, fields: Fields, around: Surroundings): Window | undefined {
  const given = WINDOWS.filter((key) => fields[key])
  if (given.length > 1) return complainOfTimes(fields[given[1]!]!, given)
  const [key] = given
  if (key === undefined) {
    if (around.inJourney) return always
    return complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.noWindow,
      ({ problems }) => problems.addInLast,
    )
  }
  if (key === 'since') return readSince(fields.since!, around) && always
  return withinDays(fields[key]!, windowReaders[key](fields[key]!), history)
}

function readSince(cursor: Cursor, { inJourney }: Surroundings): true | undefined {
  if (cursor.value !== 'entry')
    return complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.expectedEntry(cursor.value),
      ({ problems }) => problems.writeOtherWindow,
    )
  return (
    inJourney ||
    complainOfKey(
      cursor,
      'no-journey-here',
      ({ problems }) => problems.sinceEntryInSteps,
      ({ problems }) => problems.writeInLast,
    )
  )
}

/** An event type by its name in rules. */
export function readEventType(cursor: Cursor): MemberEventType | undefined {
  const { value } = cursor
  if (typeof value !== 'string')
    return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAnEventType(value))
  const type = eventTypeOf(value)
  if (type) return type
  return complain(
    cursor,
    'unknown-event',
    ({ problems }) => problems.noEvent(short(value)),
    meant(value, ruleEventTypes),
  )
}
