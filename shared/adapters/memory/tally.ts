import type { DayBegun, Tally } from '../../ports/index.ts'

/** Counters in memory. */
export function createMemoryTally(): Tally {
  let totals: Record<string, number> = {}
  const days = new Map<string, DayBegun>()

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
    async beginDay(date, at, also) {
      if (!days.has(date)) days.set(date, { at, counts: { ...totals, ...also } })
    },
    async beginningOf(date) {
      return structuredClone(days.get(date))
    },
  }
}
