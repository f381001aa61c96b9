import type { Audiences } from '../../ports/index.ts'

interface Rows {
  /** In order of first entry. Nobody is removed, so that a position stays valid. */
  order: string[]
  byMember: Map<string, { version: number; since?: number | undefined }>
}

/**
 * The audience index in memory. That somebody left is kept too, so that a late write of an older version does not bring them
 * back.
 */
export function createMemoryAudiences(): Audiences {
  const all = new Map<string, Rows>()

  function rowsOf(audience: string): Rows {
    const rows = all.get(audience) ?? { order: [], byMember: new Map() }
    all.set(audience, rows)
    return rows
  }

  return {
    async put(memberships) {
      for (const { audience, memberId, version, since } of memberships) {
        const { order, byMember } = rowsOf(audience)
        const stored = byMember.get(memberId)
        if (!stored) order.push(memberId)
        if ((stored?.version ?? 0) < version) byMember.set(memberId, { version, since })
      }
    },
    async page({ audience, cursor, limit }) {
      const { order, byMember } = rowsOf(audience)
      const members: { memberId: string; since: number }[] = []
      let place = Number(cursor ?? 0)
      for (; place < order.length && members.length < limit; place++) {
        const memberId = order[place]!
        const since = byMember.get(memberId)?.since
        if (since !== undefined) members.push({ memberId, since })
      }
      return { members, cursor: place < order.length ? String(place) : undefined }
    },
    async count(audience) {
      return [...rowsOf(audience).byMember.values()].filter(({ since }) => since !== undefined).length
    },
  }
}
