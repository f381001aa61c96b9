import { shortHash } from '../../standards/hash.ts'
import type { Counted } from './outcome.ts'

/**
 * Amounts that were worked out by a rate or value of the rulebook, by a hash of the thing they belong to; null: there was no rate or
 * value. Rulebooks change, and what was counted must be taken away as it was counted. Each is kept as long as its thing.
 */
export type Valued = Readonly<Record<string, number | null>>

/** The same while an event is folded in: new amounts are added. */
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
