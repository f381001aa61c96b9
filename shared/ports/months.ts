import type { CountsByMonth } from '../domain/targets/counts.ts'

/**
 * What is counted by month, for the figures that have targets. As exact as the tally: a process that dies between a write and its
 * counting leaves them short, until they are counted again from the records.
 */
export interface Months {
  /** `ofErased`: how much of it is of members who were erased, of which no record tells. Both are added at once. */
  add(counts: CountsByMonth, ofErased?: CountsByMonth): Promise<void>
  /** Of these months, those in which anything was counted. */
  read(months: readonly string[]): Promise<CountsByMonth>
  /** The same, of members who were erased. */
  readErased(months: readonly string[]): Promise<CountsByMonth>
}
