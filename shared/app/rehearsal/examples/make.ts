import { DAY } from '../../../domain/calendar.ts'
import { addExample, examplesFileOf } from '../../../domain/examples/add.ts'
import { type MadeExample, type MakeOptions, madeExample, type Scene } from '../../../domain/examples/made.ts'
import type { Problem } from '../../../domain/problem.ts'
import { readExamples } from './read.ts'
import { type Outcome, runExample } from './run.ts'

/** An example made of a member's life, and what came of it on the rulebook that decided. */
export interface Made {
  example: MadeExample
  passed: boolean
  /** Of the run. Undefined: it cannot be read, and `problems` say why. */
  outcome: Outcome | undefined
  problems: Problem[]
}

/** Told in its time, a longer life is a longer wait than somebody has. */
const LIFE_AT_MOST_MS = 400 * DAY

/**
 * Makes an example that is as short as it can be and comes out green: what was before is told at once, or where that leads elsewhere,
 * as it happened. Then what the decision did not rest on is left out, one type of event after the other. Where nothing comes out
 * green, the first one is given.
 */
export async function makeExample(scene: Scene, name: string): Promise<Made> {
  const isLong = scene.reactions.at(-1)!.reactedAt - scene.reactions[0]!.reactedAt > LIFE_AT_MOST_MS
  let first: Made | undefined
  for (const before of isLong ? (['atOnce'] as const) : (['atOnce', 'inItsTime'] as const)) {
    for (const waits of ['toTheHour', 'toTheMinute', 'aDayMore'] as const) {
      const options = { name, before, waits }
      const made = await tried(scene, options)
      if (made.passed) return shortened(scene, options, made)
      first ??= made
    }
  }
  return first!
}

async function shortened(scene: Scene, options: MakeOptions, all: Made): Promise<Made> {
  const types = new Set(all.example.when.flatMap(({ event }) => (typeof event === 'string' ? [event] : [])))
  const told = toldBy(all)
  let best = all
  let without: ReadonlySet<string> = new Set()
  for (const type of types) {
    const less = new Set([...without, type])
    const made = await tried(scene, { ...options, without: less })
    if (!made.passed || toldBy(made) !== told) continue
    best = made
    without = less
  }
  return best
}

/** What was decided, and on what: the same where nothing that mattered is missing. */
function toldBy({ outcome }: Made): string {
  const told = outcome?.happened.map(({ outcome, gate, reason, facts }) => ({
    outcome,
    gate,
    reason: reason.is,
    facts,
  }))
  return JSON.stringify(told)
}

async function tried(scene: Scene, options: MakeOptions): Promise<Made> {
  const { rulebook, campaign } = scene
  const example = madeExample(scene, options)
  const source = addExample(undefined, campaign.id, example)!
  const { examples, problems } = readExamples(examplesFileOf(campaign.id), source, rulebook)
  const outcome = examples[0] && (await runExample(examples[0], rulebook))
  return { example, passed: outcome?.passed ?? false, outcome, problems }
}
