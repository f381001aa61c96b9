import type { Problem } from '../../shared/domain/problem.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'

/** `campaigns/audiences/valued.yaml:6:7`, the form that terminals and editors open. */
export function placeText(dir: string, { file, line, column }: { file: string; line: number; column: number }): string {
  return `${dir.replace(/\/$/, '')}/${file}:${line}:${column}`
}

/** A problem on one line, with its place. */
export function problemText(dir: string, problem: Problem, language: Language): string {
  const { code, message, hint } = problemIn(language, problem)
  return `${placeText(dir, problem)} ${code} ${textsIn(language).commands.problem(message, hint)}`
}
