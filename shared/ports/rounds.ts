/** How far a round of a campaign through an audience has come. Its id is derived, so that each is gone through once. */
export interface Round {
  id: string
  /** 1 as it begins, one more at each page. A write names the version it has read. */
  version: number
  campaign: string
  audience: string
  /** When it was due, and when it began, epoch ms. */
  at: number
  begunAt: number
  /** Where to go on in the audience. */
  cursor?: string | undefined
  /** Members handed their event so far, and in the minute of the clock that was the last. */
  handed: number
  minute: number
  inMinute: number
  /** Done, or given up. */
  endedAt?: number | undefined
  /** It never began: nothing ran for too long, or its campaign was paused. */
  missed?: true
  /** Epoch seconds after which it may go; one that must never be gone through again stays. */
  expiresAt?: number
}

export interface Rounds {
  /** Those under way, and those that ended lately. */
  list(): Promise<Round[]>
  /** `conflict` unless the stored version is `round.version - 1` (0: not there yet). */
  write(round: Round): Promise<'written' | 'conflict'>
}

/** What a campaign may do in a minute and in all, over all its members: shared counters, each taking all or nothing. */
export interface Limits {
  /** Takes a place of this minute. Undefined: taken. Else the minute, epoch ms, that another may be free in. */
  takeMinute(campaign: string, perMinute: number, now: number): Promise<number | undefined>
  /** Takes one of all; `false` where all are taken. */
  takeOne(campaign: string, inAll: number): Promise<boolean>
  /** How many of all each campaign has taken. */
  taken(campaigns: readonly string[]): Promise<Record<string, number>>
  /** Up to when those who found a minute full were told to come, epoch ms; 0: nobody was. */
  toldUntil(campaigns: readonly string[]): Promise<number>
}
