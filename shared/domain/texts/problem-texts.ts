import { hints } from './en/hints.ts'
import { problems } from './en/problems.ts'

/** The part of the catalogue that speaks of problems of a rulebook. */
export interface ProblemTexts {
  problems: typeof problems
  hints: typeof hints
}

/** The text of a problem, or of its hint: in no language yet, or as somebody else wrote it (a parser, a standard). */
export type Wording = ((texts: ProblemTexts) => string) | string

/** In English, which functions carry; `sayIn` has the other languages. */
export function inEnglish(wording: Wording): string {
  return typeof wording === 'string' ? wording : wording({ problems, hints })
}
