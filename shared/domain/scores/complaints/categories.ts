/** What a complaint can be about, where its sender did not say: what campaigns and their mails ask for. */
export const COMPLAINT_CATEGORIES = [
  'delay',
  'cancellation',
  'baggage',
  'crew',
  'onboard',
  'airport',
  'booking',
  'service',
  'other',
] as const

export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number]

/** Below it nobody should rely on a category that was guessed: a person reads the text. */
export const SURE_ENOUGH = 0.5

/** The category of a complaint that nobody has sorted, and whose text does not tell. */
export const UNSURE = 'unsure'

/** A category, and how sure it is: 0 to 1. */
export interface Guess {
  category: ComplaintCategory
  confidence: number
}

/** How a complaint got its category, where its sender gave none. */
export interface Sorted {
  /** The version of the airline's model, or `words`: the lists that come with Wingback. */
  by: string
  /** Of the category that it found likeliest, 0 to 1: below `SURE_ENOUGH` a person reads the text. */
  confidence: number
}
