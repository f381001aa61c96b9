import { ACTION_KINDS, definitionOf } from '../../../domain/actions/index.ts'
import type { ActionKind, ActionSpec } from '../../../domain/actions/kinds.ts'
import { type Cursor, complain, list, mapping, meant, oneOf, short, text } from '../../../domain/cursor.ts'
import { GATE_NAMES } from '../../../domain/gate-names.ts'
import type { GateName } from '../../../domain/reason.ts'
import { onlyOne } from '../../../domain/rulebook/read.ts'
import type { Campaign, Rulebook } from '../../../domain/rulebook/rulebook.ts'
import type { Expectation, Happening } from './example.ts'
import { readInstant, type Times } from './instants.ts'
import { splitsOf } from './member.ts'

/** Where expectations are read. */
export interface ExpectScope {
  rulebook: Rulebook
  campaign: Campaign
  times: Times
  lineOf(cursor: Cursor): number
}

type Expected = Pick<Expectation, 'words' | 'isMet'>
type Reader = (cursor: Cursor, scope: ExpectScope) => Expected | undefined

const EXPECTATIONS_AT_MOST = 100
/** The pipeline's clock moves in steps of so much at most: what is due within one happens at its end. */
const CLOCK_STEP_MS = 15 * 60_000

/** What can be expected, by the word for it. */
const readers = {
  ...(Object.fromEntries(
    ACTION_KINDS.map((kind): [ActionKind, Reader] => [
      kind,
      (cursor, { rulebook }) => readDone(kind, cursor, rulebook),
    ]),
  ) as Record<ActionKind, Reader>),
  skipped: (cursor) => readStopped(cursor, 'skipped', 'skipped by'),
  held: (cursor) => readStopped(cursor, 'held', 'held by'),
  heldOut: (cursor) => readFate(cursor, 'heldOut', 'held out'),
  waits: (cursor) => readFate(cursor, 'waiting', 'waits for a second person'),
  refused: (cursor) => readFate(cursor, 'refused', 'refused'),
  failed: (cursor) => readFate(cursor, 'failed', 'failed'),
  notEntered: (cursor) => {
    const gate = readGate(cursor)
    return gate && { words: `not entered: ${gate}`, isMet: (is) => is.outcome === 'notEntered' && is.gate === gate }
  },
  entered: (cursor) => readYes(cursor, 'entered', 'entered'),
  arm: readArm,
  exited: (cursor) => readYes(cursor, 'exited', 'exited'),
  goal: (cursor) => readYes(cursor, 'goal', 'the goal is reached'),
} satisfies Record<string, Reader>

type Kind = keyof typeof readers
const EXPECTATION_KINDS = Object.keys(readers) as Kind[]

/** `expect`: the word `nothing`, or a list in the order in which it happens. */
export function readExpect(cursor: Cursor, scope: ExpectScope): 'nothing' | Expectation[] | undefined {
  if (cursor.value === 'nothing') return 'nothing'
  const { value } = cursor
  if (typeof value === 'string') {
    return complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.cannotBeExpected(short(value)),
      ({ problems }) => problems.listOrNothing,
    )
  }
  const items = list(cursor, EXPECTATIONS_AT_MOST)
  if (items?.length === 0)
    return complain(
      cursor,
      'bad-value',
      ({ problems }) => problems.emptyExpectation,
      ({ problems }) => problems.writeExpectNothing,
    )
  return items?.map((item) => readExpectation(item, scope)).filter((each) => each !== undefined)
}

function readExpectation(cursor: Cursor, scope: ExpectScope): Expectation | undefined {
  const fields = mapping(cursor, [...EXPECTATION_KINDS, 'at'])
  const kind = fields && onlyOne(cursor, fields, EXPECTATION_KINDS)
  const expected = kind && (readers[kind] as Reader)(fields[kind]!, scope)
  const when = fields?.at ? readWhen(fields.at, scope.times) : { words: '', isMet: () => true }
  if (!expected || !when) return undefined
  return {
    words: expected.words + when.words,
    line: scope.lineOf(cursor),
    isMet: (happening) => expected.isMet(happening) && when.isMet(happening),
  }
}

/** On a day of the airline's, or at an instant. */
function readWhen(cursor: Cursor, times: Times): Expected | undefined {
  const { value } = cursor
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return { words: ` on ${value}`, isMet: ({ at }) => times.calendar.dateOf(at) === value }
  }
  const instant = readInstant(cursor, times)
  if (instant === undefined) return undefined
  return { words: ` at ${value}`, isMet: ({ at }) => at >= instant && at < instant + CLOCK_STEP_MS }
}

/** That an action was done, as its kind reads it. */
function readDone<K extends ActionKind>(kind: K, cursor: Cursor, rulebook: Rulebook): Expected | undefined {
  const expected = definitionOf(kind).example.read(cursor, rulebook)
  return (
    expected && {
      words: expected.words,
      isMet: (is) => is.action?.kind === kind && expected.isMet({ ...is, action: is.action as ActionSpec<K> }),
    }
  )
}

/** `{ email: consent }`: what was stopped, and by which gate. */
function readStopped(cursor: Cursor, outcome: 'skipped' | 'held', how: string): Expected | undefined {
  const fields = mapping(cursor, ACTION_KINDS)
  const kind = fields && onlyOne(cursor, fields, ACTION_KINDS)
  const gate = kind && readGate(fields[kind]!)
  if (!gate) return undefined
  return {
    words: `${kind} ${how} ${gate}`,
    isMet: (is) => is.outcome === outcome && is.action?.kind === kind && is.gate === gate,
  }
}

function readFate(cursor: Cursor, outcome: Happening['outcome'], how: string): Expected | undefined {
  const kind = oneOf(cursor, ACTION_KINDS)
  return kind && { words: `${kind} ${how}`, isMet: (is) => is.outcome === outcome && is.action?.kind === kind }
}

/** The arm that a split of this campaign takes the member to. */
function readArm(cursor: Cursor, { campaign }: ExpectScope): Expected | undefined {
  const known = splitsOf(campaign).flatMap(({ arms }) => arms.map(({ arm }) => arm))
  const arm = text(cursor)
  if (arm === undefined) return undefined
  if (!known.includes(arm)) {
    return complain(cursor, 'unknown-arm', ({ problems }) => problems.noArmIsCalled(short(arm)), meant(arm, known))
  }
  return { words: `arm ${arm}`, isMet: (is) => is.arm === arm }
}

function readYes(cursor: Cursor, outcome: Happening['outcome'], words: string): Expected | undefined {
  if (cursor.value !== true) return complain(cursor, 'bad-value', ({ problems }) => problems.onlyTrue)
  return { words, isMet: (is) => is.outcome === outcome }
}

function readGate(cursor: Cursor): GateName | undefined {
  return oneOf(cursor, GATE_NAMES)
}
