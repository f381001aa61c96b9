/** The order of events about the same thing: by when they happened, then by id. */
export interface Stamp {
  at: number
  eventId: string
}

/** Whether `a` comes after `b`: the later one wins, in any order of arrival. */
export function isAfter(a: Stamp, b: Stamp): boolean {
  return a.at > b.at || (a.at === b.at && a.eventId > b.eventId)
}

/** By where they stand, newest first. */
export function newestFirst(a: Stamp, b: Stamp): number {
  return isAfter(a, b) ? -1 : isAfter(b, a) ? 1 : 0
}

/** `list` with `item` added in its place, newest first. */
export function insertNewestFirst<T extends Stamp>(list: readonly T[], item: T): T[] {
  const index = list.findIndex((other) => !isAfter(other, item))
  return index < 0 ? [...list, item] : [...list.slice(0, index), item, ...list.slice(index)]
}

/** One thing that may have been reported several times. Its stamp is that of the first report. */
export interface Reported extends Stamp {
  /** The stamp of the last report, whose content counts, if that is another one. */
  word?: Stamp
}

/**
 * Two reports of one thing as one: dated by the first, with the content of the last. The same in any order, and if repeated.
 */
export function retold<T extends Reported>(a: T, b: T): T {
  const { at, eventId } = isAfter(a, b) ? b : a
  const last = isAfter(b.word ?? b, a.word ?? a) ? b : a
  const { word: _, ...said } = last
  const word = { at: (last.word ?? last).at, eventId: (last.word ?? last).eventId }
  const isFirst = word.at === at && word.eventId === eventId
  return { ...(said as T), at, eventId, ...(!isFirst && { word }) }
}

/** Whether an event is one of the reports, as far as they are known. */
export function isReportedBy({ eventId, word }: Reported, event: string): boolean {
  return eventId === event || word?.eventId === event
}
