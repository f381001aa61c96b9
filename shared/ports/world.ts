import type { Heard, Measure } from '../domain/sending/reputation.ts'

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

/** The world outside the member, as hints for `react` and orders for the claim. One small versioned item. */
export interface WorldState {
  version: number
  /** Content address of the rulebook that is live; undefined before the first publish. */
  rulebook?: string
  /** The one before, for `rollback`. */
  previousRulebook?: string
  /** The last one that somebody asked for and a second person has not decided on. */
  asked?: AskedRulebook
  /** The last rulebook that was shown to every member: what its audiences say of them is in the index. */
  shown?: string
  /** Since when each kind of rounds of the live rulebook goes, epoch ms, by its key (domain/campaign/rounds). */
  rounds?: Record<string, number>
  /** Paused campaigns by id, `all` and `payments` among them, and the sender's own pauses: since when and by whom. */
  paused: Record<string, { since: number; by: string }>
  /** When automatic payments were last resumed. */
  paymentsResumedAt?: number
}

/** A rulebook that loosens what keeps money together: it waits for a second person before it is the live one. */
export interface AskedRulebook {
  rulebook: string
  by: string
  at: number
}

/** Who published, rolled back, agreed, paused or resumed what and when. */
export interface WorldChange {
  at: number
  by: string
  what: string
  /** The rulebook that is live from then on. */
  rulebook?: string
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
  changes(page: { cursor?: string; limit: number }): Promise<{ changes: WorldChange[]; cursor?: string }>
  /** Who asked for a rulebook that was made the live one, last; undefined: nobody has. */
  publisherOf(rulebook: string): Promise<string | undefined>
}

/** Published rulebooks: immutable, addressed by their content. */
export interface Rulebooks {
  /** Bytes as published (compressed JSON), or undefined where no such version was. */
  read(version: string): Promise<Uint8Array | undefined>
  write(version: string, bytes: Uint8Array): Promise<void>
}
