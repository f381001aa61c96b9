import type { World, WorldChange, WorldState } from '../../ports/index.ts'

/** The world's one item in memory, with all changes that led to it. */
export function createMemoryWorld(): World {
  let stored: WorldState = { version: 0, paused: {} }
  const kept: WorldChange[] = []

  return {
    async read() {
      return structuredClone(stored)
    },
    async write(state, change) {
      if (stored.version !== state.version - 1) return 'conflict'
      stored = structuredClone(state)
      kept.push(structuredClone(change))
      return 'written'
    },
    async changes({ cursor, limit }) {
      const end = cursor === undefined ? kept.length : Number(cursor)
      const start = Math.max(0, end - limit)
      const changes = structuredClone(kept.slice(start, end).reverse())
      return { changes, ...(start > 0 && { cursor: String(start) }) }
    },
    async publisherOf(rulebook) {
      const made = kept.findLast((change) => change.madeLive && change.rulebook === rulebook)
      return made?.askedBy ?? made?.by
    },
  }
}
