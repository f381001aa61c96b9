import { monthsIn } from '../../domain/receipt.ts'
import { addMonths, type CountsByMonth } from '../../domain/targets/counts.ts'
import type { Count } from '../../domain/targets/figures.ts'
import { monthsBefore, monthsBetween } from '../../domain/targets/report.ts'
import type { Ports } from '../../ports/index.ts'

type MonthPorts = Pick<Ports, 'records' | 'months'>

/** A month's figure that differs from the records. */
export interface MonthCorrected {
  month: string
  count: string
  was: number
  is: number
}

export interface MonthsRecount {
  corrected: MonthCorrected[]
  /** Months in which something was counted meanwhile, or a short time before: they are left out. */
  busy: string[]
  /** Whether all records were read. */
  complete: boolean
}

export interface MonthsRecountOptions {
  /** Oldest first. */
  months: readonly string[]
  now: number
  /** Nobody is at work, so that recent months can be counted too. */
  atRest?: boolean
  msAtMost?: number
}

/** Records are kept for so long. */
const MONTHS_OF_RECORDS = 23
/** No worker lives so long: an older record has been counted, or never will be. */
const WORKERS_LIVE_MS = 20 * 60_000

/** The months that records reach back to, from a given month. */
export function monthsOfRecords(current: string): string[] {
  return monthsBetween(monthsBefore(current, MONTHS_OF_RECORDS), current, MONTHS_OF_RECORDS + 1)
}

/**
 * Counts months again from their records, and corrects figures that differ. A month in which somebody counts meanwhile
 * is left for another time.
 */
export async function recountMonths(ports: MonthPorts, options: MonthsRecountOptions): Promise<MonthsRecount> {
  const { months, now, atRest = false, msAtMost = Number.POSITIVE_INFINITY } = options
  const until = performance.now() + msAtMost
  const before = await ports.months.read(months)
  const counted: CountsByMonth = {}
  const lately = new Set<string>()
  let cursor: string | undefined
  do {
    if (performance.now() > until) return { corrected: [], busy: [], complete: false }
    const page = await ports.records.page(cursor)
    for (const { reactedAt, body } of page.records) {
      const of = monthsIn(body)
      addMonths(counted, of)
      if (!atRest && reactedAt > now - WORKERS_LIVE_MS) for (const month of Object.keys(of)) lately.add(month)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  addMonths(counted, await ports.months.readErased(months))
  const after = await ports.months.read(months)
  const busy = months.filter((month) => lately.has(month) || differences(month, before, after).length > 0)
  const corrected = months
    .filter((month) => !busy.includes(month))
    .flatMap((month) => differences(month, after, counted))
  const missing: CountsByMonth = {}
  for (const { month, count, was, is } of corrected) addMonths(missing, { [month]: { [count]: is - was } })
  if (corrected.length > 0) await ports.months.add(missing)
  return { corrected, busy, complete: true }
}

function differences(month: string, from: CountsByMonth, to: CountsByMonth): MonthCorrected[] {
  const [was, is] = [from[month] ?? {}, to[month] ?? {}]
  const counts = [...new Set([...Object.keys(was), ...Object.keys(is)])] as Count[]
  return counts
    .map((count) => ({ month, count, was: was[count] ?? 0, is: is[count] ?? 0 }))
    .filter((each) => each.was !== each.is)
}
