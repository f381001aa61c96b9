import { stepsOf } from '../../cli/rehearse/files.ts'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'

export const SAMPLE_MONTH = ['infra/local/sample/members.jsonl', 'infra/local/sample/events.jsonl']

/** A rulebook that is live while files of events are played, in memory: what is stored then, and what time it is. */
export async function played(
  rulebook: Rulebook,
  files: readonly string[],
): Promise<{ ports: MemoryPorts; now: number }> {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  const nothing = () => {}
  for await (const { entries, now } of stepsOf(files, nothing, nothing, nothing)) {
    if (now !== undefined && clock.now === 0) {
      clock.now = now
      await publishTo(ports, rulebook, now)
    }
    if (now !== undefined) await pipeline.advanceTo(now)
    for (const entry of entries) await pipeline.put(entry)
  }
  await pipeline.settle()
  return { ports, now: clock.now }
}
