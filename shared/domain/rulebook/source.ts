import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type Scalar } from 'yaml'
import type { Finding, Path, ProblemCode } from '../problem.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { faultOfYaml } from './yaml-fault.ts'

/** The largest size of a file. */
const BYTES_AT_MOST = 1024 * 1024
const NODES_AT_MOST = 20_000
const DEEPEST = 60
const TOO_DEEP: Wording = ({ problems }) => problems.yaml.tooDeep

/** Counted from 1, as editors do. */
export interface Position {
  line: number
  column: number
}

/** Where the keys and values of a file stand in its text. */
export interface Positions {
  find(path: Path, on: 'key' | 'value'): Position
}

export interface Source {
  /** Plain JSON. Undefined if the text could not be read. */
  value: unknown
  positions: Positions
  findings: Finding[]
}

/** Reads one file, YAML or JSON, as plain JSON, with the place of everything. Never throws. */
export function readSource(file: string, text: string): Source {
  const reader = new Reader(file, text)
  const model = file.endsWith('.json') ? asJson(text) : undefined
  if (model !== undefined) return { value: model, positions: reader, findings: [] }
  return { value: reader.read(text), positions: reader, findings: reader.findings }
}

/**
 * A model is made by a command, may have more values than anybody writes, and is told of as a whole. Undefined: it is none, and read as
 * YAML, which says where.
 */
function asJson(text: string): unknown {
  if (new TextEncoder().encode(text).byteLength > BYTES_AT_MOST) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

class Reader implements Positions {
  readonly findings: Finding[] = []
  readonly #file: string
  readonly #lines = new LineCounter()
  readonly #keys = new Map<string, number>()
  readonly #values = new Map<string, number>()
  #nodes = 0
  /** An anchor is defined before its aliases, and may be redefined. */
  readonly #anchors = new Map<string, Node>()

  constructor(file: string, text: string) {
    this.#file = file
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines.addNewLine(at + 1)
    this.#lines.lineStarts.unshift(0)
  }

  read(text: string): unknown {
    if (new TextEncoder().encode(text).byteLength > BYTES_AT_MOST) {
      return this.#complain([], 'too-large', ({ problems }) => problems.yaml.fileTooLarge(BYTES_AT_MOST))
    }
    try {
      return this.#parse(text)
    } catch (error) {
      if (error instanceof RangeError) return this.#complain([], 'too-deep', TOO_DEEP)
      return this.#complain([], 'yaml-syntax', firstLine(String(error)))
    }
  }

  #parse(text: string): unknown {
    // The parser's own search for repeated keys takes quadratic time, so it is done here.
    const document = parseDocument(text, { schema: 'core', prettyErrors: false, uniqueKeys: false })
    // What follows the first is mostly its consequence.
    for (const { code, message, pos } of document.errors.slice(0, 1)) {
      if (message.includes('call stack')) this.#complainAt(pos[0], 'too-deep', TOO_DEEP)
      else {
        const fault = faultOfYaml(code, firstLine(message), unquoted(lineAt(text, pos[0])))
        this.#complainAt(pos[0], 'yaml-syntax', fault.message, fault.hint)
      }
    }
    for (const { code, message, pos } of document.warnings) {
      if (code === 'TAG_RESOLVE_FAILED') this.#complainAt(pos[0], 'custom-tag', tagOf(message))
    }
    if (document.errors.length > 0) return undefined
    if (!document.contents) return this.#complain([], 'empty-file', ({ problems }) => problems.yaml.empty)
    return this.#plain(document.contents, [])
  }

  #plain(node: Node | null, path: Path): unknown {
    this.#nodes++
    if (node?.range && !this.#values.has(pointer(path))) this.#values.set(pointer(path), node.range[0])
    if (path.length > DEEPEST) return this.#complain(path, 'too-deep', TOO_DEEP)
    if (this.#nodes > NODES_AT_MOST) {
      return this.#nodes === NODES_AT_MOST + 1
        ? this.#complain(path, 'too-large', ({ problems }) => problems.yaml.tooManyValues(NODES_AT_MOST))
        : undefined
    }
    if (isAlias(node)) return this.#plain(this.#anchors.get(node.source) ?? null, path)
    if ((isSeq(node) || isMap(node) || isScalar(node)) && node.anchor) this.#anchors.set(node.anchor, node)
    if (isSeq(node)) return node.items.map((item, index) => this.#plain(item as Node | null, [...path, index]))
    if (isMap(node)) return this.#mapping(node.items as Pair<Node, Node | null>[], path)
    return isScalar(node) ? this.#scalar(node.value, path) : null
  }

  #mapping(pairs: readonly Pair<Node, Node | null>[], path: Path): unknown {
    const mapping: Record<string, unknown> = {}
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? keyText(key) : undefined
      if (name === undefined || name === '__proto__') {
        this.#complainAt(key?.range?.[0] ?? 0, 'wrong-type', ({ problems }) => problems.yaml.keyIsText)
        continue
      }
      const inner = [...path, name]
      if (Object.hasOwn(mapping, name))
        this.#complainAt(key.range?.[0] ?? 0, 'duplicate-key', ({ problems }) => problems.yaml.twice(name))
      if (key.range) this.#keys.set(pointer(inner), key.range[0])
      mapping[name] = this.#plain(value, inner)
    }
    return mapping
  }

  #scalar(value: unknown, path: Path): unknown {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return this.#complain(path, 'bad-value', ({ problems }) => problems.yaml.notANumber)
    }
    return value ?? null
  }

  /** A mapping or list below its key is found by the key; a missing value by its parent. */
  find(path: Path, on: 'key' | 'value'): Position {
    for (let length = path.length; length > 0; length--) {
      const at = pointer(path.slice(0, length))
      const key = this.#keys.get(at)
      const value = this.#values.get(at)
      const offset = on === 'key' && length === path.length ? (key ?? value) : this.#nearer(key, value)
      if (offset !== undefined) return this.#position(offset)
    }
    return { line: 1, column: 1 }
  }

  /** The value's place, unless it begins on a later line than its key. */
  #nearer(key: number | undefined, value: number | undefined): number | undefined {
    if (key === undefined || value === undefined) return value ?? key
    return this.#position(value).line === this.#position(key).line ? value : key
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset)
    return { line, column: col }
  }

  #complain(path: Path, code: ProblemCode, message: Wording, hint?: Wording): undefined {
    this.findings.push({ file: this.#file, path, on: 'value', code, message, ...(hint && { hint }) })
  }

  /** Problems without a path get a made-up one that leads to their place. */
  #complainAt(offset: number, code: ProblemCode, message: Wording, hint?: Wording): void {
    const path = [`@${offset}`]
    this.#values.set(pointer(path), offset)
    this.#complain(path, code, message, hint)
  }
}

function pointer(path: Path): string {
  return JSON.stringify(path)
}

/** A number as it is written: `000` is not 0. */
function keyText({ value, source }: Scalar): string {
  return typeof value === 'number' && source !== undefined ? source : String(value)
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end)
}

/** The part of a line that is YAML: quoted texts and comments may be in any language. */
function unquoted(line: string): string {
  return line.replace(/"[^"]*"|'[^']*'/g, '').replace(/(^|\s)#.*$/, '')
}

/** The parser says which tag: `Unresolved tag: !foo`. */
function tagOf(message: string): Wording {
  const [, tag] = /^Unresolved tag: (.*)$/m.exec(message) ?? []
  return tag === undefined ? firstLine(message) : ({ problems }) => problems.yaml.badTag(tag)
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.slice(0, 200)
}
