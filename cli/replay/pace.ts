import { AHEAD_AT_MOST_MS } from '../../shared/contract/index.ts'
import { DAY, MINUTE } from '../../shared/domain/calendar.ts'

/** Events of a slot go on the bus together, then the pipeline is drained: the step of the clock. */
const SLOT_MS = 15 * MINUTE

/** Entries that are put without the next look at the clock: bounds what is held in memory. */
const GROUP_AT_MOST = 1000

/** How many lines an instant in the future is held against, and how near to it they must be. */
const LOOK_AHEAD = 50
const NEAR_MS = 400 * DAY

interface Timed {
  at?: number | undefined
}

/** What is put together, and the time it then is: the latest instant so far; undefined: the clock stays. */
export interface Group<T> {
  entries: T[]
  now?: number | undefined
}

/**
 * Groups entries by 15-minute slots of the running maximum of `at`, in the order they come.
 * One line with a wrong date must not carry the clock, and with it everybody's waits, away: see {@link isBelieved}.
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
 * Whether the clock may follow an instant. One in the past of the wall clock: yes. One in its future is a mistake,
 * unless the whole file plays there: most of the lines that follow (at the end: the time so far) do, and are not far.
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

/** Each entry with those after it, as far as one looks. */
async function* lookAhead<T>(entries: AsyncIterable<T>): AsyncGenerator<{ entry: T; following: readonly T[] }> {
  const ahead: T[] = []
  for await (const entry of entries) {
    ahead.push(entry)
    if (ahead.length > LOOK_AHEAD) yield { entry: ahead.shift()!, following: ahead }
  }
  while (ahead.length > 0) yield { entry: ahead.shift()!, following: ahead }
}
