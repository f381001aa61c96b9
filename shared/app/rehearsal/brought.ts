import { createMemoryPorts, type MemoryPorts } from '../../adapters/memory/index.ts'
import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import type { StoredMember } from '../../ports/index.ts'
import { memberOf } from '../react/member-turn.ts'
import { rulebookCache } from '../rulebooks.ts'
import { memoryPipeline, type Step } from './pipeline.ts'

/** A member as `export` gives them: their card, and their item as it is stored. */
export interface BroughtMember {
  memberId: string
  state: string
}

/**
 * Members begin as they are, with the mails, offers, grants and entries that caps and `oncePer` count. What is on its way is
 * left out: it runs by another rulebook. Who was merged away or erased is none.
 */
export async function bring(
  { members, tally }: Pick<MemoryPorts, 'members' | 'tally'>,
  brought: readonly BroughtMember[],
): Promise<void> {
  for (const { memberId, state } of brought) {
    const { wakeAt, ...member } = decodeMember({ memberId, state })
    if (member.mergedInto !== undefined || member.erasedAt !== undefined) continue
    const free: Member = { ...member, journeys: [], pending: [], unrecorded: [] }
    const stored: StoredMember = { memberId, version: 1, state: encodeMember({ ...free, wakeAt }) }
    await members.write({ ...stored, ...(wakeAt !== undefined && { wakeAt }) })
    await tally.add({ members: 1 })
  }
}

/** Members as they are, or as events make them: nothing is decided. */
export async function membersOf(brought: readonly BroughtMember[], steps: AsyncIterable<Step>): Promise<Member[]> {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  await bring(ports, brought)
  const rulebooks = rulebookCache(ports.rulebooks, () => {
    throw new Error('no rulebook is live')
  })
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  for await (const { entries, now } of steps) {
    if (now !== undefined) clock.now = now
    for (const entry of entries) await pipeline.put(entry)
    await pipeline.settle()
  }
  return everybodyIn(ports)
}

export async function everybodyIn({ members }: Pick<MemoryPorts, 'members'>): Promise<Member[]> {
  const found: Member[] = []
  let cursor: string | undefined
  do {
    const page = await members.page({ cursor, limit: 1000 })
    found.push(...page.members.map(memberOf))
    cursor = page.cursor
  } while (cursor)
  return found
}
