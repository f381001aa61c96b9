import { MINUTE } from '../../domain/calendar.ts'

/** A wake so close that finds nothing costs more than moving it. */
const NEAR = 15 * MINUTE

/**
 * When the index is to wake a member. It may be too early: then the wake finds nothing and sets the next one. So the
 * index moves when it must be earlier, when its time has come, or when it would soon wake for nothing. Otherwise it
 * stays, which saves two writes.
 */
export function indexedWake(indexed: number | undefined, exact: number | undefined, now: number): number | undefined {
  if (indexed === undefined || exact === undefined) return exact
  return exact < indexed || indexed <= now + NEAR ? exact : indexed
}
