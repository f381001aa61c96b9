import { addMonths, type CountsByMonth } from '../../domain/targets/counts.ts'
import type { Months } from '../../ports/index.ts'

export interface MemoryMonths extends Months {
  /** Notes that no record tells any more of what was counted. */
  forget(counts: CountsByMonth): void
}

/** Counts by month, in memory. */
export function createMemoryMonths(): MemoryMonths {
  const all: CountsByMonth = {}
  const erased: CountsByMonth = {}
  const some = (counts: CountsByMonth, months: readonly string[]) =>
    structuredClone(Object.fromEntries(Object.entries(counts).filter(([month]) => months.includes(month))))

  return {
    async add(counts, ofErased = {}) {
      addMonths(all, counts)
      addMonths(erased, ofErased)
    },
    async read(months) {
      return some(all, months)
    },
    async readErased(months) {
      return some(erased, months)
    },
    forget(counts) {
      addMonths(erased, counts)
    },
  }
}
