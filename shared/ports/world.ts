import type { WorldState } from '../domain/campaign/world.ts'
import type { Deed } from '../domain/deed.ts'
import type { Heard, Measure } from '../domain/sending/reputation.ts'

export type { WorldState } from '../domain/campaign/world.ts'

/**
 * Counters for `status`. Exact unless a process dies between a write and its tally; `recount` corrects that. Keys are dotted
 * names such as `accepted.flight.completed` or `email.sent`. Values may decrease.
 */
export interface Tally {
  add(counts: Readonly<Record<string, number>>): Promise<void>
  read(): Promise<Record<string, number>>
  /** Replaces the counters. */
  set(counts: Readonly<Record<string, number>>): Promise<void>
  /** Stores the current counters, and some others, as those at the beginning of the day, unless that was done already. */
  beginDay(date: string, at: number, also: Readonly<Record<string, number>>): Promise<void>
  /** The counters at the beginning of a day, `YYYY-MM-DD`. Undefined: nothing ran then, or it is too long ago. */
  beginningOf(date: string): Promise<DayBegun | undefined>
}

/** The counters at the beginning of a day. */
export interface DayBegun {
  /** Epoch ms: the first minute of the day in which something ran. */
  at: number
  counts: Record<string, number>
}

/** Bounces and spam reports by day, by which the sender pauses itself. */
export interface Reputation {
  add(measure: Measure, day: string, heard: Heard): Promise<void>
  /** The sum over these days. */
  read(measure: Measure, days: readonly string[]): Promise<Heard>
  /** Starts counting again from zero: a person has resumed the sender. */
  forget(measure: Measure): Promise<void>
}

/** Who published, rolled back, approved, paused or resumed what, and when. */
export interface WorldChange {
  at: number
  by: string
  what: Deed | string
  /** The rulebook that is live from then on. */
  rulebook?: string | undefined
  /** This change made it live. */
  madeLive?: true
  /** Who asked for the rulebook that somebody else approved. */
  askedBy?: string
  /** The rulebook that this change approves or refuses. */
  decides?: string
}

export interface World {
  read(): Promise<WorldState>
  /**
   * Writes the state and, for ever, the change that led to it: both or neither. `conflict` unless the stored version is
   * `state.version - 1`.
   */
  write(state: WorldState, change: WorldChange): Promise<'written' | 'conflict'>
  /** All changes, newest first. */
  changes(page: {
    cursor?: string | undefined
    limit: number
  }): Promise<{ changes: WorldChange[]; cursor?: string | undefined }>
  /** Who last asked for a rulebook that went live. Undefined: nobody has. */
  publisherOf(rulebook: string): Promise<string | undefined>
}

/** Published rulebooks: immutable, addressed by their content. */
export interface Rulebooks {
  /** The bytes as published (compressed JSON). Undefined: no such version. */
  read(version: string): Promise<Uint8Array | undefined>
  write(version: string, bytes: Uint8Array): Promise<void>
  /** The files that it was last published from, compressed; undefined where they were not handed over. */
  readFiles(version: string): Promise<Uint8Array | undefined>
  /** The same rulebook may be made of other files: with other comments, or laid out otherwise. */
  writeFiles(version: string, bytes: Uint8Array): Promise<void>
}
