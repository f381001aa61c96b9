import type { SetAside, SetAsides } from '../../ports/index.ts'

/** Set-asides in memory, listed by key. */
export function createMemorySetAsides(): SetAsides {
  const entries = new Map<string, SetAside>()
  const copyOf = (key: string) => structuredClone(entries.get(key)!)

  return {
    async put(entry) {
      if (entries.has(entry.key)) return false
      entries.set(entry.key, structuredClone(entry))
      return true
    },
    async replace(entry) {
      if (!entries.has(entry.key)) return false
      entries.set(entry.key, structuredClone(entry))
      return true
    },
    async list({ cursor, limit, chars = Number.POSITIVE_INFINITY }) {
      const keys = [...entries.keys()].sort().filter((key) => cursor === undefined || key > cursor)
      const page: SetAside[] = []
      let size = 0
      for (const key of keys.slice(0, limit)) {
        size += JSON.stringify(entries.get(key)).length
        if (page.length > 0 && size > chars) break
        page.push(copyOf(key))
      }
      return { entries: page, cursor: keys.length > page.length ? page.at(-1)?.key : undefined }
    },
    async about(card) {
      return [...entries.keys()].filter((key) => entries.get(key)!.cards.includes(card)).map(copyOf)
    },
    async read(key) {
      return entries.has(key) ? copyOf(key) : undefined
    },
    async remove(key) {
      return entries.delete(key)
    },
  }
}
