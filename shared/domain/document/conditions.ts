import { isMapping } from '../cursor.ts'
import type { Path } from '../problem.ts'
import { type Edited, insertAt, moveItem, plainOf, removeAt, renameAt, setAt } from './edit.ts'
import { valueAt } from './plain.ts'

/**
 * Conditions as groups within groups, in the text that says them. A group is named by the way to it from the outermost: the number of
 * the item at each step. What is edited is written as a list (`all: […]`) where it has to be; the rest stays as it is.
 */
export type Joined = 'all' | 'any'

export interface ConditionItem {
  /** One condition: a mapping. */
  value: Record<string, unknown>
  /** The mapping that its key stands in. */
  within: Path
  /** What goes when it is removed. */
  at: Path
}

export interface ConditionGroup {
  joined: Joined
  items: ConditionItem[]
  /** Of the list; undefined where the conditions are keys of one mapping, which all hold. */
  list: Path | undefined
}

export function groupAt(value: unknown, path: Path): ConditionGroup {
  if (!isMapping(value)) return { joined: 'all', items: [], list: undefined }
  const keys = Object.keys(value)
  const [only] = keys
  const listed = keys.length === 1 && (only === 'all' || only === 'any') ? value[only] : undefined
  if (!Array.isArray(listed)) {
    const items = keys.map((key) => ({ value: { [key]: value[key] }, within: path, at: [...path, key] }))
    return { joined: 'all', items, list: undefined }
  }
  const list = [...path, only!]
  const items = listed.map((each, index) => {
    const at = [...list, index]
    return { value: isMapping(each) ? each : { audience: each }, within: at, at }
  })
  return { joined: only as Joined, items, list }
}

/** The group that an item is, beneath a `not` too; undefined: it is one condition. */
export function innerOf({ value, within }: ConditionItem): { value: unknown; path: Path } | undefined {
  if (isNegated(value)) {
    const inner = { value: value.not as Record<string, unknown>, within: [...within, 'not'], at: [] }
    return isMapping(value.not) ? innerOf(inner) : undefined
  }
  const keys = Object.keys(value)
  return keys.length !== 1 || keys[0] === 'all' || keys[0] === 'any' ? { value, path: within } : undefined
}

export function isNegated(value: Record<string, unknown>): boolean {
  return Object.keys(value).length === 1 && 'not' in value
}

type Way = readonly number[]

/** The text in which the group at a way is a list, and where that is. */
function listAt(text: string, root: Path, way: Way): { text: string; list: Path; items: ConditionItem[] } | undefined {
  const group = groupAt(valueAt(plainOf(text), root), root)
  const listed = group.list ? text : setAt(text, root, { all: group.items.map(({ value }) => value) })
  if (listed === undefined) return undefined
  const { items, list } = groupAt(valueAt(plainOf(listed), root), root)
  const [first, ...rest] = way
  if (first === undefined) return { text: listed, list: list!, items }
  const inner = items[first] && innerOf(items[first])
  return inner && listAt(listed, inner.path, rest)
}

/** The outermost conditions may be keys of a mapping, and stay so where the new key is none of theirs. */
export function addCondition(text: string, root: Path, way: Way, condition: Record<string, unknown>): Edited {
  const { items, list } = groupAt(valueAt(plainOf(text), root), root)
  const [key = ''] = Object.keys(condition)
  if (items.length === 0) return setAt(text, root, condition)
  const isNewKey = !list && items.every(({ value }) => !Object.hasOwn(value, key))
  if (way.length === 0 && isNewKey) return setAt(text, [...root, key], condition[key])
  const found = listAt(text, root, way)
  return found && insertAt(found.text, found.list, found.items.length, condition)
}

export function joinBy(text: string, root: Path, way: Way, joined: Joined): Edited {
  const found = listAt(text, root, way)
  return found && renameAt(found.text, found.list, joined)
}

export function removeCondition(text: string, root: Path, way: Way, index: number): Edited {
  const outermost = groupAt(valueAt(plainOf(text), root), root)
  const [only] = outermost.items
  if (way.length === 0)
    return outermost.items.length > 1 ? removeAt(text, outermost.items[index]!.at) : only && removeAt(text, root)
  const found = listAt(text, root, way)
  if (!found) return undefined
  return found.items.length > 1
    ? removeAt(found.text, [...found.list, index])
    : removeCondition(text, root, way.slice(0, -1), way.at(-1)!)
}

/** Turns a condition into its opposite, and back. */
export function negate(text: string, root: Path, way: Way, index: number): Edited {
  const found = listAt(text, root, way)
  const value = found?.items[index]?.value
  return found && value && setAt(found.text, [...found.list, index], isNegated(value) ? value.not : { not: value })
}

/** Puts a condition into a group of its own, to which others can be added. */
export function inGroup(text: string, root: Path, way: Way, index: number): Edited {
  const found = listAt(text, root, way)
  const value = found?.items[index]?.value
  return found && value && setAt(found.text, [...found.list, index], { any: [value] })
}

export type Move = 'up' | 'down' | 'into' | 'out'

/** Within its group, into the group that stands above it, or out of its own, behind it. */
export function moveCondition(text: string, root: Path, way: Way, [index, move]: [number, Move]): Edited {
  if (move === 'out') return moveOut(text, root, way, index)
  if (move === 'into') {
    const inner = listAt(text, root, [...way, index - 1])
    const own = inner && listAt(inner.text, root, way)
    return inner && own && moveItem(inner.text, [...own.list, index], inner.list, inner.items.length)
  }
  const found = listAt(text, root, way)
  return found && moveItem(found.text, [...found.list, index], found.list, index + (move === 'up' ? -1 : 1))
}

function moveOut(text: string, root: Path, way: Way, index: number): Edited {
  const inner = listAt(text, root, way)
  const outer = inner && listAt(inner.text, root, way.slice(0, -1))
  const place = way.at(-1)
  if (!inner || !outer || place === undefined) return undefined
  const moved = moveItem(inner.text, [...inner.list, index], outer.list, place + 1)
  // A group of which nothing is left goes.
  return moved !== undefined && inner.items.length === 1 ? removeAt(moved, [...outer.list, place]) : moved
}
