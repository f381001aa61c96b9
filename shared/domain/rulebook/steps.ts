import { ACTION_KINDS, definitionOf, traitsOf } from '../actions/index.ts'
import type { ActionKind, ActionSpec } from '../actions/kinds.ts'
import { everybody, readCondition } from '../audience/compile.ts'
import { readEventType } from '../audience/happened.ts'
import { type Cursor, complain, complainOfKey, list, mapping, slug } from '../cursor.ts'
import { readArms } from './arms.ts'
import { onlyOne, readDuration } from './read.ts'
import type { Arm, Instruction, Place } from './rulebook.ts'
import type { StepScope } from './scope.ts'

const STEPS_AT_MOST = 200
const DEEPEST = 8
const KINDS = ['wait', 'if', 'split', ...ACTION_KINDS] as const
const BESIDE = ['then', 'else', 'arms', 'ifRefused', 'reason'] as const
const KEYS = ['name', ...KINDS, ...BESIDE] as const
/** Kinds of step beside whose key another key may stand. */
const OWNERS: readonly [(typeof BESIDE)[number], readonly string[]][] = [
  ['then', ['if']],
  ['else', ['if']],
  ['arms', ['split']],
  ['ifRefused', ACTION_KINDS.filter((kind) => definitionOf(kind).form.beside?.includes('ifRefused'))],
  ['reason', ACTION_KINDS.filter((kind) => definitionOf(kind).form.beside?.includes('reason'))],
]

type Fields = Partial<Record<(typeof KEYS)[number], Cursor>>

/** Checks and compiles a campaign's steps as a flat program. The result is only valid if no problem was reported. */
export function readSteps(cursor: Cursor, scope: StepScope): Instruction[] {
  const writing: Writing = {
    instructions: [],
    count: { steps: 0 },
    splits: new Set(),
    names: new Set(),
    arms: {},
    scope,
  }
  write(cursor, '', writing, 1)
  return [...writing.instructions, { op: 'end' }]
}

interface Writing {
  instructions: Instruction[]
  /** Of all steps so far, in any branch. */
  count: { steps: number }
  /** Names of the splits so far. */
  splits: Set<string>
  /** Names of steps so far. */
  names: Set<string>
  /** The arms around the current step. */
  arms: Record<string, string>
  scope: StepScope
}

function write(cursor: Cursor, prefix: string, writing: Writing, depth: number): void {
  const items =
    depth > DEEPEST
      ? complain(cursor, 'too-deep', ({ problems }) => problems.stepsTooDeep(DEEPEST))
      : list(cursor, STEPS_AT_MOST)
  if (items?.length === 0) complain(cursor, 'bad-value', ({ problems }) => problems.noSteps)
  for (const [index, item] of (items ?? []).entries()) {
    if (writing.count.steps++ === STEPS_AT_MOST)
      complain(item, 'too-large', ({ problems }) => problems.tooManySteps(STEPS_AT_MOST))
    if (writing.count.steps <= STEPS_AT_MOST) writeStep(item, `${prefix}${index}`, writing, depth)
  }
}

function writeStep(cursor: Cursor, step: string, writing: Writing, depth: number): void {
  const fields = mapping(cursor, KEYS)
  const kind = fields && onlyOne(cursor, fields, KINDS)
  if (!kind) return
  for (const [key, owners] of OWNERS) {
    if (fields[key] && !owners.includes(kind))
      complainOfKey(fields[key], 'unknown-key', ({ problems }) => problems.goesWith(key, owners.join('" or "')))
  }
  const place = fields.name && readPlace(fields.name, kind, writing)
  if (kind === 'wait') writeWait(fields.wait!, place, writing)
  else if (kind === 'if') writeBranch(cursor, fields, step, writing, depth)
  else if (kind === 'split') writeSplit(cursor, fields, step, writing, depth)
  else writeAction(kind, fields, { step, place }, writing, depth)
}

/** The name of a step at which a journey can stand. */
function readPlace(cursor: Cursor, kind: (typeof KINDS)[number], { names, arms, scope }: Writing): Place | undefined {
  if (kind === 'if' || kind === 'split') {
    return complainOfKey(cursor, 'unknown-key', ({ problems }) => problems.nameOnlyWhereMembersWait(kind))
  }
  const name = slug(cursor)
  if (name === undefined) return undefined
  if (names.has(name))
    return complain(cursor, 'duplicate-id', ({ problems }) => problems.anotherStepOfThisCampaignIs(name))
  names.add(name)
  return { name, arms, afterRefusal: scope.nothingGranted === true }
}

/** A wait for a time, or for an event with a limit. */
function writeWait(cursor: Cursor, place: Place | undefined, { instructions, scope }: Writing): void {
  if (typeof cursor.value !== 'object' || cursor.value === null) {
    instructions.push({ op: 'wait', for: readDuration(cursor) ?? 0, ...(place && { place }) })
    return
  }
  const fields = mapping(cursor, ['for', 'atMost'], ['for', 'atMost'])
  const event = fields?.for && readEventType(fields.for)
  const atMost = fields?.atMost && readDuration(fields.atMost)
  if (!event || !atMost) return
  scope.listensTo.add(event)
  instructions.push({ op: 'waitFor', event, atMost, ...(place && { place }) })
}

