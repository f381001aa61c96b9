/** A counter moves: up by somebody who came, or up or down as a level does. */
export interface CounterChange {
  /** Counters that are read together: those of a campaign at a version, of an audience. */
  set: string
  name: string
  by: number
  /** When the set may go, epoch seconds: of a time that is over. Without it, it stays. */
  expiresAt?: number
  /** Who moved it up, where some of them are to be found again. */
  memberId?: string
}

/** What the counters of a set stand at, and since when there is any. */
export interface CounterSet {
  since?: number
  counts: Record<string, number>
}

/** Somebody who moved a counter up, and when. */
export interface Counted {
  memberId: string
  at: number
}

/**
 * How many came, went and stand where, with some of those who did. They are moved by whoever handles the event, as the tally is,
 * and cost by what happens: reading them is the same work for ten members and for a million.
 */
export interface Counters {
  add(changes: readonly CounterChange[], now: number): Promise<void>
  /** By set. What was never counted is an empty one. */
  read(sets: readonly string[]): Promise<Map<string, CounterSet>>
  /** Of those who moved a counter up: all of the first, then a thinning sample of the latest; the newest first. */
  some(set: string, name: string): Promise<Counted[]>
  /** Nobody finds a member there any more; what was counted stays. */
  erase(memberId: string): Promise<void>
  /** Keeps what these sets stand at as a day begins, for as long as days are kept. */
  beginDay(date: string, at: number, sets: readonly string[]): Promise<void>
  /** The days from one on, in order, each with what it began with. */
  days(from: string): Promise<{ date: string; at: number; counts: Record<string, Record<string, number>> }[]>
}
