import { nearest } from '../standards/nearest.ts'
import type { BadField } from './bad-fields.ts'

/** A prefix shorter than this fits too much. */
const PREFIX_AT_LEAST = 4

/**
 * Fields that no event of the type has, where one that is not said was probably meant: `arrivalDelay` for `arrivalDelayMinutes`. Any
 * other unknown field is the sender's own business.
 */
export function misspeltIn(detail: unknown, fields: readonly string[]): (BadField & { meant: string })[] {
  const said = Object.entries(Object(detail) as Record<string, unknown>)
  const given = new Set(said.map(([name]) => name))
  const unsaid = fields.filter((field) => !given.has(field))
  return said.flatMap(([path, value]) => {
    const meant = fields.includes(path) ? undefined : meantBy(path, unsaid)
    if (meant === undefined) return []
    const fault = {
      code: 'bad-field' as const,
      path,
      message: `${path}: there is no such field`,
      hint: `did you mean "${meant}"?`,
    }
    return [{ path, said: value, fault, meant }]
  })
}

/** The word with other letters, or the beginning of one alone. */
function meantBy(word: string, candidates: readonly string[]): string | undefined {
  const begins = (long: string, short: string) => long.toLowerCase().startsWith(short.toLowerCase())
  const longer = word.length < PREFIX_AT_LEAST ? [] : candidates.filter((each) => begins(each, word))
  return nearest(word, candidates) ?? (longer.length === 1 ? longer[0] : undefined)
}
