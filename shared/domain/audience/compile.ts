import type { MemberEventType } from '../../contract/index.ts'
import { hash32, shortHash } from '../../standards/hash.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, list, meant, rootCursor, short } from '../cursor.ts'
import type { Finding } from '../problem.ts'
import type { ScoreModels } from '../scores/models.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { parsePercent } from '../units.ts'
import { canonical } from './canonical.ts'
import type { Condition, FactUse, Subject } from './condition.ts'
import { eventFieldOf, eventFields, valuesAt } from './event-fields.ts'
import { factNode } from './fact-node.ts'
import { facts } from './facts/index.ts'
import { readHappened } from './happened.ts'
import { type Matcher, readMatcher } from './matcher.ts'
import { allOf, anyOf, type Node, not } from './node.ts'

/** A condition, with what its surroundings need to know about it. */
export interface CompiledCondition extends Condition {
  /** Which parts of a member it reads: an event that touches none of them cannot change its answer. */
  families: Node['families']
  /** Event types whose occurrence it asks about. */
  listensTo: MemberEventType[]
  /** The form in which it is part of another condition. */
  node: Node
}

/** `faulty`: an event triggers, but its type could not be read; that problem is already reported. */
export type TriggerContext = { type: MemberEventType; fields: 'all' | 'kept' } | 'faulty'

/** Where a condition stands, which decides what it may ask. */
export interface ConditionContext {
  /** The triggering event. `kept`: asked later too, when only what the journey keeps of it is known. */
  event?: TriggerContext | undefined
  /** It is part of a journey's steps, so it may count from the entry. */
  inJourney?: boolean
  /** What the condition belongs to: salts `chance`, so that two campaigns do not draw the same members. */
  owner: string
  /** Audiences by id. `faulty`: it exists, and its own problems are already reported. */
  audience(id: string): CompiledCondition | 'unknown' | 'cycle' | 'faulty'
  audienceIds: readonly string[]
  /** The models of scores. If absent: the shipped ones. */
  models?: ScoreModels
}

const DEEPEST = 12
const NODES_AT_MOST = 200
/** Including those of the audiences it names. */
const PARTS_AT_MOST = 1000
export const KEYWORDS = ['all', 'any', 'not', 'audience', 'event', 'happened', 'chance'] as const

/** Checks and compiles plain JSON, as it comes from YAML. */
export function compileCondition(
  source: unknown,
  context: ConditionContext,
): { condition: CompiledCondition } | { faults: Finding[] } {
  const faults: Finding[] = []
  const condition = readCondition(rootCursor(source, '', faults), context)
  return condition && faults.length === 0 ? { condition } : { faults }
}

/** Checks and compiles the condition at a place in a document; `undefined` if it has problems, which are reported there. */
export function readCondition(cursor: Cursor, context: ConditionContext): CompiledCondition | undefined {
  const reading: Reading = { context, nodes: 0, listensTo: new Set() }
  const node = readNode(cursor, reading, 1)
  if (node && node.parts > PARTS_AT_MOST) {
    return complain(cursor, 'too-large', ({ problems }) =>
      problems.tooManyPartsWithAudiences(node.parts, PARTS_AT_MOST),
    )
  }
  return node && conditionOf(node, [...reading.listensTo])
}

/** True for everybody. */
export const everybody: CompiledCondition = conditionOf(
  {
    timeless: true,
    holds: () => true,
    test: () => true,
    observe: () => {},
    shape: { all: [] },
    meaning: true,
    families: [],
    parts: 1,
  },
  [],
)

function conditionOf(node: Node, listensTo: MemberEventType[]): CompiledCondition {
  const { holds, test, families, shape } = node
  return {
    holds,
    test: node.timeless ? test : (subject) => lowering(subject, test),
    observe: (subject) => {
      const uses: FactUse[] = []
      node.observe({ ...subject }, uses)
      return uses
    },
    shape,
    hash: shortHash(canonical(node.meaning), 10),
    families,
    listensTo,
    node,
  }
}

function lowering(subject: Subject, test: Node['test']): boolean {
  const before = subject.until
  const answer = test(subject)
  if (before < subject.until) subject.until = before
  return answer
}

