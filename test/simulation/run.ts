import { type Played, play } from './machine/play.ts'
import { type Violation, violationsOf } from './promises/index.ts'
import type { Story } from './story/story.ts'
import { writeStory } from './story/write.ts'

/** What one seed comes to, small enough to be told between processes. */
export interface SeedOutcome {
  seed: number
  /** Events put on the bus. */
  events: number
  /** Faults that struck, by kind. */
  faults: Record<string, number>
  violations: Violation[]
}

export async function runSeed(seed: number): Promise<SeedOutcome> {
  return outcomeOf(await play(writeStory(seed)))
}

/** Plays a story and holds every promise against it. */
export async function judge(story: Story): Promise<{ played: Played; violations: Violation[] }> {
  const played = await play(story)
  return { played, violations: violationsOf(played) }
}

function outcomeOf(played: Played): SeedOutcome {
  const { witness, story } = played
  const faults: Record<string, number> = {}
  for (const { kind } of witness.strikes) faults[kind] = (faults[kind] ?? 0) + 1
  return { seed: story.seed, events: witness.puts.length, faults, violations: violationsOf(played) }
}
