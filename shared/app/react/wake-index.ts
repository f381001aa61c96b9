import { MINUTE } from '../../domain/calendar.ts'

/** A wake this near that would find nothing costs more than moving it. */
const NEAR = 15 * MINUTE

/**
 * Where the index is to say that a member is due. It need only be early enough: a wake that comes too soon finds
 * nothing and arms the next. So the index moves when it must come earlier, when it has come, or when it would come
 * soon for nothing; otherwise it stays and saves two writes.
 */
export function indexedWake(indexed: number | undefined, exact: number | undefined, now: number): number | undefined {
  if (indexed === undefined || exact === undefined) return exact
  return exact < indexed || indexed <= now + NEAR ? exact : indexed
}