interface Reading {
  context: ConditionContext
  nodes: number
  listensTo: Set<MemberEventType>
}

function readNode(cursor: Cursor, reading: Reading, depth: number): Node | undefined {
  const { value } = cursor
  if (depth > DEEPEST) return complain(cursor, 'too-deep', ({ problems }) => problems.conditionsTooDeep(DEEPEST))
  if (!isMapping(value)) {
    const hint: Wording = Array.isArray(value)
      ? ({ problems }) => problems.putAllOrAny
      : ({ problems }) => problems.conditionForm
    return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedACondition(value), hint)
  }
  const keys = Object.keys(value)
  if (keys.length === 0) return complain(cursor, 'empty-condition', ({ problems }) => problems.emptyCondition)
  const before = reading.nodes
  reading.nodes += keys.length
  if (reading.nodes > NODES_AT_MOST) {
    // Reported once, where the limit was passed.
    return before > NODES_AT_MOST
      ? undefined
      : complain(cursor, 'too-large', ({ problems }) => problems.tooManyParts(NODES_AT_MOST))
  }
  return together(
    keys.map((key) => readPart(key, child(cursor, key), reading, depth)),
    allOf,
  )
}

function together(parts: readonly (Node | undefined)[], join: (parts: readonly Node[]) => Node): Node | undefined {
  return parts.includes(undefined) ? undefined : join(parts as Node[])
}

function readPart(key: string, cursor: Cursor, reading: Reading, depth: number): Node | undefined {
  if (Object.hasOwn(keywords, key)) return keywords[key as keyof typeof keywords](cursor, reading, depth)
  if (Object.hasOwn(facts, key)) return factNode(cursor, facts[key]!, reading.context.models)
  const hint: Wording | undefined = meant(key, [...KEYWORDS, ...Object.keys(facts)])
  return complainOfKey(cursor, 'unknown-fact', ({ problems }) => problems.noFactIsCalled(short(key)), hint)
}

const keywords: Record<
  (typeof KEYWORDS)[number],
  (cursor: Cursor, reading: Reading, depth: number) => Node | undefined
> = {
  all: (cursor, reading, depth) => readList(cursor, reading, depth, allOf),
  any: (cursor, reading, depth) => readList(cursor, reading, depth, anyOf),
  not: (cursor, reading, depth) => {
    const part = readNode(cursor, reading, depth + 1)
    return part && not(part)
  },
  audience: readAudience,
  event: readEvent,
  happened: (cursor, { context: { inJourney }, listensTo }) =>
    readHappened(cursor, { inJourney, listenTo: (type) => listensTo.add(type) }),
  chance: readChance,
}

function readList(cursor: Cursor, reading: Reading, depth: number, join: typeof allOf): Node | undefined {
  const items = list(cursor, NODES_AT_MOST)
  if (!items) return undefined
  if (items.length === 0) return complain(cursor, 'empty-condition', ({ problems }) => problems.emptyConditionList)
  return together(
    items.map((item) => readNode(item, reading, depth + 1)),
    join,
  )
}

function readAudience(cursor: Cursor, { context, listensTo }: Reading): Node | undefined {
  const id = cursor.value
  if (typeof id !== 'string') return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAnAudienceId(id))
  const audience = context.audience(id)
  if (audience === 'unknown') {
    return complain(
      cursor,
      'unknown-audience',
      ({ problems }) => problems.noAudienceIsCalled(short(id)),
      meant(id, context.audienceIds),
    )
  }
  if (audience === 'cycle')
    return complain(cursor, 'audience-cycle', ({ problems }) => problems.audienceCycle(short(id)))
  if (audience === 'faulty') return undefined
  for (const type of audience.listensTo) listensTo.add(type)
  return audienceNode(id, audience)
}

function audienceNode(id: string, { node, hash }: CompiledCondition): Node {
  return {
    ...node,
    observe: (subject, into) => {
      const holds = node.holds(subject)
      into.push({ fact: 'audience', value: holds, asked: id, holds })
      node.observe(subject, into)
    },
    shape: { audience: node.shape },
    meaning: { audience: hash },
  }
}

