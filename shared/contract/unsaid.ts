/**
 * A `null` that says nothing. In a profile it clears what was known; in every other event there is nothing to be cleared, and
 * many systems write `null` for what they do not know.
 */
const PROFILES: readonly string[] = ['member.enrolled', 'member.updated']

export function clearsByNull(type: string): boolean {
  return PROFILES.includes(type)
}

/** The same without fields that are `null`, at any depth. An entry of a list stays what it is. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (value === null || typeof value !== 'object') return value
  const said = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(said.map(([name, each]) => [name, withoutNulls(each)]))
}
