import type { Joined } from '../domain/ledger/person.ts'

export type { Joined } from '../domain/ledger/person.ts'

/**
 * Which cards belong to one person, as the ledger knows it. A merge is written here before the event is accepted. A merged
 * card is granted nothing more, and the surviving card is checked against the grants of all its cards. It is kept apart from
 * the member's own item, which follows within seconds: this holds at once.
 */
export interface Cards {
  /** Records that `card` was merged into another. The same merge again is `joined`. */
  join(word: { card: string; into: string }): Promise<Joined>
}
