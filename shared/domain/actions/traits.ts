import type { Language } from '../texts/language.ts'

/** What gates, steps and reports ask of a kind of action. What is not said is not so. */
export interface Traits {
  name: Record<Language, string>
  /** It always reaches the member over this channel; others name theirs in the plan. */
  channel?: string
  /** The event which says that it was claimed and its outcome is unknown. */
  notKnown?: 'email.unknown' | 'message.unknown'
  /** It offers something: not while a complaint is open or a flight was just disrupted, in a marketing campaign. */
  sells?: true
  /** It grants money or miles: where it does not, what would speak of it is not said. */
  grants?: true
  /** It is paid from the campaign's budget. */
  paysFromBudget?: true
  /** It pays what the law owes: a person can stop these payments alone. */
  owedByLaw?: true
  /** It is for a person to do: nothing about the member keeps it back. */
  forPeople?: true
  /** What a mail after it may tell of. */
  brings?: Brought
}

/** What steps bring about and a mail may tell of. */
export type Brought = 'compensation' | 'offer'
