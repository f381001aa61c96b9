import { LIMITS } from '../member/member.ts'

/** What comes of the word that a card was merged. */
export type Joined =
  | 'joined'
  /** The other card was merged into this one, by whatever way: it would be a circle. */
  | 'circle'
  /** Together they would be more cards than one person may have. */
  | 'too-many'
  /** The card was merged into another one before: the word is for whoever goes on for it. */
  | 'elsewhere'

/** What is known of a card and its person, by keyed hashes. */
export interface PersonOfCard {
  person: string
  /** The card was merged: the one that goes on as of then, and the one that was named. */
  into?: string
  said?: string
  /** Cards that were merged into this one, by whatever way, as long as it goes on itself. */
  cards: readonly string[]
}

/** A join decided: what is to be written, on condition that neither has changed meanwhile. */
export interface Joining {
  card: PersonOfCard
  survivor: PersonOfCard
}

/** A card that was merged is granted nothing: its member is asked for again, and is whoever goes on by then. */
export function goingOn(card: PersonOfCard): PersonOfCard {
  if (card.into !== undefined) throw new Error('the card was merged: what is granted is for whoever goes on')
  return card
}

/** Under which cards a person's grants are looked for. */
export function cardsOf({ person, cards }: PersonOfCard): string[] {
  return [person, ...cards]
}

/**
 * Whether a card may be merged, and what then stands. Only a card that goes on is ever merged, into one that goes on and
 * is another: so no circle can close, whoever asks for the last piece of it at once with others.
 *
 * @param survivor who goes on for the card that was named
 */
export function joining(card: PersonOfCard, said: string, survivor: PersonOfCard): Joined | Joining {
  if (card.into !== undefined) return card.said === said ? 'joined' : 'elsewhere'
  if (survivor.person === card.person) return 'circle'
  const cards = [...survivor.cards, ...cardsOf(card)]
  if (cards.length > LIMITS.aliases) return 'too-many'
  return { card: { ...card, into: survivor.person, said, cards: [] }, survivor: { ...survivor, cards } }
}
