/** What gates, steps and reports need to know about a kind of action. A trait that is not set does not apply. */
export interface Traits {
  /** It always reaches the member over this channel; others name theirs in the plan. */
  channel?: string
  /** The event that says: it was claimed, and its outcome is unknown. */
  notKnown?: 'email.unknown' | 'message.unknown'
  /** It offers something, so a marketing campaign does not do it while a complaint is open or just after a disruption. */
  sells?: true
  /** It grants money or miles: if it does not, later steps must not mention them. */
  grants?: true
  /** It is paid from the campaign's budget. */
  paysFromBudget?: true
  /** It pays what the law owes: a person can stop these payments separately. */
  owedByLaw?: true
  /** A person does it: no gate about the member stops it. */
  forPeople?: true
  /** What a later email may mention. */
  brings?: Brought
}

/** Results of steps that an email may mention. */
export type Brought = 'compensation' | 'offer'
