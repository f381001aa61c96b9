import type { ExpectedWords } from '../../../domain/actions/definition.ts'
import { ACTION_KINDS, definitionOf } from '../../../domain/actions/index.ts'
import type { ActionKind, ActionSpec } from '../../../domain/actions/kinds.ts'
import { type Cursor, complain, list, mapping, meant, oneOf, short, text } from '../../../domain/cursor.ts'
import { GATE_NAMES } from '../../../domain/gate-names.ts'
import type { GateName } from '../../../domain/reason.ts'
import { onlyOne } from '../../../domain/rulebook/read.ts'
import type { Campaign, Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { localTime } from '../../api/local-time.ts'
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
type Fate = 'heldOut' | 'waiting' | 'refused' | 'failed'
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
  skipped: (cursor) => readStopped(cursor, 'skipped'),
  held: (cursor) => readStopped(cursor, 'held'),
  heldOut: (cursor) => readFate(cursor, 'heldOut'),
  waits: (cursor) => readFate(cursor, 'waiting'),
  refused: (cursor) => readFate(cursor, 'refused'),
  failed: (cursor) => readFate(cursor, 'failed'),
  notEntered: (cursor) => {
    const gate = readGate(cursor)
    return (
      gate && {
        words: ({ notEntered }) => notEntered(gate),
        isMet: (is) => is.outcome === 'notEntered' && is.gate === gate,
      }
    )
  },
  entered: (cursor) => readYes(cursor, 'entered'),
  arm: readArm,
  exited: (cursor) => readYes(cursor, 'exited'),
  goal: (cursor) => readYes(cursor, 'goal'),
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
  const when = fields?.at ? readWhen(fields.at, scope.times) : ALWAYS
  if (!expected || !when) return undefined
  return {
    words: (say) => when.said(expected.words(say), say),
    line: scope.lineOf(cursor),
    isMet: (happening) => expected.isMet(happening) && when.isMet(happening),
  }
}

interface When {
  said(what: string, say: Parameters<ExpectedWords>[0]): string
  isMet(happening: Happening): boolean
}

const ALWAYS: When = { said: (what) => what, isMet: () => true }

/** On a day of the airline's, or at an instant. */
function readWhen(cursor: Cursor, times: Times): When | undefined {
  const { value } = cursor
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return { said: (what, { on }) => on(what, value), isMet: ({ at }) => times.calendar.dateOf(at) === value }
  }
  const instant = readInstant(cursor, times)
  if (instant === undefined) return undefined
  return {
    said: (what, { at }) => at(what, String(value), localTime(new Date(instant).toISOString(), times.calendar.zone)),
    isMet: ({ at }) => at >= instant && at < instant + CLOCK_STEP_MS,
  }
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
function readStopped(cursor: Cursor, outcome: 'skipped' | 'held'): Expected | undefined {
  const fields = mapping(cursor, ACTION_KINDS)
  const kind = fields && onlyOne(cursor, fields, ACTION_KINDS)
  const gate = kind && readGate(fields[kind]!)
  if (!gate) return undefined
  return {
    words: ({ stopped }) => stopped(kind, outcome, gate),
    isMet: (is) => is.outcome === outcome && is.action?.kind === kind && is.gate === gate,
  }
}

/** What else became of an action. */
function readFate(cursor: Cursor, outcome: Fate): Expected | undefined {
  const kind = oneOf(cursor, ACTION_KINDS)
  return (
    kind && {
      words: ({ fate }) => fate[outcome](kind),
      isMet: (is) => is.outcome === outcome && is.action?.kind === kind,
    }
  )
}

/** The arm that a split of this campaign takes the member to. */
function readArm(cursor: Cursor, { campaign }: ExpectScope): Expected | undefined {
  const known = splitsOf(campaign).flatMap(({ arms }) => arms.map(({ arm }) => arm))
  const arm = text(cursor)
  if (arm === undefined) return undefined
  if (!known.includes(arm)) {
    return complain(cursor, 'unknown-arm', ({ problems }) => problems.noArmIsCalled(short(arm)), meant(arm, known))
  }
  return { words: (say) => say.arm(arm), isMet: (is) => is.arm === arm }
}

function readYes(cursor: Cursor, outcome: 'entered' | 'exited' | 'goal'): Expected | undefined {
  if (cursor.value !== true) return complain(cursor, 'bad-value', ({ problems }) => problems.onlyTrue)
  return { words: (say) => say[outcome], isMet: (is) => is.outcome === outcome }
}

function readGate(cursor: Cursor): GateName | undefined {
  return oneOf(cursor, GATE_NAMES)
}
