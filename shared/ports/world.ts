import type { WorldState } from '../domain/campaign/world.ts'
import type { Heard, Measure } from '../domain/sending/reputation.ts'

export type { WorldState } from '../domain/campaign/world.ts'

/**
 * Counters for `status`. Exact unless a process dies between a write and its tally; `recount` then corrects them.
 * Keys are dotted names such as `accepted.flight.completed`, `email.sent`; values may fall.
 */
export interface Tally {
  add(counts: Readonly<Record<string, number>>): Promise<void>
  read(): Promise<Record<string, number>>
  /** Replaces what is there. */
  set(counts: Readonly<Record<string, number>>): Promise<void>
}

/** What receivers say of our mail, by day and each measure apart: what the sender pauses itself by. */
export interface Reputation {
  add(measure: Measure, day: string, heard: Heard): Promise<void>
  /** Of all these days together. */
  read(measure: Measure, days: readonly string[]): Promise<Heard>
  /** Counts anew from here on: a person has resumed the sender. */
  forget(measure: Measure): Promise<void>
}

/** Who published, rolled back, agreed, paused or resumed what and when. */
export interface WorldChange {
  at: number
  by: string
  what: string
  /** The rulebook that is live from then on. */
  rulebook?: string | undefined
  /** It is live because of this change. */
  madeLive?: true
  /** Whom somebody else agreed with: who asked for what is live from then on. */
  askedBy?: string
  /** The rulebook that was asked for, where this is the word on it. */
  decides?: string
}

export interface World {
  read(): Promise<WorldState>
  /** Writes the state and keeps what changed it, for ever: both or neither. `conflict` unless the stored version is `state.version - 1`. */
  write(state: WorldState, change: WorldChange): Promise<'written' | 'conflict'>
  /** All changes there have been, the newest first. */
  changes(page: {
    cursor?: string | undefined
    limit: number
  }): Promise<{ changes: WorldChange[]; cursor?: string | undefined }>
  /** Who asked for a rulebook that was made the live one, last; undefined: nobody has. */
  publisherOf(rulebook: string): Promise<string | undefined>
}

/** Published rulebooks: immutable, addressed by their content. */
export interface Rulebooks {
  /** Bytes as published (compressed JSON), or undefined where no such version was. */
  read(version: string): Promise<Uint8Array | undefined>
  write(version: string, bytes: Uint8Array): Promise<void>
}
