import { readAllExamples } from '../../shared/app/rehearsal/examples/read.ts'
import { type Outcome, runExample } from '../../shared/app/rehearsal/examples/run.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { loadFolder } from './folder.ts'
import { readRulebookFolder } from './read.ts'

export interface Tested {
  /** Of the rulebook, or of the examples. Examples with problems are not run. */
  problems: Problem[]
  outcomes: Outcome[]
  /** Campaigns without an example. */
  without: string[]
  zone: string
}

/** Runs all examples in a rulebook's folder. */
export async function testFolder(folder: string): Promise<Tested> {
  const loaded = await loadFolder(folder)
  if (!loaded.ok) return { problems: loaded.problems, outcomes: [], without: [], zone: 'UTC' }
  const rulebook = unpackRulebook(loaded.bundle)
  const { files } = await readRulebookFolder(folder)
  const { examples, problems } = readAllExamples(files, rulebook)
  const outcomes: Outcome[] = []
  for (const example of examples) outcomes.push(await runExample(example, rulebook))
  const tested = new Set(examples.map(({ campaign }) => campaign))
  const without = rulebook.campaigns.map(({ id }) => id).filter((id) => !tested.has(id))
  return { problems, outcomes, without, zone: rulebook.settings.zone }
}
