import type { Joined } from '../domain/ledger/person.ts'

export type { Joined } from '../domain/ledger/person.ts'

/**
 * Which cards are one person, as the ledger knows it: before a merge is taken, it is written here. A card that was merged
 * is granted nothing more, and whoever goes on is asked for what any card of theirs has. Both are told apart from what a
 * member's own item says: that follows within seconds, this holds at once.
 */
export interface Cards {
  /** Takes the word that `card` was merged into another. The same word again is `joined`. */
  join(word: { card: string; into: string }): Promise<Joined>
}
