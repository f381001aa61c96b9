import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Path } from '../problem.ts'

/** A part of a text: from one offset up to another. */
export interface Span {
  from: number
  to: number
}

type Child = { key: Node | null; value: Node | null }

/** What a path leads to, and what it stands in. */
export interface Found {
  parent: YAMLMap | YAMLSeq
  /** Its place in the parent; -1: it is not there. */
  index: number
  child: Child | undefined
}

interface Read {
  readonly root: Node | null
  readonly value: unknown
}

/** An edit of a text is several in a row, and each reads what the one before wrote; a page then reads it once more. */
const lately = new Map<string, Read | undefined>()
const LATELY = 8

/** A text that can be read: its nodes, and its plain value. Undefined: it has mistakes. Nobody changes what this gives. */
export function readText(text: string): Read | undefined {
  const known = lately.get(text)
  if (known || lately.has(text)) return known
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false })
  const read = document.errors.length > 0 ? undefined : { root: document.contents, value: document.toJS() as unknown }
  if (lately.size >= LATELY) lately.delete(lately.keys().next().value!)
  lately.set(text, read)
  return read
}

/** Undefined where the path leads through what is neither a mapping nor a list, such as an alias. */
export function find(root: Node | null, path: Path): Found | undefined {
  let node: Node | null = root
  for (const [at, part] of path.entries()) {
    if (!isMap(node) && !isSeq(node)) return undefined
    const index = indexOf(node, part)
    const child = index < 0 ? undefined : childOf(node, index)
    if (at === path.length - 1) return { parent: node, index, child }
    node = child?.value ?? null
  }
  return undefined
}

export function nodeAt(root: Node | null, path: Path): Node | null | undefined {
  return path.length === 0 ? root : find(root, path)?.child?.value
}

function indexOf(node: YAMLMap | YAMLSeq, part: string | number): number {
  if (isSeq(node)) return typeof part === 'number' && part < node.items.length ? part : -1
  return node.items.findIndex(({ key }) => isScalar(key) && String(key.source ?? key.value) === String(part))
}

export function childOf(node: YAMLMap | YAMLSeq, index: number): Child {
  const item = node.items[index]
  if (isPair(item)) return { key: (item as Pair<Node, Node>).key, value: (item as Pair<Node, Node>).value }
  return { key: null, value: item as Node }
}

/** Where a value ends: without the comments and line breaks that follow it. */
export function endOf({ key, value }: Child): number {
  if (isCollection(value) && !value.flow && value.items.length > 0)
    return endOf(childOf(value as YAMLMap, value.items.length - 1))
  return value?.range && value.range[1] > value.range[0] ? value.range[1] : (key?.range?.[1] ?? value?.range?.[1] ?? 0)
}

/** Where a key, or the dash of an item, begins. */
export function startOf(text: string, { key, value }: Child): number {
  if (key?.range) return key.range[0]
  return text.lastIndexOf('-', (value?.range?.[0] ?? 0) - 1)
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** The offset after the line break, or the end. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/**
 * The whole lines of a child of a block, with the comments that stand directly above it; undefined where it begins within a
 * line, as the first key of an item does.
 */
export function linesOf(text: string, child: Child): Span | undefined {
  const start = startOf(text, child)
  const first = lineStart(text, start)
  if (text.slice(first, start).trim() !== '') return undefined
  const column = start - first
  let from = first
  while (from > 0) {
    const above = lineStart(text, from - 1)
    const line = text.slice(above, from)
    if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length !== column) break
    from = above
  }
  // What says something of the whole file is nobody's.
  if (from === 0 && first > 0 && from !== first && column === 0) from = first
  return { from, to: lineEnd(text, endOf(child)) }
}

export function splice(text: string, { from, to }: Span, by: string): string {
  return text.slice(0, from) + by + text.slice(to)
}
