import type * as z from 'zod'
import { CONNECTOR_KINDS, type ConnectorKind, type Mapped, mappings } from '../../connectors/mappings.ts'
import { shortHash } from '../../standards/hash.ts'
import { nearest } from '../../standards/nearest.ts'
import { canonical } from '../audience/canonical.ts'
import { type Cursor, child, complain, complainOfKey, isMapping, oneOf, short, slug, text } from '../cursor.ts'
import type { ProblemCode } from '../problem.ts'
import { describe } from '../texts/en/describe.ts'
import type { ProblemTexts, Wording } from '../texts/problem-texts.ts'

/** How the messages of one sender are read: a file in `connectors/`. */
export type ConnectorSettings<K extends ConnectorKind = ConnectorKind> = Mapped<K> & {
  name: string
  /** The source of its events: `airline.ops`. */
  source: string
  /** A hash of the mapping, so that a set-aside message shows which version of it was used. */
  version: string
}

/** Keys of every mapping, whatever its kind. */
const COMMON = ['connector', 'kind', 'system', 'description'] as const
const CONNECTORS_AT_MOST = 50
const VERSION_CHARS = 10

/** All mappings, by their names. */
export function readConnectors(cursors: readonly Cursor[]): Record<string, ConnectorSettings> {
  const connectors: Record<string, ConnectorSettings> = {}
  const tooMany = cursors[CONNECTORS_AT_MOST]
  if (tooMany) complain(tooMany, 'too-many-files', ({ problems }) => problems.tooManyConnectors(CONNECTORS_AT_MOST))
  for (const cursor of cursors.slice(0, CONNECTORS_AT_MOST)) {
    const connector = readConnector(cursor)
    if (!connector) continue
    const { name } = connector
    if (Object.hasOwn(connectors, name))
      complain(child(cursor, 'connector'), 'duplicate-id', ({ problems }) => problems.anotherConnectorIsCalled(name))
    connectors[name] = connector
  }
  return connectors
}

function readConnector(cursor: Cursor): ConnectorSettings | undefined {
  const { value } = cursor
  if (!isMapping(value)) return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAMapping(value))
  const missing = (['connector', 'kind'] as const).filter((key) => !Object.hasOwn(value, key))
  for (const key of missing) complain(cursor, 'missing-key', ({ problems }) => problems.isMissing(key))
  if (missing.length > 0) return undefined
  const name = slug(child(cursor, 'connector'))
  const kind = oneOf(child(cursor, 'kind'), CONNECTOR_KINDS)
  const system = Object.hasOwn(value, 'system') ? slug(child(cursor, 'system')) : kind && mappings[kind].system
  if (Object.hasOwn(value, 'description')) text(child(cursor, 'description'), 2000)
  const mapped = kind && readMapping(cursor, kind)
  if (name === undefined || system === undefined || !mapped) return undefined
  return { ...mapped, name, source: `airline.${system}`, version: shortHash(canonical(value), VERSION_CHARS) }
}

function readMapping(cursor: Cursor, kind: ConnectorKind): Mapped | undefined {
  const { schema } = mappings[kind]
  const own = Object.entries(cursor.value as object).filter(([key]) => !(COMMON as readonly string[]).includes(key))
  const read = schema.safeParse(Object.fromEntries(own))
  if (read.success) return { kind, mapping: read.data } as Mapped
  for (const issue of read.error.issues) complainOf(issue, cursor, schema)
  return undefined
}

