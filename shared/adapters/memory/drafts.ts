import { type Draft, type DraftLine, isDone } from '../../domain/drafts/draft.ts'
import type { Drafts } from '../../ports/index.ts'

const DUE_AT_MOST = 100

/** Drafts in memory. */
export function createMemoryDrafts(): Drafts {
  const drafts = new Map<string, Draft>()
  const lines = new Map<string, DraftLine[]>()
  const texts = new Map<string, string>()

  return {
    async read(id) {
      return structuredClone(drafts.get(id))
    },
    async write(before, after, line) {
      if (drafts.get(after.id)?.version !== before?.version) return 'conflict'
      drafts.set(after.id, structuredClone(after))
      lines.set(after.id, [structuredClone(line), ...(lines.get(after.id) ?? [])])
      return 'written'
    },
    async lines(id, page) {
      const { items, cursor } = pageOf(lines.get(id) ?? [], page)
      return { lines: structuredClone(items), cursor }
    },
    async putText(id, name, text) {
      texts.set(`${id} ${name}`, text)
    },
    async texts(id, names) {
      return new Map(
        names.flatMap((name) => {
          const text = texts.get(`${id} ${name}`)
          return text === undefined ? [] : [[name, text] as const]
        }),
      )
    },
    async list(which, page) {
      const listed = [...drafts.values()]
        .filter((draft) => isDone(draft) === (which === 'done'))
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
      const { items, cursor } = pageOf(listed, page)
      return { drafts: structuredClone(items), cursor }
    },
    async due(at) {
      return [...drafts.values()]
        .filter(({ schedule }) => schedule !== undefined && schedule.at <= at)
        .filter(({ state }) => state === 'scheduled')
        .sort((a, b) => a.schedule!.at - b.schedule!.at || (a.id < b.id ? -1 : 1))
        .slice(0, DUE_AT_MOST)
        .map(({ id }) => id)
    },
  }
}

function pageOf<T>(all: readonly T[], { cursor = '0', limit }: { cursor?: string | undefined; limit: number }) {
  const end = Number(cursor) + limit
  return { items: all.slice(Number(cursor), end), cursor: end < all.length ? String(end) : undefined }
}
