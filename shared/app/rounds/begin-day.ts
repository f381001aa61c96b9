import { calendarOf } from '../../domain/calendar.ts'
import type { Ports, WorldState } from '../../ports/index.ts'
import { audienceSet } from '../react/counted.ts'
import type { RulebookCache } from '../rulebooks.ts'

/** The name under which a book's spending at the beginning of a day is kept. */
export function spentCount(book: string): string {
  return `spent.${book}`
}

type DayPorts = Pick<Ports, 'tally' | 'counters' | 'tasks' | 'bus'> & { ledger: Pick<Ports['ledger'], 'books'> }

/**
 * In the first minute of a day, keeps the counters and what each book has spent, so that the day's changes can be told.
 * Also tells where satisfaction dropped in the last week.
 */
export async function beginDay(
  { tally, counters, ledger, tasks, bus }: DayPorts,
  rulebooks: RulebookCache,
  { rulebook }: WorldState,
  now: number,
): Promise<void> {
  if (rulebook === undefined) return
  const { settings, audiences } = await rulebooks.load(rulebook)
  const date = calendarOf(settings.zone).dateOf(now)
  if ((await tally.beginningOf(date)) !== undefined) return
  // Loaded here, since it is large and this function is called every minute.
  const { tellHotSpots } = await import('../satisfaction/hot-spots.ts')
  await tellHotSpots({ counters, tasks, bus }, settings.zone, now)
  // The tally is kept last: it says that everything was kept.
  await counters.beginDay(
    date,
    now,
    audiences.map(({ id }) => audienceSet(id)),
  )
  const spent = (await ledger.books()).map(({ book, spentMinor }) => [spentCount(book), spentMinor] as const)
  await tally.beginDay(date, now, Object.fromEntries(spent))
}
