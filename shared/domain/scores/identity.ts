import { shortHash } from '../../standards/hash.ts'
import { canonical } from '../audience/canonical.ts'

const CHARS = 10
const known = new WeakMap<object, string>()

/**
 * What tells a model from any other: its contents, not the version that it gives itself. Models are edited by hand, and a condition
 * on another model is another condition, also where nobody thought of another version.
 */
export function identityOf(model: object): string {
  const before = known.get(model)
  if (before !== undefined) return before
  const identity = shortHash(canonical(model), CHARS)
  known.set(model, identity)
  return identity
}
