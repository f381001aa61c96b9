import type { Problem } from '../problem.ts'
import type { Language } from './language.ts'
import { sayIn } from './saying.ts'

/** A problem as a reader of this language gets it: plain values, to be shown or sent. */
export function problemIn(language: Language, { said, ...problem }: Problem): Problem {
  if (!said) return problem
  const { message, hint } = said
  return { ...problem, message: sayIn(language, message), ...(hint && { hint: sayIn(language, hint) }) }
}
