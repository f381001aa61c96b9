/**
 * A campaign's pass through an audience (a round), and how far it has come. Its id is derived, so that each round runs once.
 */
export interface Round {
  id: string
  /** 1 when it starts, one more with each page. A write names the version it has read. */
  version: number
  campaign: string
  audience: string
  /** When it was due, and when it started, epoch ms. */
  at: number
  begunAt: number
  /** Where to continue in the audience. */
  cursor?: string | undefined
  /** Members who were sent their event so far; and how many of them within the last minute. */
  handed: number
  minute: number
  inMinute: number
  /** Finished, or given up. */
  endedAt?: number | undefined
  /** It never started: nothing ran for too long, or its campaign was paused. */
  missed?: true
  /** Epoch seconds after which it may be deleted. A round that must never run again stays. */
  expiresAt?: number
}

export interface Rounds {
  /** Rounds that are running, and those that ended recently. */
  list(): Promise<Round[]>
  /** `conflict` unless the stored version is `round.version - 1` (0: not stored yet). */
  write(round: Round): Promise<'written' | 'conflict'>
}

/** A campaign's limits per minute and in total, over all its members: shared counters, each call takes all or nothing. */
export interface Limits {
  /** Takes a place in this minute. Undefined: taken. Otherwise the minute, epoch ms, in which one may be free. */
  takeMinute(campaign: string, perMinute: number, now: number): Promise<number | undefined>
  /** Takes one of the total; `false` if none is left. */
  takeOne(campaign: string, inAll: number): Promise<boolean>
  /** How many of its total each campaign has taken. */
  taken(campaigns: readonly string[]): Promise<Record<string, number>>
  /** The latest minute to which members were deferred because theirs was full, epoch ms; 0: none were. */
  toldUntil(campaigns: readonly string[]): Promise<number>
}