/** The fields of the triggering event, each with its matcher; all must hold. */
function readEvent(cursor: Cursor, { context }: Reading): Node | undefined {
  const { event } = context
  if (!event) {
    return complainOfKey(cursor, 'no-event-here', ({ problems }) => problems.noTriggeringEvent)
  }
  if (event === 'faulty') return undefined
  const { value } = cursor
  if (!isMapping(value)) return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedEventFields(value))
  const keys = Object.keys(value)
  if (keys.length === 0) return complain(cursor, 'empty-condition', ({ problems }) => problems.emptyCondition)
  return together(
    keys.map((path) => readEventField(child(cursor, path), path, event)),
    allOf,
  )
}

function readEventField(cursor: Cursor, path: string, event: Exclude<TriggerContext, 'faulty'>): Node | undefined {
  const field = eventFieldOf(event.type, path)
  if (!field) {
    const hint: Wording | undefined = meant(path, Object.keys(eventFields(event.type)))
    return complainOfKey(
      cursor,
      'unknown-event-field',
      ({ problems }) => problems.hasNoField(event.type, short(path)),
      hint,
    )
  }
  if (event.fields === 'kept' && !field.kept) {
    const hint: Wording = ({ problems }) => problems.askInTrigger
    return complainOfKey(cursor, 'event-field-not-kept', ({ problems }) => problems.onlyAtTrigger(short(path)), hint)
  }
  const matcher = readMatcher(cursor, field.type)
  return matcher && eventNode(path, event.type, matcher, cursor.value)
}

function eventNode(path: string, type: MemberEventType, matcher: Matcher, source: unknown): Node {
  const valuesOf = ({ event }: Subject) => (event?.type === type ? valuesAt(event, path, matcher.currency) : [])
  const absent = matcher.holds(undefined)
  const test: Node['test'] = (subject) => {
    const values = valuesOf(subject)
    return values.length === 0 ? absent : values.some((value) => matcher.holds(value))
  }
  return {
    timeless: true,
    holds: test,
    test,
    observe: (subject, into) => {
      into.push({
        fact: `event ${path}`,
        value: valuesOf(subject)[0] ?? null,
        asked: matcher.asked,
        holds: test(subject),
      })
    },
    shape: { leaf: { of: ['event', path, matcher.counts, matcher.currency].filter(Boolean).join(' '), matcher } },
    meaning: { event: { [path]: source } },
    families: [],
    parts: 1,
  }
}

/** The same members each time: a hash of the member and of what the condition belongs to. */
function readChance(cursor: Cursor, { context }: Reading): Node | undefined {
  const share = readPercent(cursor)
  if (share === undefined) return undefined
  const salt = `\n${context.owner}`
  const test: Node['test'] = ({ member }) => evenly(hash32(`${member.memberId}${salt}`)) < share
  return {
    timeless: true,
    holds: test,
    test,
    observe: (subject, into) => {
      into.push({ fact: 'chance', value: test(subject), asked: String(cursor.value), holds: test(subject) })
    },
    shape: { leaf: { of: `chance ${share} ${context.owner}` } },
    meaning: { chance: share, of: context.owner },
    families: [],
    parts: 1,
  }
}

/** A percentage from 0% to 100%, as a share of one. */
export function readPercent(cursor: Cursor): number | undefined {
  const share = parsePercent(cursor.value)
  if (share === undefined) {
    return complain(
      cursor,
      'bad-percent',
      ({ problems }) => problems.expectedAPercentage(cursor.value),
      percentMeant(cursor.value),
    )
  }
  return share >= 0 && share <= 1 ? share : complain(cursor, 'bad-percent', ({ problems }) => problems.percentageRange)
}

/** `0.1` is a tenth; `10` is ten of a hundred. */
function percentMeant(value: unknown): Wording {
  if (typeof value !== 'number') return ({ problems }) => problems.writePercent
  const share = value > 0 && value < 1
  return ({ problems }) =>
    problems.percentMeant(share ? Number((value * 100).toFixed(4)) : value, share ? value : undefined)
}

/** MurmurHash3's last step: ids that differ in one digit are spread over [0, 1). */
function evenly(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}
