import type { Draft } from '../../domain/drafts/draft.ts'
import type { Files } from '../../domain/drafts/files.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Language } from '../../domain/texts/language.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import { type RanExample, ranExample } from '../api/run-examples.ts'

/** Each is a whole pipeline in memory, and a check is awaited. A rulebook with more has them run by `wingback test`. */
const RUN_AT_MOST = 100

/** What came of the examples beside a draft's rules. */
export interface DraftExamples {
  ran: number
  failed: RanExample[]
  /** Of examples that cannot be read. */
  problems: Problem[]
  /** Files of examples that were not run: of campaigns that the draft does not touch. */
  filesMore: number
}

/**
 * Runs the examples of the rulebook that a draft makes, as `wingback test` runs them: first those of campaigns that it touches, by their
 * rules, their audience or their emails, and then as many of the others as there is room for.
 */
export async function examplesOf(
  { files: changed }: Pick<Draft, 'files'>,
  files: Files,
  rulebook: Rulebook,
  language: Language,
): Promise<DraftExamples> {
  const { readAllExamples } = await import('../rehearsal/examples/read.ts')
  const touches = touchedBy(Object.keys(changed), files)
  const paths = Object.keys(files).filter((path) => path.endsWith('.examples.yaml'))
  const inOrder = [...paths.filter(touches), ...paths.filter((path) => !touches(path))]
  const found: DraftExamples = { ran: 0, failed: [], problems: [], filesMore: 0 }
  for (const path of inOrder) {
    if (found.ran >= RUN_AT_MOST && !touches(path)) {
      found.filesMore++
      continue
    }
    const { examples, problems } = readAllExamples({ [path]: files[path]! }, rulebook)
    found.problems.push(...problems.map((each) => problemIn(language, each)))
    for (const example of examples) {
      const ran = await ranExample(example, rulebook, language)
      found.ran++
      if (!ran.passed) found.failed.push(ran)
    }
  }
  return found
}

/** Whether a file of examples is of a campaign that one of these files says something of. */
function touchedBy(paths: readonly string[], files: Files): (examples: string) => boolean {
  const named = paths.flatMap((path) => /^(?:templates|audiences)\/([a-z0-9-]+)/.exec(path)?.[1] ?? [])
  const names = named.map((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`))
  const own = new Set(paths)
  return (examples) => {
    const campaign = examples.replace('.examples.yaml', '.yaml')
    return own.has(examples) || own.has(campaign) || names.some((name) => name.test(files[campaign] ?? ''))
  }
}
