import { nearest } from '../standards/nearest.ts'
import type { Finding, Path, ProblemCode } from './problem.ts'
import { chinesePunctuation, commaInNumber, cutByComma } from './slips.ts'

/**
 * A place in a document that is being checked: the value, the way to it, and where to complain.
 * Readers below give the value in its checked type, or complain and give `undefined`; so a check goes on past a fault
 * and all of them are found at once.
 */
export interface Cursor {
  file: string
  path: Path
  value: unknown
  findings: Finding[]
}

const FINDINGS_AT_MOST = 500

/** The start of a document. */
export function rootCursor(value: unknown, file: string, findings: Finding[]): Cursor {
  return { file, path: [], value, findings }
}

/** One step down; the value is `undefined` where there is none. */
export function child(cursor: Cursor, key: string | number): Cursor {
  const { value } = cursor
  const own = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  const inner = own ? (value as Record<string | number, unknown>)[key] : undefined
  return { ...cursor, path: [...cursor.path, key], value: inner }
}

export function complain(cursor: Cursor, code: ProblemCode, message: string, hint?: string): undefined {
  note(cursor, 'value', code, message, hint)
}

/** Complains about the key itself rather than about what it holds. */
export function complainOfKey(cursor: Cursor, code: ProblemCode, message: string, hint?: string): undefined {
  note(cursor, 'key', code, message, hint)
}

function note(cursor: Cursor, on: Finding['on'], code: ProblemCode, message: string, hint?: string): void {
  if (cursor.findings.length >= FINDINGS_AT_MOST) return
  const written = on === 'key' ? cursor.path.at(-1) : cursor.value
  const meantHere = (typeof written === 'string' && chinesePunctuation(short(written))) || hint
  cursor.findings.push({
    file: cursor.file,
    path: cursor.path,
    on,
    code,
    message,
    ...(meantHere && { hint: meantHere }),
  })
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A mapping's fields by key, those that are there. Unknown keys and missing ones are complained of.
 * @param elsewhere where a key belongs that means nothing here
 */
export function mapping<K extends string>(
  cursor: Cursor,
  keys: readonly K[],
  required: readonly K[] = [],
  elsewhere: (key: string) => string | undefined = () => undefined,
): Partial<Record<K, Cursor>> | undefined {
  const { value } = cursor
  if (!isMapping(value)) return complain(cursor, 'wrong-type', `expected a mapping, found ${describe(value)}`)
  const fields: Partial<Record<K, Cursor>> = {}
  for (const key of Object.keys(value)) {
    if ((keys as readonly string[]).includes(key)) fields[key as K] = child(cursor, key)
    else {
      const hint = elsewhere(key) ?? cutByComma(key, value) ?? meant(key, keys)
      complainOfKey(child(cursor, key), 'unknown-key', `"${short(key)}" means nothing here`, hint)
    }
  }
  for (const key of required) {
    if (!fields[key]) complain(cursor, 'missing-key', `"${key}" is missing`)
  }
  return fields
}

/** A list's items. */
export function list(cursor: Cursor, atMost: number): Cursor[] | undefined {
  const { value } = cursor
  if (!Array.isArray(value)) {
    const hint = isMapping(value)
      ? `begin each ${cursor.path.at(-1) === 'steps' ? 'step' : 'one'} with "- "`
      : undefined
    return complain(cursor, 'wrong-type', `expected a list, found ${describe(value)}`, hint)
  }
  if (value.length > atMost) return complain(cursor, 'too-large', `${value.length} items, at most ${atMost} are read`)
  return value.map((_, index) => child(cursor, index))
}

/** A text of one character at least. */
export function text(cursor: Cursor, atMost = 200): string | undefined {
  const { value } = cursor
  if (typeof value !== 'string') {
    const quote = typeof value === 'number' || typeof value === 'boolean' ? `put it in quotes: "${value}"` : undefined
    return complain(cursor, 'wrong-type', `expected a text, found ${describe(value)}`, quote)
  }
  if (value.length === 0) return complain(cursor, 'bad-value', 'the text is empty')
  if (value.length > atMost)
    return complain(cursor, 'too-large', `${value.length} characters, at most ${atMost} are read`)
  return value
}

/** One of a few words. */
export function oneOf<W extends string>(cursor: Cursor, words: readonly W[], hint?: string): W | undefined {
  const word = text(cursor)
  if (word === undefined) return undefined
  if ((words as readonly string[]).includes(word)) return word as W
  return complain(cursor, 'bad-value', `"${short(word)}" is not one of ${words.join(', ')}`, meant(word, words) ?? hint)
}

export function bool(cursor: Cursor): boolean | undefined {
  if (typeof cursor.value === 'boolean') return cursor.value
  return complain(cursor, 'wrong-type', `expected true or false, found ${describe(cursor.value)}`)
}

/** A whole number within bounds, both included. */
export function whole(cursor: Cursor, least: number, most: number): number | undefined {
  const { value } = cursor
  if (typeof value !== 'number')
    return complain(cursor, 'wrong-type', `expected a number, found ${describe(value)}`, commaInNumber(value))
  if (!Number.isInteger(value) || value < least || value > most) {
    return complain(cursor, 'bad-value', `expected a whole number from ${least} to ${most}, found ${value}`)
  }
  return value
}

/** A slug: it travels in keys, in ids and in mail tags. */
export function slug(cursor: Cursor): string | undefined {
  const { value } = cursor
  if (typeof value !== 'string') return text(cursor) && undefined
  if (/^[a-z0-9-]{1,64}$/.test(value)) return value
  const slugged = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
  const hint = slugged ? `write "${slugged}"` : undefined
  return complain(cursor, 'bad-id', 'an id is 1 to 64 small letters, digits and hyphens', hint)
}

/** `did you mean "x"?`, where a word is near one of those that could be. */
export function meant(word: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(word, candidates)
  return found && `did you mean "${found}"?`
}

/** A value in words, for messages. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? `"${short(value)}"` : `${typeof value} ${value}`
}

/** Enough of a text to recognise it in a message. */
export function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
