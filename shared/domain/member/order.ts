/** Where an event stands among others about the same thing: by when it happened, then by its id. */
export interface Stamp {
  at: number
  eventId: string
}

/** Whether `a` comes after `b`: the later one wins, in whatever order they arrive. */
export function isAfter(a: Stamp, b: Stamp): boolean {
  return a.at > b.at || (a.at === b.at && a.eventId > b.eventId)
}

/** Instants with a tie-break, newest first. */
export function newestFirst(a: { at: number; tie: string }, b: { at: number; tie: string }): number {
  return b.at - a.at || (a.tie < b.tie ? 1 : a.tie > b.tie ? -1 : 0)
}

/** `list` with `item` in its place, newest first. */
export function insertNewestFirst<T extends { at: number; tie: string }>(list: readonly T[], item: T): T[] {
  const index = list.findIndex((other) => newestFirst(item, other) <= 0)
  return index < 0 ? [...list, item] : [...list.slice(0, index), item, ...list.slice(index)]
}
