import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import { canonical } from '../audience/canonical.ts'
import type { Path } from '../problem.ts'
import {
  childOf,
  columnOf,
  endOf,
  type Found,
  find,
  lineEnd,
  lineStart,
  linesOf,
  nodeAt,
  readText,
  splice,
  startOf,
} from './places.ts'
import { valueAt, withItem, withValue } from './plain.ts'
import { asItem, behindKey, inFlow } from './render.ts'

/**
 * Edits of a YAML text, by path. Only what is edited is written anew: comments, order, blanks and quotes of everything else stay
 * as they are, since the text is cut and not printed. Where that does not come to the value it should (aliases, odd layouts),
 * the library prints the document, which keeps comments and order. Undefined: the text has mistakes, or the path leads nowhere.
 */
export type Edited = string | undefined

/** The plain value of a text; undefined where it cannot be read. */
export function plainOf(text: string): unknown {
  return readText(text)?.value
}

/** Texts that differ in their line breaks or in blanks at the end of lines alone are saved as one. */
export function canonicalText(text: string): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`
}

/** Undefined takes the value away; of a mapping that is empty then, nothing is left. */
export function setAt(text: string, path: Path, value: unknown): Edited {
  if (value === undefined) return removeAt(text, path)
  return edit(
    text,
    (before) => withValue(before, path, value),
    (root) => set(text, root, path, value),
    path,
    value,
  )
}

export function removeAt(text: string, path: Path): Edited {
  const read = readText(text)
  if (!read) return undefined
  const found = find(read.root, path)
  if (!found?.child) return text
  const isLast = found.parent.items.length === 1
  if (isLast && isSeq(found.parent)) return setAt(text, path.slice(0, -1), [])
  if (isLast && path.length > 1) return removeAt(text, path.slice(0, -1))
  return edit(
    text,
    (before) => withValue(before, path, undefined),
    () => cut(text, found),
    path,
    undefined,
  )
}

/** Puts an item into a list; where there is no list, it is made. */
export function insertAt(text: string, list: Path, index: number, item: unknown): Edited {
  const read = readText(text)
  if (!read) return undefined
  const node = nodeAt(read.root, list)
  if (!isSeq(node) || node.items.length === 0) return setAt(text, list, [item])
  const at = Math.min(index, node.items.length)
  const items = [...(valueAt(read.value, list) as unknown[])]
  items.splice(at, 0, item)
  return edit(
    text,
    (before) => withItem(before, list, at, item),
    () => (node.flow ? intoFlow(text, node, at, inFlow(item)) : intoBlock(text, node, at, item)),
    list,
    items,
  )
}

/** Moves an item to another place, in its list or in another: `to` counts without it. */
export function moveItem(text: string, from: Path, list: Path, to: number): Edited {
  const value = plainOf(text)
  const item = valueAt(value, from)
  if (item === undefined) return undefined
  const lines = itemLines(text, from)
  const taken = removeAt(text, from)
  if (taken === undefined) return undefined
  const put = insertAt(taken, list, to, item)
  return put === undefined || !lines ? put : withLines(put, [...list, to], lines)
}

/** With its comments. */
export function copyItem(text: string, list: Path, index: number): Edited {
  const item = valueAt(plainOf(text), [...list, index])
  const lines = itemLines(text, [...list, index])
  const put = item === undefined ? undefined : insertAt(text, list, index + 1, item)
  return put === undefined || !lines ? put : withLines(put, [...list, index + 1], lines)
}

/** Gives a key another name: what it holds stays as it is written. */
export function renameAt(text: string, path: Path, name: string): Edited {
  const read = readText(text)
  const { child, parent } = (read && find(read.root, path)) ?? {}
  if (!read || !child?.key?.range || !isMap(parent)) return undefined
  const [from, to] = child.key.range
  const next = splice(text, { from, to }, inFlow(name))
  return plainOf(next) === undefined ? undefined : next
}

/** Does it by cutting; where that does not come to what it should, by printing. */
function edit(
  text: string,
  expected: (before: unknown) => unknown,
  byCutting: (root: Node | null) => Edited,
  path: Path,
  value: unknown,
): Edited {
  const read = readText(text)
  if (!read) return undefined
  if (value !== undefined && canonical(valueAt(read.value, path)) === canonical(value)) return text
  const wanted = canonical(expected(read.value))
  const cutText = byCutting(read.root)
  if (cutText !== undefined && comesTo(cutText, wanted)) return cutText
  const printed = print(text, path, value)
  return printed !== undefined && comesTo(printed, wanted) ? printed : undefined
}

function comesTo(text: string, wanted: string): boolean {
  const value = plainOf(text)
  return value !== undefined && canonical(value) === wanted
}

function print(text: string, path: Path, value: unknown): Edited {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false })
  try {
    if (value === undefined) document.deleteIn(path)
    else document.setIn(path, document.createNode(value))
    return document.toString({ lineWidth: 0 })
  } catch {
    return undefined
  }
}

function set(text: string, root: Node | null, path: Path, value: unknown): Edited {
  if (path.length === 0) return undefined
  const found = find(root, path)
  if (!found) return set(text, root, path.slice(0, -1), { [path.at(-1)!]: value })
  if (found.child) return replace(text, found, value)
  if (isSeq(found.parent)) return undefined
  const key = String(path.at(-1))
  if (found.parent.flow)
    return intoFlow(text, found.parent, found.parent.items.length, inFlow({ [key]: value }).slice(2, -2))
  return newPair(text, found, key, value)
}

function replace(text: string, { parent, child }: Found, value: unknown): Edited {
  const { key, value: old } = child!
  if (parent.flow) return old?.range ? splice(text, { from: old.range[0], to: old.range[1] }, inFlow(value)) : undefined
  if (!key?.range) {
    const start = startOf(text, child!)
    return splice(text, { from: start, to: endOf(child!) }, asItem(value, columnOf(text, start)))
  }
  const colon = text.indexOf(':', key.range[1]) + 1
  const name = isScalar(key) ? String(key.value) : ''
  const tail = behindKey(name, value, columnOf(text, key.range[0]))
  const to = Math.max(endOf(child!), colon)
  if (!old?.range) return splice(text, { from: colon, to }, tail)
  const wasBelow = text.slice(colon, old.range[0]).includes('\n')
  // What stands on the line of the key, a comment too, stays there.
  if (tail.startsWith('\n')) return splice(text, { from: wasBelow ? text.indexOf('\n', colon) : colon, to }, tail)
  return splice(text, { from: wasBelow ? colon : old.range[0], to }, wasBelow ? tail : tail.trimStart())
}

function newPair(text: string, { parent }: Found, key: string, value: unknown): Edited {
  const last = parent.items.length - 1
  if (last < 0) return undefined
  const column = columnOf(text, startOf(text, childOf(parent, 0)))
  const at = lineEnd(text, endOf(childOf(parent, last)))
  const pair = `${' '.repeat(column)}${inFlow(key)}:${behindKey(key, value, column)}\n`
  return splice(text, { from: at, to: at }, withBreak(text, at) + pair)
}

/** A text may end without a line break. */
function withBreak(text: string, at: number): string {
  return at === 0 || text[at - 1] === '\n' ? '' : '\n'
}

function cut(text: string, { parent, index, child }: Found): Edited {
  if (parent.flow) return cutFromFlow(text, parent, index)
  const lines = linesOf(text, child!)
  if (lines) return splice(text, lines, '')
  // The first key of an item: the next one takes its place.
  const next = childOf(parent, index + 1)
  return splice(text, { from: startOf(text, child!), to: startOf(text, next) }, '')
}

type Flow = Found['parent']

function cutFromFlow(text: string, parent: Flow, index: number): string {
  const child = childOf(parent, index)
  const begin = (each: typeof child) => (each.key ?? each.value)!.range![0]
  const next = index + 1 < parent.items.length ? childOf(parent, index + 1) : undefined
  if (next) return splice(text, { from: begin(child), to: begin(next) }, '')
  const before = childOf(parent, index - 1)
  return splice(text, { from: endOf(before), to: endOf(child) }, '')
}

function intoFlow(text: string, parent: Flow, index: number, written: string): Edited {
  if (parent.items.length === 0) {
    const at = parent.range![0] + 1
    const to = parent.range![1] - 1
    return splice(text, { from: at, to }, isMap(parent) ? ` ${written} ` : written)
  }
  if (index < parent.items.length) {
    const { key, value } = childOf(parent, index)
    const at = (key ?? value)!.range![0]
    return splice(text, { from: at, to: at }, `${written}, `)
  }
  const end = endOf(childOf(parent, parent.items.length - 1))
  return splice(text, { from: end, to: end }, `, ${written}`)
}

function intoBlock(text: string, node: Flow, index: number, item: unknown): Edited {
  const column = columnOf(text, startOf(text, childOf(node, 0)))
  const isEnd = index >= node.items.length
  const beside = childOf(node, isEnd ? node.items.length - 1 : index)
  const lines = linesOf(text, beside)
  if (!lines) return undefined
  const at = isEnd ? lines.to : lines.from
  return splice(text, { from: at, to: at }, `${withBreak(text, at)}${' '.repeat(column)}${asItem(item, column)}\n`)
}

/** The lines of an item of a block, as they are: with comments, quotes and blanks. */
function itemLines(text: string, path: Path): { text: string; column: number } | undefined {
  const found = find(readText(text)?.root ?? null, path)
  const lines = found?.child && !found.parent.flow ? linesOf(text, found.child) : undefined
  if (!lines) return undefined
  return { text: text.slice(lines.from, lines.to), column: columnOf(text, startOf(text, found!.child!)) }
}

/** Writes an item as it was written elsewhere. */
function withLines(text: string, path: Path, { text: written, column }: { text: string; column: number }): string {
  const found = find(readText(text)?.root ?? null, path)
  const lines = found?.child && !found.parent.flow ? linesOf(text, found.child) : undefined
  if (!lines) return text
  const by = columnOf(text, startOf(text, found!.child!)) - column
  const start = lineStart(text, startOf(text, found!.child!))
  const shifted = written
    .split('\n')
    .map((line) => (line === '' ? line : by >= 0 ? ' '.repeat(by) + line : line.slice(-by)))
    .join('\n')
  const next = splice(text, { from: start, to: lines.to }, shifted.endsWith('\n') ? shifted : `${shifted}\n`)
  return comesTo(next, canonical(plainOf(text))) ? next : text
}
