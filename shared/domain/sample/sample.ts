import type { Stratum } from './strata.ts'

/** A member as they were when the sample begins, under a name that is theirs in this sample alone. */
export interface SampledMember {
  memberId: string
  state: string
  stratum: Stratum
}

/** An event as an airline system writes it, so that a file of them can be rehearsed as well. */
export interface SampledEvent {
  /** When it came, epoch ms. */
  at: number
  type: string
  detail: Record<string, unknown>
}

/**
 * A night's sample of history: some members as they were, and what was told of them since. Names, texts, birth dates and ids are
 * taken away or made anew (anonymous.ts).
 */
export interface Sample {
  /** Epoch ms. */
  from: number
  to: number
  /** How many members there are of each stratum, in all. */
  all: Record<Stratum, number>
  /** Of a stratum in an order without meaning: the first so many are a random sample too. */
  members: SampledMember[]
  /** Oldest first. */
  events: SampledEvent[]
}

export const SAMPLE_DAYS = 60

/** The source of its events, where somebody rehearses them from a file. */
export const SAMPLE_SOURCE = 'airline.sample'
