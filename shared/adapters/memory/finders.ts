import type { Finders, FinderWord } from '../../ports/index.ts'

/**
 * The names by which members are found, in memory. Removed names are kept too, so that a late write of an older version does
 * not bring them back.
 */
export function createMemoryFinders(): Finders {
  const names = new Map<string, Map<string, FinderWord>>()
  return {
    async put(words) {
      for (const each of words) {
        const members = names.get(each.name) ?? new Map<string, FinderWord>()
        names.set(each.name, members)
        if ((members.get(each.memberId)?.version ?? 0) < each.version) members.set(each.memberId, each)
      }
    },
    async by(name) {
      return [...(names.get(name)?.values() ?? [])].flatMap(({ memberId, finder }) => {
        const { pnr, cabin } = finder?.seat ?? {}
        return finder ? [{ memberId, ...(pnr !== undefined && cabin !== undefined && { pnr, cabin }) }] : []
      })
    },
    async page({ name, cursor = '', limit }) {
      const found = [...(names.get(name)?.values() ?? [])].flatMap(({ memberId, finder }) => (finder ? [memberId] : []))
      const memberIds = found.filter((memberId) => memberId > cursor).sort()
      const isLast = memberIds.length <= limit
      return { memberIds: memberIds.slice(0, limit), cursor: isLast ? undefined : memberIds[limit - 1] }
    },
  }
}
