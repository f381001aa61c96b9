import type { Problem } from '../../shared/domain/problem.ts'

/** `campaigns/audiences/valued.yaml:6:7`, as terminals and editors open it. */
export function placeText(dir: string, { file, line, column }: { file: string; line: number; column: number }): string {
  return `${dir.replace(/\/$/, '')}/${file}:${line}:${column}`
}

/** A problem on one line, with its place. */
export function problemText(dir: string, problem: Problem): string {
  const { code, message, hint } = problem
  return `${placeText(dir, problem)} ${code} ${message}${hint ? ` (${hint})` : ''}`
}

/** `1 problem`, `2 problems`. */
export function countOfProblems(problems: readonly Problem[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`
}
