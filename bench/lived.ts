import { createMemoryPorts, type MemoryPorts } from '../shared/adapters/memory/index.ts'
import { pace } from '../shared/app/rehearsal/pace.ts'
import { memoryPipeline } from '../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../shared/app/rehearsal/publish.ts'
import { rulebookCache } from '../shared/app/rulebooks.ts'
import { unpackRulebook } from '../shared/domain/rulebook/bundle.ts'
import type { StoredMember } from '../shared/ports/index.ts'
import { dataAtHand, entriesOf } from './data.ts'
import { benchRulebook } from './mails.ts'

/** Everybody as they stand at the end of the month (or the sample), the example rulebook having run all the while. */
export interface Lived {
  data: string
  members: StoredMember[]
  ports: MemoryPorts
  /** Epoch ms. */
  now: number
  mails: number
}

const PAGE = 1_000

export async function liveTheMonth(): Promise<Lived> {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  const { rulebook, bundle } = await benchRulebook()
  await ports.rulebooks.write(rulebook.version, bundle)
  const rulebooks = rulebookCache(ports.rulebooks, unpackRulebook)
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  const { name, members, events } = dataAtHand()

  let count = 0
  for (const file of [members, events]) {
    for await (const { entries, now } of pace(entriesOf(file), Date.now())) {
      if (now !== undefined && clock.now === 0) {
        clock.now = now
        await publishTo(ports, rulebook, now)
      }
      if (now !== undefined) await pipeline.advanceTo(now)
      for (const { source, type, detail } of entries) {
        const time = new Date(clock.now).toISOString()
        const envelope = { id: `delivery-${count++}`, source, 'detail-type': type, time, detail: JSON.parse(detail) }
        await pipeline.put(envelope)
      }
    }
  }
  await pipeline.settle()
  const all: StoredMember[] = []
  for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
    const page = await ports.members.page({ cursor, limit: PAGE })
    all.push(...page.members)
    cursor = page.cursor
  }
  return { data: name, members: all, ports, now: clock.now, mails: (await ports.tally.read())['email.sent'] ?? 0 }
}
