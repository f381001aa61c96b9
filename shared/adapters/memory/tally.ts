import type { Tally } from '../../ports/index.ts'

/** Counters in memory. */
export function createMemoryTally(): Tally {
  let totals: Record<string, number> = {}

  return {
    async add(counts) {
      for (const [name, by] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + by
    },
    async read() {
      return { ...totals }
    },
    async set(counts) {
      totals = { ...counts }
    },
  }
}
