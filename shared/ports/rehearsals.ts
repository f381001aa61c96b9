/** A rehearsal of a draft on everybody. Of each draft the latest is kept. */
export interface EverybodyRehearsal {
  draft: string
  /** Derived from what is rehearsed, and the day. */
  id: string
  /** The draft's rulebook, and the one that it is compared with. */
  rulebook: string
  live: string
  /** Names the draft's files as they were. */
  files: string
  /** It ends with what was known then, epoch ms. */
  at: number
  by: string
  cancelledAt?: number
}

/** Some members of it: those of one page. */
export interface RehearsedPart {
  n: number
  /** Members who were looked at. */
  looked: number
  isLast: boolean
}

export interface Rehearsals {
  read(draft: string): Promise<EverybodyRehearsal | undefined>
  /** In place of the one that was read before: `conflict` where another is there by now. */
  write(next: EverybodyRehearsal, before: EverybodyRehearsal | undefined): Promise<'written' | 'conflict'>
  /** The same part again takes the place of the one before. */
  keep(of: EverybodyRehearsal, part: RehearsedPart, figures: Uint8Array): Promise<void>
  /** In the order of `n`. */
  parts(of: EverybodyRehearsal): Promise<RehearsedPart[]>
  figures(of: EverybodyRehearsal): Promise<Uint8Array[]>
}
