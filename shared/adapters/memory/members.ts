import TinyQueue from 'tinyqueue'
import type { Members, StoredMember } from '../../ports/index.ts'

/** Members in memory. Due times are kept in a heap; outdated entries are dropped when they come up. */
export function createMemoryMembers(): Members {
  const members = new Map<string, StoredMember>()
  const wakes = new TinyQueue<{ at: number; memberId: string }>([], (a, b) => a.at - b.at)

  /** The first `limit` members by due time, no later than `until`. */
  function earliest(until: number, limit: number): { memberId: string; wakeAt: number }[] {
    const found = new Map<string, number>()
    while (found.size < limit) {
      const next = wakes.peek()
      if (!next || next.at > until) break
      wakes.pop()
      if (members.get(next.memberId)?.wakeAt === next.at) found.set(next.memberId, next.at)
    }
    for (const [memberId, wakeAt] of found) wakes.push({ at: wakeAt, memberId })
    return [...found].map(([memberId, wakeAt]) => ({ memberId, wakeAt }))
  }

  return {
    async read(ids) {
      const found = new Map<string, StoredMember>()
      for (const id of ids) {
        const member = members.get(id)
        if (member) found.set(id, member)
      }
      return found
    },
    async write(member) {
      const stored = members.get(member.memberId)
      if ((stored?.version ?? 0) !== member.version - 1) return 'conflict'
      members.set(member.memberId, member)
      if (member.wakeAt !== undefined && member.wakeAt !== stored?.wakeAt)
        wakes.push({ at: member.wakeAt, memberId: member.memberId })
      return 'written'
    },
    async due(now, limit) {
      return earliest(now, limit)
    },
    async nextWakeAt() {
      return earliest(Number.POSITIVE_INFINITY, 1)[0]?.wakeAt
    },
    async page({ cursor, limit }) {
      const all = [...members.values()]
      const from = cursor === undefined ? 0 : Number(cursor)
      const to = from + limit
      return {
        members: all.slice(from, to),
        cursor: to < all.length ? String(to) : undefined,
      }
    },
    async count() {
      return members.size
    },
  }
}
