import type { Seat } from '../domain/member/seats.ts'
import type { StoredMember } from '../domain/member/stored.ts'

export type { StoredMember } from '../domain/member/stored.ts'

export interface Members {
  /** Those that exist, by id. One call, whatever their number. Eventually consistent unless `consistent`. */
  read(ids: readonly string[], options?: { consistent?: boolean }): Promise<Map<string, StoredMember>>
  /**
   * Puts the member if the stored version is still `member.version - 1` (0: not there yet).
   * `conflict`: somebody else wrote in between; read again and react again.
   */
  write(member: StoredMember): Promise<'written' | 'conflict'>
  /** Those whose `wakeAt` is at or before `now`, earliest first within a shard, at most `limit` in all. */
  due(now: number, limit: number): Promise<{ memberId: string; wakeAt: number }[]>
  /** The earliest `wakeAt` of all, for a clock that jumps over empty time. */
  nextWakeAt(): Promise<number | undefined>
  /** One page of everybody, for exports and for the sweep after a publish. */
  page(options: {
    cursor?: string | undefined
    limit: number
  }): Promise<{ members: StoredMember[]; cursor?: string | undefined }>
  /** Members in the table, by counting them: for repair, not for show. */
  count(): Promise<number>
}

/** Whether a member is in an audience, as the member's item says it at a version. */
export interface Membership {
  audience: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Since when, epoch ms. Undefined: not in it, or not any more. */
  since?: number | undefined
}

/**
 * Who is in which audience: an index to be read a page at a time, so that nobody goes through all members. The member's
 * item is what counts; this follows it within moments.
 */
export interface Audiences {
  /** Notes them all, each unless what is there is of the same version of the member or a later one. */
  put(memberships: readonly Membership[], now: number): Promise<void>
  /** One page of an audience's members, in no order; who enters meanwhile may be left out. */
  page(options: { audience: string; cursor?: string | undefined; limit: number }): Promise<{
    members: { memberId: string; since: number }[]
    cursor?: string | undefined
  }>
  /** How many are in it, by counting them. */
  count(audience: string): Promise<number>
}

/** Whether a member is booked on a leg, as the member's item says it at a version. */
export interface SeatTaken {
  leg: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Undefined: not booked on it, or not any more. */
  seat?: Seat
}

export type Booked = { memberId: string } & Pick<Seat, 'pnr' | 'cabin'>

/** Who is booked on which leg: an index as that of audiences is, for flights that come without a list of their passengers. */
export interface Seats {
  /** Notes them all, each unless what is there is of the same version of the member or a later one. */
  put(seats: readonly SeatTaken[], now: number): Promise<void>
  /** Everybody who is booked on a leg. */
  on(leg: string): Promise<Booked[]>
}
