import { AHEAD_AT_MOST_MS } from '../../contract/index.ts'
import { DAY, MINUTE } from '../../domain/calendar.ts'

/** Events of a slot are put together, then the pipeline is drained: the clock's step. */
const SLOT_MS = 15 * MINUTE

/** The most entries put between two checks of the clock: it bounds what is held in memory. */
const GROUP_AT_MOST = 1000

/** How many lines an instant in the future is compared with, and how close to it they must be. */
const LOOK_AHEAD = 50
const NEAR_MS = 400 * DAY

interface Timed {
  at?: number | undefined
}

/** Entries that are put together, and the clock's time then: the latest instant so far. Undefined: the clock stays. */
export interface Group<T> {
  entries: T[]
  now?: number | undefined
}

/**
 * Groups entries by 15-minute slots of the running maximum of `at`, in their order. One line with a wrong date must not move
 * the clock, and with it everybody's waits: see {@link isBelieved}.
 */
export async function* pace<T extends Timed>(entries: AsyncIterable<T>, wallNow: number): AsyncGenerator<Group<T>> {
  let group: Group<T> = { entries: [] }
  let now: number | undefined
  for await (const { entry, following } of lookAhead(entries)) {
    const at = entry.at !== undefined && isBelieved(entry.at, now, following, wallNow) ? entry.at : undefined
    const next = at === undefined ? now : Math.max(at, now ?? at)
    const another = now !== undefined && next !== undefined && slotOf(next) !== slotOf(now)
    if (group.entries.length > 0 && (another || group.entries.length >= GROUP_AT_MOST)) {
      yield group
      group = { entries: [] }
    }
    now = next
    group.entries.push(entry)
    group.now = now
  }
  if (group.entries.length > 0) yield group
}

/**
 * Whether the clock may follow an instant. Yes, if it is in the past of the wall clock. In its future it is a mistake,
 * unless the whole file plays there: unless most of the following lines (at the end: the time so far) are in the future and
 * close to it.
 */
export function isBelieved(at: number, now: number | undefined, following: readonly Timed[], wallNow: number): boolean {
  const latest = wallNow + AHEAD_AT_MOST_MS
  if (at <= latest) return true
  const readable = following.flatMap((each) => (each.at === undefined ? [] : [each.at]))
  const witnesses = readable.length > 0 || now === undefined ? readable : [now]
  const agree = witnesses.filter((each) => each > latest && each > at - NEAR_MS)
  return agree.length * 2 > witnesses.length
}

function slotOf(instant: number): number {
  return Math.floor(instant / SLOT_MS)
}

/** Each entry with the following ones, as far as one looks ahead. */
async function* lookAhead<T>(entries: AsyncIterable<T>): AsyncGenerator<{ entry: T; following: readonly T[] }> {
  const ahead: T[] = []
  for await (const entry of entries) {
    ahead.push(entry)
    if (ahead.length > LOOK_AHEAD) yield { entry: ahead.shift()!, following: ahead }
  }
  while (ahead.length > 0) yield { entry: ahead.shift()!, following: ahead }
}
