import type { Announcement } from '../../contract/announcements.ts'
import type { Bus } from '../../ports/index.ts'

export interface MemoryBus extends Bus {
  /** Everything announced, in order. */
  announcements: Announcement[]
}

/** A bus to which only the test listens. */
export function createMemoryBus(): MemoryBus {
  const announcements: Announcement[] = []

  return {
    announcements,
    async publish(more) {
      for (const announcement of more) announcements.push(announcement)
    },
  }
}
