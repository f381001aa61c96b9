import type { World, WorldState } from '../../ports.ts'

/** The world's one item in memory. */
export function createMemoryWorld(): World {
  let stored: WorldState = { version: 0, paused: {}, history: [] }

  return {
    async read() {
      return structuredClone(stored)
    },
    async write(state) {
      if (stored.version !== state.version - 1) return 'conflict'
      stored = structuredClone(state)
      return 'written'
    },
  }
}
