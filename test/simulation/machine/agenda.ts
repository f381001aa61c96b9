import type { Source } from './machine.ts'

/** What is to be done from outside, each at its instant, in order. */
export interface Agenda extends Source {
  add(at: number, what: () => void): void
}

export function createAgenda(): Agenda {
  const items: { at: number; what: () => void }[] = []
  return {
    add(at, what) {
      const index = items.findIndex((item) => item.at > at)
      items.splice(index < 0 ? items.length : index, 0, { at, what })
    },
    nextAt: () => items[0]?.at,
    go: () => items.shift()!.what(),
  }
}
