import type { ValuesOf } from '../texts/about.ts'
import type { law } from '../texts/en/law.ts'
import type { Regime } from './regime.ts'

type Words = typeof law

/**
 * One thing that an answer of the law rests on, as stored: a code and its values, which are derived from the English
 * words. `regime`: by whose law, where that is not said beside it.
 */
export type Finding = { [C in keyof Words]: { is: C } & ValuesOf<Words[C]> }[keyof Words] & {
  regime?: Regime | undefined
}

/** What an answer rests on, the first first. */
export type Findings = readonly Finding[]

/** The same, with the regime by which it was found. */
export function foundBy(regime: Regime, [first, ...rest]: Findings): Findings {
  return first ? [{ ...first, regime }, ...rest] : []
}

/** What was written as a sentence before findings were codes. */
export function asWritten(text: string): Findings {
  return [{ is: 'written', text }]
}
