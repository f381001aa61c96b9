import type { Flights } from '../../ports.ts'

export interface MemoryFlights extends Flights {
  acceptedByType(): Record<string, number>
}

/** Whole-flight events in memory. */
export function createMemoryFlights(): MemoryFlights {
  const accepted = new Map<string, { type: string; delivery: string }>()

  function seen(id: string, delivery: string): 'again' | 'duplicate' | undefined {
    const first = accepted.get(id)
    return first && (first.delivery === delivery ? 'again' : 'duplicate')
  }

  return {
    async accept({ id, type, delivery }) {
      const before = seen(id, delivery)
      if (!before) accepted.set(id, { type, delivery })
      return before ?? 'accepted'
    },
    async seen(id, delivery) {
      return seen(id, delivery)
    },
    acceptedByType() {
      const counts: Record<string, number> = {}
      for (const { type } of accepted.values()) counts[type] = (counts[type] ?? 0) + 1
      return counts
    },
  }
}
