import type { Count, Counts } from './figures.ts'

/** Counts, or how they change, by month `YYYY-MM` of the airline's zone. */
export type CountsByMonth = Record<string, Partial<Record<Count, number>>>

/** Adds to one month; what comes to nothing is left out. */
export function addCounts(months: CountsByMonth, month: string, counts: Counts): void {
  for (const [name, by] of Object.entries(counts) as [Count, number][]) {
    if (by === 0) continue
    months[month] ??= {}
    months[month][name] = (months[month][name] ?? 0) + by
  }
}

/** Adds all of some months to others. */
export function addMonths(months: CountsByMonth, more: CountsByMonth): void {
  for (const [month, counts] of Object.entries(more)) addCounts(months, month, counts)
}
