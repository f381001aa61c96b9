import type { SetAside, SetAsides } from '../../ports/index.ts'

/** Set-asides in memory, listed by key. */
export function createMemorySetAsides(): SetAsides {
  const entries = new Map<string, SetAside>()

  return {
    async put(entry) {
      if (entries.has(entry.key)) return false
      entries.set(entry.key, structuredClone(entry))
      return true
    },
    async list({ cursor, limit }) {
      const keys = [...entries.keys()].sort().filter((key) => cursor === undefined || key > cursor)
      const page = keys.slice(0, limit)
      return {
        entries: page.map((key) => structuredClone(entries.get(key)!)),
        cursor: keys.length > limit ? page.at(-1) : undefined,
      }
    },
    async remove(key) {
      return entries.delete(key)
    },
  }
}
