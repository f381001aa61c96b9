const DAY_SECONDS = 24 * 3600

/**
 * How long what is kept of a person is kept, in days from when it came to be. Members and the ledger have no end of
 * their own: a member is kept until they are erased, the ledger for ever, then without the person.
 */
export const retentionDays = {
  /** As long is a redelivery recognised, and a decision explained. */
  records: 2 * 366,
  offers: 2 * 366,
  tasks: 2 * 366,
  setAsides: 366,
  /** Of whom cannot be told: as long as the bus's archive has them, and gone before a request must be answered. */
  setAsidesOfNobody: 30,
  reputation: 60,
  /** From the departure on: as long may a flight be reported, and what it owes begin (`freshFor` of the example rulebook). */
  seats: 92,
} as const

/** When something of `at` (epoch ms) goes by itself: the table's time to live, epoch seconds. */
export function expiryOf(kind: keyof typeof retentionDays, at: number): number {
  return Math.floor(at / 1000) + retentionDays[kind] * DAY_SECONDS
}
