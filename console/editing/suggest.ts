import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { Schema } from '../../shared/domain/rulebook/json-schema.ts'
import { othersOf, propertiesOf, schemasAt } from './schema.ts'

interface Known {
  schema: Schema | undefined
  names: Readonly<Record<string, readonly string[]>>
  /** What keys are called in forms. */
  labels: Readonly<Record<string, string>>
}

export interface Suggestion {
  label: string
  detail?: string
  type: 'property' | 'enum'
  apply?: string
}

type Way = (string | number)[]

/** What can be written at an offset: keys of the mapping there, or values of the key before it. */
export function suggestionsAt(text: string, at: number, { schema: root, names, labels }: Known): Suggestion[] {
  if (!root) return []
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const [, key] = /^[\s-]*(?:[{,]\s*)?([\w.-]+):\s+\S*$/.exec(line) ?? /[{,]\s*([\w.-]+):\s*\S*$/.exec(line) ?? []
  const way = wayAbove(text, at)
  if (key !== undefined) {
    const own = names[key]
    if (own) return own.map((label) => ({ label, type: 'enum' }))
    return schemasAt(root, [...way, key]).flatMap(valuesOf)
  }
  const keys = schemasAt(root, way).flatMap((each) => Object.keys(propertiesOf(each)))
  return [...new Set(keys)].map((label) => ({
    label,
    type: 'property',
    apply: `${label}: `,
    ...(labels[label] && { detail: labels[label] }),
  }))
}

function valuesOf(schema: Schema): Suggestion[] {
  const values = Array.isArray(schema.enum)
    ? schema.enum
    : 'const' in schema
      ? [schema.const]
      : Array.isArray(schema.examples)
        ? schema.examples
        : schema.type === 'boolean'
          ? [true, false]
          : []
  return values.map((value) => ({ label: String(value), type: 'enum' }))
}

/** The mappings and lists that a line stands in, by their indentation: the text need not be whole while somebody types. */
function wayAbove(text: string, at: number): Way {
  const lines = text.slice(0, at).split('\n')
  const current = lines.pop() ?? ''
  let indent = indentOf(current)
  const way: Way = []
  if (/^\s*-\s/.test(current)) way.unshift(0)
  for (const line of lines.reverse()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const own = indentOf(line)
    const isItem = /^\s*-\s/.test(line)
    const [, key] = /^\s*(?:-\s+)?([\w.-]+):\s*(?:#.*)?$/.exec(line) ?? []
    const dash = line.length - line.trimStart().length
    if (isItem && own <= indent && dash < indent) {
      if (own < indent && key) way.unshift(key)
      way.unshift(0)
      indent = dash
    } else if (own < indent || (own === indent && way[0] === 0 && key !== undefined && !isItem)) {
      if (key !== undefined) way.unshift(key)
      indent = own
    }
    if (indent === 0 && !isItem) break
  }
  return way
}

/** Where the first letter stands, behind the dash of an item. */
function indentOf(line: string): number {
  return /^\s*(?:-\s+)?/.exec(line)![0].length
}

/** What a key means, for who points at it. */
export function hoverAt(text: string, at: number, { schema: root, labels }: Known): string | undefined {
  if (!root) return undefined
  const way = wayAt(parseDocument(text, { schema: 'core' }).contents, at)
  const key = way?.at(-1)
  if (!way || typeof key !== 'string') return undefined
  const schemas = schemasAt(root, way)
  const about = schemas.flatMap(({ description }) => (typeof description === 'string' ? [description] : []))
  const values = schemas.flatMap(valuesOf).map(({ label }) => label)
  const said = [labels[key] ?? key, ...new Set(about), ...(values.length > 0 ? [values.slice(0, 12).join(', ')] : [])]
  return schemas.length === 0 && !othersOf(root) ? undefined : said.join('\n')
}

function wayAt(node: Node | null, at: number, way: Way = []): Way | undefined {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue
      const inner = [...way, String(key.value)]
      if (at >= key.range[0] && at <= key.range[1]) return inner
      const found = wayAt(value as Node | null, at, inner)
      if (found) return found
    }
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = wayAt(item as Node | null, at, [...way, index])
      if (found) return found
    }
  }
  return undefined
}
