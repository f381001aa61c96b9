import { nearest } from '../standards/nearest.ts'
import type { Finding, Path, ProblemCode } from './problem.ts'
import { chinesePunctuation, commaInNumber, cutByComma, numberInChinese } from './slips.ts'
import { short } from './texts/en/describe.ts'
import type { Wording } from './texts/problem-texts.ts'

/**
 * A place in a document that is being checked: its value, its path, and where to report problems. The readers below return
 * the value in its checked type, or report a problem and return `undefined`. So a check continues after a problem, and all
 * are found at once.
 */
export interface Cursor {
  file: string
  path: Path
  value: unknown
  findings: Finding[]
}

const FINDINGS_AT_MOST = 500

/** The root of a document. */
export function rootCursor(value: unknown, file: string, findings: Finding[]): Cursor {
  return { file, path: [], value, findings }
}

/** One level down. The value is `undefined` if there is none. */
export function child(cursor: Cursor, key: string | number): Cursor {
  const { value } = cursor
  const own = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  const inner = own ? (value as Record<string | number, unknown>)[key] : undefined
  return { ...cursor, path: [...cursor.path, key], value: inner }
}

export function complain(cursor: Cursor, code: ProblemCode, message: Wording, hint?: Wording): undefined {
  note(cursor, 'value', code, message, hint)
}

/** Reports a problem of the key itself rather than its value. */
export function complainOfKey(cursor: Cursor, code: ProblemCode, message: Wording, hint?: Wording): undefined {
  note(cursor, 'key', code, message, hint)
}

function note(cursor: Cursor, on: Finding['on'], code: ProblemCode, message: Wording, hint?: Wording): void {
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
 * The fields of a mapping that are present, by key. Reports unknown and missing keys.
 * @param elsewhere where a key belongs that has no meaning here
 */
export function mapping<K extends string>(
  cursor: Cursor,
  keys: readonly K[],
  required: readonly K[] = [],
  elsewhere: (key: string) => Wording | undefined = () => undefined,
): Partial<Record<K, Cursor>> | undefined {
  const { value } = cursor
  if (!isMapping(value)) return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAMapping(value))
  const fields: Partial<Record<K, Cursor>> = {}
  for (const key of Object.keys(value)) {
    if ((keys as readonly string[]).includes(key)) fields[key as K] = child(cursor, key)
    else {
      const hint: Wording | undefined = elsewhere(key) ?? cutByComma(key, value) ?? meant(key, keys)
      complainOfKey(child(cursor, key), 'unknown-key', ({ problems }) => problems.unknownKey(short(key)), hint)
    }
  }
  for (const key of required) {
    if (!fields[key]) complain(cursor, 'missing-key', ({ problems }) => problems.isMissing(key))
  }
  return fields
}

/** The items of a list. */
export function list(cursor: Cursor, atMost: number): Cursor[] | undefined {
  const { value } = cursor
  if (!Array.isArray(value)) {
    const hint: Wording | undefined = isMapping(value)
      ? ({ problems }) => problems.beginEach(cursor.path.at(-1) === 'steps')
      : undefined
    return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAList(value), hint)
  }
  if (value.length > atMost)
    return complain(cursor, 'too-large', ({ problems }) => problems.tooManyItems(value.length, atMost))
  return value.map((_, index) => child(cursor, index))
}

/** A text of at least one character. */
export function text(cursor: Cursor, atMost = 200): string | undefined {
  const { value } = cursor
  if (typeof value !== 'string') {
    const quote: Wording | undefined =
      typeof value === 'number' || typeof value === 'boolean'
        ? ({ problems }) => problems.putItInQuotes(value)
        : undefined
    return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedAText(value), quote)
  }
  if (value.length === 0) return complain(cursor, 'bad-value', ({ problems }) => problems.theTextIsEmpty)
  if (value.length > atMost)
    return complain(cursor, 'too-large', ({ problems }) => problems.textTooLong(value.length, atMost))
  return value
}

/** One of a few words. */
export function oneOf<W extends string>(cursor: Cursor, words: readonly W[], hint?: Wording): W | undefined {
  const word = text(cursor)
  if (word === undefined) return undefined
  if ((words as readonly string[]).includes(word)) return word as W
  return complain(
    cursor,
    'bad-value',
    ({ problems }) => problems.isNotOneOf(short(word), words.join(', ')),
    meant(word, words) ?? hint,
  )
}

export function bool(cursor: Cursor): boolean | undefined {
  if (typeof cursor.value === 'boolean') return cursor.value
  return complain(cursor, 'wrong-type', ({ problems }) => problems.expectedTrueOrFalse(cursor.value))
}

/** A whole number within bounds, both included. */
export function whole(cursor: Cursor, least: number, most: number): number | undefined {
  const { value } = cursor
  if (typeof value !== 'number')
    return complain(
      cursor,
      'wrong-type',
      ({ problems }) => problems.expectedANumber(value),
      commaInNumber(value) ?? numberInChinese(value),
    )
  if (!Number.isInteger(value) || value < least || value > most) {
    return complain(cursor, 'bad-value', ({ problems }) => problems.expectedWhole(least, most, value))
  }
  return value
}

/** A slug: it is used in keys, ids and email tags. */
export function slug(cursor: Cursor): string | undefined {
  const { value } = cursor
  if (typeof value !== 'string') return text(cursor) && undefined
  if (/^[a-z0-9-]{1,64}$/.test(value)) return value
  const slugged = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64)
  const hint: Wording = ({ problems }) => (slugged ? problems.writeQuoted(slugged) : problems.nameBesideId)
  return complain(cursor, 'bad-id', ({ problems }) => problems.badId, hint)
}

/** `did you mean "x"?`, if a word is close to a valid one. */
export function meant(word: string, candidates: Iterable<string>): Wording | undefined {
  const found = nearest(word, candidates)
  return found && (({ hints }) => hints.meant(found))
}

export { short }