function writeBranch(cursor: Cursor, fields: Fields, step: string, writing: Writing, depth: number): void {
  const { instructions, scope } = writing
  const condition = readCondition(fields.if!, { ...scope.conditions, event: scope.event, inJourney: true })
  for (const type of condition?.listensTo ?? []) scope.listensTo.add(type)
  const branch = { op: 'branch' as const, condition: condition ?? everybody, otherwise: 0 }
  instructions.push(branch)
  const other = onAnotherWay(writing)
  if (fields.then) write(fields.then, `${step}.then.`, writing, depth + 1)
  else complain(cursor, 'missing-key', ({ problems }) => problems.thenIsMissing)
  if (!fields.else) {
    branch.otherwise = instructions.length
    return
  }
  const jump = { op: 'jump' as const, to: 0 }
  instructions.push(jump)
  branch.otherwise = instructions.length
  write(fields.else, `${step}.else.`, other, depth + 1)
  comeTogether(writing, [other])
  jump.to = instructions.length
}

/** Arms one after the other, each followed by a jump behind the last. An arm without steps does nothing special. */
function writeSplit(cursor: Cursor, fields: Fields, step: string, writing: Writing, depth: number): void {
  const { instructions, splits } = writing
  const split = slug(fields.split!)
  if (split !== undefined && splits.has(split)) {
    complain(fields.split!, 'duplicate-id', ({ problems }) => problems.anotherSplitOfThisCampaignIs(split))
  }
  splits.add(split ?? '')
  const arms: Arm[] = []
  instructions.push({ op: 'split', split: split ?? '', arms })
  if (!fields.arms) complain(cursor, 'missing-key', ({ problems }) => problems.armsIsMissing)
  const jumps: { op: 'jump'; to: number }[] = []
  const ways: Writing[] = []
  for (const { arm, share, steps } of (fields.arms && readArms(fields.arms)) ?? []) {
    arms.push({ arm, share, to: instructions.length })
    const inArm = { ...onAnotherWay(writing), arms: { ...writing.arms, [split ?? '']: arm } }
    ways.push(inArm)
    if (steps) write(steps, `${step}.${arm}.`, inArm, depth + 1)
    const jump = { op: 'jump' as const, to: 0 }
    jumps.push(jump)
    instructions.push(jump)
  }
  for (const jump of jumps) jump.to = instructions.length
  comeTogether(writing, ways)
}

/** The state for another branch: what these steps bring about does not count there. */
function onAnotherWay(writing: Writing): Writing {
  return { ...writing, scope: { ...writing.scope, brought: new Set(writing.scope.brought) } }
}

/** From here on, whatever any of the branches may have brought about may exist. */
function comeTogether({ scope }: Writing, ways: readonly Writing[]): void {
  for (const way of ways) for (const what of way.scope.brought) scope.brought.add(what)
}

function writeAction(
  kind: ActionKind,
  fields: Fields,
  { step, place }: { step: string; place: Place | undefined },
  writing: Writing,
  depth: number,
): void {
  const { instructions, scope } = writing
  const cursor = fields[kind]!
  if (fields.reason && !Array.isArray(cursor.value)) {
    complainOfKey(fields.reason, 'unknown-key', ({ problems }) => problems.reasonBesideCases)
  }
  const action: ActionSpec | undefined = definitionOf(kind).form.read(cursor, scope, fields)
  const { paysFromBudget, brings, grants } = traitsOf(kind)
  if (paysFromBudget && scope.nothingGranted) {
    complainOfKey(
      cursor,
      'promises-something',
      ({ problems }) => problems.grantAfterRefusal,
      ({ problems }) => problems.promiseNothingThere,
    )
  }
  if (brings) scope.brought.add(brings)
  if (!action) return
  const instruction: Instruction & { op: 'action' } = {
    op: 'action',
    step,
    action,
    ...(grants && { grants }),
    ...(place && { place }),
  }
  instructions.push(instruction)
  if (fields.ifRefused) instruction.ifRefused = writeIfRefused(fields.ifRefused, step, writing, depth)
}

/** The steps for a refused grant; then the journey ends. Returns where they begin. */
function writeIfRefused(cursor: Cursor, step: string, writing: Writing, depth: number): number {
  const { instructions } = writing
  const granted = { op: 'jump' as const, to: 0 }
  instructions.push(granted)
  const begins = instructions.length
  const other = onAnotherWay(writing)
  write(cursor, `${step}.ifRefused.`, { ...other, scope: { ...other.scope, nothingGranted: true } }, depth + 1)
  instructions.push({ op: 'end' })
  granted.to = instructions.length
  return begins
}
