import { isMapping } from '../cursor.ts'
import type { Path } from '../problem.ts'
import { type Edited, moveItem, plainOf, removeAt } from './edit.ts'
import { valueAt } from './plain.ts'

/** A place among the steps of a campaign. */
export interface Place {
  list: Path
  index: number
}

/** What came of a move: the text, and where the step is by now. */
export interface Moved {
  text: string
  path: Path
}

/** Branches that a step may have, as they are read. `otherwise` is one where nothing is written yet, too. */
const BRANCHES = ['then', 'else', 'ifRefused'] as const

/**
 * Moves a step on by one place, as somebody reads them: past the step that follows, into a branch, on to the next branch, and out behind it.
 * Undefined: it is the last, or the text cannot be read.
 */
export function moveStep(text: string, from: Path, by: -1 | 1): Moved | undefined {
  const taken = removeAt(text, from)
  if (taken === undefined) return undefined
  const all = placesIn(valueAt(plainOf(taken), ['steps']), ['steps'])
  const here = all.findIndex(({ list, index }) => sameList(list, from.slice(0, -1)) && index === from.at(-1))
  const to = all[here + by]
  return here < 0 || !to ? undefined : movedTo(text, from, to)
}

/** Moves a step before or behind another, wherever that is. Undefined: that is itself, or a part of it. */
export function moveStepTo(text: string, from: Path, beside: Path, where: 'before' | 'behind'): Moved | undefined {
  if (from.every((part, depth) => beside[depth] === part)) return undefined
  const other = afterTaking(from, beside)
  const index = Number(other.at(-1)) + (where === 'behind' ? 1 : 0)
  return movedTo(text, from, { list: other.slice(0, -1), index })
}

function movedTo(text: string, from: Path, { list, index }: Place): Moved | undefined {
  const next: Edited = moveItem(text, from, list, index)
  return next === undefined ? undefined : { text: next, path: [...list, index] }
}

/** Where something is, once an item of a list above it, or beside it, is taken away. */
function afterTaking(from: Path, path: Path): Path {
  const depth = from.length - 1
  const isBehind = sameList(path.slice(0, depth), from.slice(0, depth)) && Number(path[depth]) > Number(from[depth])
  return isBehind ? path.map((part, at) => (at === depth ? Number(part) - 1 : part)) : path
}

/** All places of a list and of the branches within it, as they are read. */
function placesIn(steps: unknown, list: Path): Place[] {
  const all = Array.isArray(steps) ? steps : []
  const within = all.flatMap((step, index) => [{ list, index }, ...branchesOf(step, [...list, index])])
  return [...within, { list, index: all.length }]
}

function branchesOf(step: unknown, path: Path): Place[] {
  if (!isMapping(step)) return []
  const arms = Array.isArray(step.arms) ? step.arms : []
  const own = BRANCHES.filter((key) => key in step || ('if' in step && key !== 'ifRefused'))
  return [
    ...own.flatMap((key) => placesIn(step[key], [...path, key])),
    ...arms.flatMap((arm, index) => placesIn(isMapping(arm) ? arm.steps : [], [...path, 'arms', index, 'steps'])),
  ]
}

function sameList(one: Path, other: Path): boolean {
  return one.join('.') === other.join('.')
}
