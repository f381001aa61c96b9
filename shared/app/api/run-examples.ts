import type { Problem } from '../../domain/problem.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Language } from '../../domain/texts/language.ts'
import { problemIn } from '../../domain/texts/problem-in.ts'
import type { Example } from '../rehearsal/examples/example.ts'

/** Of one campaign in one call: each is a whole pipeline in memory. */
const RUN_AT_MOST = 100

export interface RanExample {
  name: string
  file: string
  line: number
  passed: boolean
  /** In words: what was expected and did not happen, and the other way round. */
  differences: string[]
  happened: string[]
}

export interface RanExamples {
  examples: RanExample[]
  problems: Problem[]
  /** Not run: there are too many for one call. */
  more: number
}

/** Runs the examples of a campaign as `wingback test` runs them. A start of the function reads none of what it needs. */
export async function ranExamples(
  files: Readonly<Record<string, string>>,
  rulebook: Rulebook,
  campaign: string,
  lang: Language,
): Promise<RanExamples> {
  const { readAllExamples } = await import('../rehearsal/examples/read.ts')
  const { examples: all, problems } = readAllExamples(files, rulebook)
  const mine = all.filter((each) => each.campaign === campaign)
  const examples: RanExample[] = []
  for (const example of mine.slice(0, RUN_AT_MOST)) {
    examples.push(await ranExample(example, rulebook, lang))
  }
  return { examples, problems: problems.map((each) => problemIn(lang, each)), more: mine.length - examples.length }
}

/** What came of one example, in words. */
export async function ranExample(example: Example, rulebook: Rulebook, lang: Language): Promise<RanExample> {
  const { runExample } = await import('../rehearsal/examples/run.ts')
  const { differenceText, happeningText } = await import('../rehearsal/examples/words.ts')
  const { zone } = rulebook.settings
  const { passed, differences, happened } = await runExample(example, rulebook)
  const { name, file, line } = example
  return {
    ...{ name, file, line, passed },
    differences: differences.map((each) => differenceText(each, zone, lang)),
    happened: happened.filter(({ outcome }) => outcome !== 'decided').map((each) => happeningText(each, zone, lang)),
  }
}