/** Reports a schema's issue in the same way as every other problem of a rulebook. */
function complainOf(issue: z.core.$ZodIssue, cursor: Cursor, schema: z.ZodType): void {
  const path = issue.path.filter((part) => typeof part !== 'symbol') as (string | number)[]
  const here = path.reduce(child, cursor)
  if (issue.code === 'invalid_union') {
    const meantAs = optionFor(issue.errors)
    if (!meantAs) complain(here, 'wrong-type', ({ problems }) => problems.isNothingExpected(here.value))
    for (const each of meantAs ?? []) complainOf({ ...each, path: [...path, ...each.path] }, cursor, schema)
    return
  }
  if (issue.code === 'invalid_key') {
    complainOfKey(here, 'bad-value', issue.issues[0]?.message ?? issue.message)
    return
  }
  if (issue.code === 'unrecognized_keys') {
    const known = [...keysAt(schema, path), ...(path.length === 0 ? COMMON : [])]
    for (const key of issue.keys) {
      complainOfKey(
        child(here, key),
        'unknown-key',
        ({ problems }) => problems.unknownKey(short(key)),
        meant(key, known),
      )
    }
    return
  }
  if (here.value === undefined && path.length > 0) {
    const parent = path.slice(0, -1).reduce(child, cursor)
    complain(parent, 'missing-key', ({ problems }) => problems.isMissing(path.at(-1)))
    return
  }
  const { code, message, hint } = wordsOf(issue, here.value)
  complain(here, code, message, hint)
}

/** Where several forms are allowed, the one whose type the value has: what is wrong is within it. */
function optionFor(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  return errors.find((issues) => !issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type'))
}

function wordsOf(
  issue: z.core.$ZodIssue,
  value: unknown,
): { code: ProblemCode; message: Wording; hint?: Wording | undefined } {
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String)
    const found = typeof value === 'string' ? meant(value, words) : undefined
    const shown = typeof value === 'string' ? short(value) : describe(value)
    return { code: 'bad-value', message: ({ problems }) => problems.isNotOneOf(shown, words.join(', ')), hint: found }
  }
  if (issue.code === 'invalid_type') {
    const say = EXPECTED[issue.expected]
    if (!say) return { code: 'wrong-type', message: ({ problems }) => problems.isNothingExpected(value) }
    const hint = issue.expected === 'array' && typeof value === 'string' ? asList(value) : undefined
    return { code: 'wrong-type', message: ({ problems }) => say(problems, value), hint }
  }
  return {
    code: 'bad-value',
    message: issue.message,
    hint: issue.code === 'custom' ? (issue.params?.hint as string | undefined) : undefined,
  }
}

const asList =
  (value: string): Wording =>
  ({ hints }) =>
    hints.write(`[${short(value)}]`)

const EXPECTED: Readonly<Record<string, (problems: ProblemTexts['problems'], value: unknown) => string>> = {
  object: (problems, value) => problems.expectedAMapping(value),
  record: (problems, value) => problems.expectedAMapping(value),
  array: (problems, value) => problems.expectedAList(value),
  string: (problems, value) => problems.expectedAText(value),
  boolean: (problems, value) => problems.expectedTrueOrFalse(value),
  number: (problems, value) => problems.expectedANumber(value),
  int: (problems, value) => problems.expectedANumber(value),
}

function meant(word: string, known: readonly string[]): Wording | undefined {
  const found = nearest(word, known)
  if (found) return ({ hints }) => hints.meant(found)
  return known.length <= 20 ? ({ hints }) => hints.thereAre(known.join(', ')) : undefined
}

/** The keys a schema has at a place: in a table of codes or a list, all entries have the same. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let forms = formsOf(schema)
  for (const part of path) {
    forms = forms.flatMap((form) => {
      const { shape, valueType, element } = form.def as Inner
      const inner = shape?.[part] ?? valueType ?? element
      return inner ? formsOf(inner) : []
    })
  }
  return forms.flatMap((form) => Object.keys((form.def as Inner).shape ?? {}))
}

/** A zod schema's parts, by its kind: an object, a record, an array, several forms, or a wrapper. */
interface Inner {
  shape?: Record<string, z.ZodType>
  valueType?: z.ZodType
  element?: z.ZodType
  innerType?: z.ZodType
  options?: z.ZodType[]
  /** What is read before it becomes something else. */
  in?: z.ZodType
}

/** What may be written for a schema: the schema itself, or each of several. */
function formsOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, options, in: input } = schema.def as Inner
  if (options) return options.flatMap(formsOf)
  const inner = innerType ?? input
  return inner ? formsOf(inner) : [schema]
}
