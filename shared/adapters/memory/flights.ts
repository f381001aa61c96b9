import { isConflict } from '../../contract/identity.ts'
import type { Flights } from '../../ports/index.ts'

export interface MemoryFlights extends Flights {
  acceptedByType(): Record<string, number>
  duplicates(): number
}

/** Whole-flight events in memory. */
export function createMemoryFlights(): MemoryFlights {
  /** By event: its type, and its deliveries, the accepted one first. */
  const flights = new Map<string, { type: string; print: string; deliveries: Set<string> }>()

  return {
    async seen(id) {
      return flights.has(id)
    },
    async accept({ id, type, delivery, print }) {
      const known = flights.get(id)
      if (!known) {
        flights.set(id, { type, print, deliveries: new Set([delivery]) })
        return 'accepted'
      }
      if (known.deliveries.has(delivery)) return 'again'
      if (isConflict(known.print, print)) return 'conflict'
      known.deliveries.add(delivery)
      return 'duplicate'
    },
    acceptedByType() {
      const counts: Record<string, number> = {}
      for (const { type } of flights.values()) counts[type] = (counts[type] ?? 0) + 1
      return counts
    },
    duplicates: () => [...flights.values()].reduce((sum, { deliveries }) => sum + deliveries.size - 1, 0),
  }
}
