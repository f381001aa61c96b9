import { LIMITS } from '../member/member.ts'

/** The result of reporting a card as merged. */
export type Joined =
  | 'joined'
  /** The other card was merged into this one, directly or through others: it would be a circle. */
  | 'circle'
  /** Together they would be more cards than one person may have. */
  | 'too-many'
  /** The card was merged into another one before: report it to that one's survivor. */
  | 'elsewhere'

/** A card and its person, by keyed hashes. */
export interface PersonOfCard {
  person: string
  /** If the card was merged: the survivor at the time, and the card that was named. */
  into?: string
  said?: string
  /** The cards merged into this one, directly or through others, as long as it is a survivor. */
  cards: readonly string[]
}

/** A decided join: what is to be written, on condition that neither card has changed. */
export interface Joining {
  card: PersonOfCard
  survivor: PersonOfCard
}

/** Refuses a merged card. The caller tries again with the member, who is the survivor by then. */
export function goingOn(card: PersonOfCard): PersonOfCard {
  if (card.into !== undefined) throw new Error('the card was merged: what is granted is for whoever goes on')
  return card
}

/** The cards under which a person's grants are looked up. */
export function cardsOf({ person, cards }: PersonOfCard): string[] {
  return [person, ...cards]
}

/**
 * Whether a card may be merged, and the result. Only a surviving card is ever merged, into another surviving one, so no
 * circle can close, however many merges run at once.
 *
 * @param survivor the survivor of the card that was named
 */
export function joining(card: PersonOfCard, said: string, survivor: PersonOfCard): Joined | Joining {
  if (card.into !== undefined) return card.said === said ? 'joined' : 'elsewhere'
  if (survivor.person === card.person) return 'circle'
  const cards = [...survivor.cards, ...cardsOf(card)]
  if (cards.length > LIMITS.aliases) return 'too-many'
  return { card: { ...card, into: survivor.person, said, cards: [] }, survivor: { ...survivor, cards } }
}
