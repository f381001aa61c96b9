import type { Fault } from './index.ts'

/** A field that was left out because it cannot be read. */
export interface BadField {
  path: string
  said: unknown
  fault: Fault
}

/** More bad fields than anybody would correct one by one. */
const FIELDS_AT_MOST = 20

/**
 * The detail without those of its optional fields that cannot be read. Undefined: a required field cannot be read. `wrongIn`
 * finds the first fault. Of nested fields the innermost optional one is left out. An entry of a list is never left out: a
 * booking without one of its flights would be another booking.
 */
export function withoutBad(
  detail: unknown,
  wrongIn: (detail: unknown) => Fault | undefined,
): { rest: unknown; bad: BadField[] } | undefined {
  const bad: BadField[] = []
  let rest = detail
  let fault = wrongIn(rest)
  while (fault) {
    if (fault.code !== 'bad-field' || bad.length === FIELDS_AT_MOST) return undefined
    const left = leaveOut(rest, fault, wrongIn)
    if (!left) return undefined
    bad.push({ path: left.path, said: left.said, fault })
    rest = left.rest
    fault = left.next
  }
  return { rest, bad }
}

/** Leaves out the faulty field, or the nearest optional field around it. */
function leaveOut(detail: unknown, fault: Fault, wrongIn: (detail: unknown) => Fault | undefined) {
  const names = fault.path.split('.')
  for (let depth = names.length; depth > 0; depth--) {
    const path = names.slice(0, depth)
    const without = withoutField(detail, path)
    if (!without) continue
    const next = wrongIn(without.rest)
    const name = path.join('.')
    if (next?.path !== name && !next?.path.startsWith(`${name}.`)) return { ...without, path: name, next }
  }
  return undefined
}

/** A copy without a field. Undefined if there is no such field, or it is in a list. */
function withoutField(
  value: unknown,
  [name, ...inner]: readonly string[],
): { rest: unknown; said: unknown } | undefined {
  if (value === null || typeof value !== 'object' || name === undefined || !Object.hasOwn(value, name)) return undefined
  const { [name]: said, ...others } = value as Record<string, unknown>
  if (inner.length === 0) return Array.isArray(value) ? undefined : { rest: others, said }
  const within = withoutField(said, inner)
  if (!within) return undefined
  const rest = Array.isArray(value) ? value.with(Number(name), within.rest) : { ...value, [name]: within.rest }
  return { rest, said: within.said }
}
