import { shortHash } from '../../standards/hash.ts'
import type { Counted } from './outcome.ts'

/**
 * Amounts that were counted by a rate or a value of the rulebook, each by a hash of what it is of; null: nobody had said a value.
 * Rulebooks change, and what was counted must be taken away as it was counted. Kept as long as the thing itself.
 */
export type Valued = Readonly<Record<string, number | null>>

/** The same while an event is folded: what is counted now is added. */
export type Values = Map<string, number | null>

export function valuesOf({ valued }: { valued: Valued }): Values {
  return new Map(Object.entries(valued))
}

const KEY_CHARS = 8

export function valueKey(...of: readonly (string | number)[]): string {
  return shortHash(of.map(String), KEY_CHARS)
}

/** As it was counted before, else as the rulebook says now. */
export function asCounted(values: Values, key: string, now: () => Counted): Counted {
  const known = values.get(key)
  if (known !== undefined) return known === null ? 'leftOut' : { minor: known }
  const counted = now()
  values.set(key, counted === 'leftOut' ? null : counted.minor)
  return counted
}
