import type { Finder, Seat } from '../domain/member/finders.ts'
import type { StoredMember } from '../domain/member/stored.ts'

export type { StoredMember } from '../domain/member/stored.ts'

export interface Members {
  /** The members that exist, by id. One call, however many. Eventually consistent unless `consistent`. */
  read(ids: readonly string[], options?: { consistent?: boolean }): Promise<Map<string, StoredMember>>
  /**
   * Writes the member if the stored version is still `member.version - 1` (0: not stored yet). `conflict`: somebody else
   * wrote in between; read again and react again.
   */
  write(member: StoredMember): Promise<'written' | 'conflict'>
  /** Members whose `wakeAt` is at or before `now`, earliest first within a shard, at most `limit` in all. */
  due(now: number, limit: number): Promise<{ memberId: string; wakeAt: number }[]>
  /** The earliest `wakeAt` of all, so that a clock can skip time in which nothing happens. */
  nextWakeAt(): Promise<number | undefined>
  /** One page of all members, for exports and for the pass after a publish. */
  page(options: {
    cursor?: string | undefined
    limit: number
  }): Promise<{ members: StoredMember[]; cursor?: string | undefined }>
  /** Counts the members in the table. For repair, not for display. */
  count(): Promise<number>
}

/** Whether a member is in an audience, according to the member's item of a version. */
export interface Membership {
  audience: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Since when, epoch ms. Undefined: not a member of it (any more). */
  since?: number | undefined
}

/**
 * An index of who is in which audience, read a page at a time, so that nobody scans all members. The member's item is
 * authoritative; the index follows within moments.
 */
export interface Audiences {
  /** Stores each, unless the stored one is of the same or a later version of the member. */
  put(memberships: readonly Membership[], now: number): Promise<void>
  /** One page of an audience's members, unordered. Members who enter meanwhile may be missing. */
  page(options: { audience: string; cursor?: string | undefined; limit: number }): Promise<{
    members: { memberId: string; since: number }[]
    cursor?: string | undefined
  }>
  /** Counts the members of an audience. */
  count(audience: string): Promise<number>
}

/** Whether a member is found by a name, according to the member's item of a version. */
export interface FinderWord {
  name: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Undefined: not found by it (any more). */
  finder?: Finder
}

export type Found = { memberId: string } & Partial<Pick<Seat, 'pnr' | 'cabin'>>

/**
 * An index from a leg, a booking or an address to members, for events that come without a card, and from the beginning of a
 * family name, for people who search. Addresses and beginnings of names are stored as keyed hashes.
 */
export interface Finders {
  /** Stores each, unless the stored one is of the same or a later version of the member. */
  put(words: readonly FinderWord[], now: number): Promise<void>
  /** Everybody found by this name. */
  by(name: string): Promise<Found[]>
  /** One page of those found by it, in the order of their cards: for a name that may find very many. */
  page(options: { name: string; cursor?: string | undefined; limit: number }): Promise<{
    memberIds: string[]
    cursor?: string | undefined
  }>
}

/**
 * The names of a leg: its marketing numbers, and the day before it was rescheduled. Needed because each member may have
 * heard of the leg by only one of them.
 */
export interface LegNames {
  /** Records that these are names of one leg, which departs at `departsAt` (epoch ms). */
  note(names: readonly string[], departsAt: number): Promise<void>
  /** The other names of the same leg, unordered. */
  of(name: string): Promise<string[]>
}
