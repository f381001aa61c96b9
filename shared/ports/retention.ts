const DAY_SECONDS = 24 * 3600

/**
 * How long personal data is kept, in days from when it is stored. Members and the ledger do not expire: a member is kept
 * until they are erased, the ledger for ever, then without the person.
 */
export const retentionDays = {
  /** For as long a redelivery is recognised, and a decision can be explained. */
  records: 2 * 366,
  offers: 2 * 366,
  tasks: 2 * 366,
  /** Nights in which none was made leave the last one; it does not outlive them by much. */
  samples: 3,
  /** Figures alone: for as long as somebody writes on a draft. */
  rehearsals: 30,
  setAsides: 366,
  /**
   * About nobody in particular: as long as the bus's archive keeps them, and deleted before an erasure request must be
   * answered.
   */
  setAsidesOfNobody: 30,
  /** Counts alone, by month: a year and the month of a year ago. */
  mailCounts: 400,
  reputation: 60,
  /** Counts alone, by month and week: a month is compared with that of the year before. */
  satisfaction: 2 * 366,
  /** Models and their reports: about nobody in particular. */
  fits: 2 * 366,
  /** Some of those behind a figure of today or yesterday. */
  happened: 4,
  /** Only counters: those at the beginning of a day. */
  days: 60,
  /** From departure: for as long a flight may be reported and its claim begin (`freshFor` of the example rulebook). */
  seats: 92,
  /** From departure: nobody is told of it afterwards. */
  departures: 2,
  /** From the message: anything reported again after that counts as news. */
  told: 400,
} as const

/** When data of `at` (epoch ms) expires by itself: the table's time to live, epoch seconds. */
export function expiryOf(kind: keyof typeof retentionDays, at: number): number {
  return Math.floor(at / 1000) + retentionDays[kind] * DAY_SECONDS
}
