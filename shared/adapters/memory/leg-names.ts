import type { LegNames } from '../../ports/index.ts'

/** The names of legs, in memory. */
export function createMemoryLegNames(): LegNames {
  const known = new Map<string, Set<string>>()
  return {
    async note(names) {
      for (const name of names) {
        const others = known.get(name) ?? new Set()
        known.set(name, others)
        for (const other of names) if (other !== name) others.add(other)
      }
    },
    of: async (name) => [...(known.get(name) ?? [])],
  }
}
