import type { Analysis } from '../../domain/results/assignment.ts'
import { type Cell, closesAt, type DayCohort, emptyCell, mergeCells } from '../../domain/results/cohort.ts'
import type { Assigned, KeptPart } from '../../ports/index.ts'
import { chunks } from '../../standards/chunks.ts'
import { type CountPorts, countPart, isCounted, isDue } from './count.ts'

/** Notes whose sums are added up together. */
const AT_ONCE = 1000

/**
 * The day cohorts of an analysis, by day: sums of those that are closed, and of those still open who is in them and what harm is
 * known. Bounded by the days asked for. What is due and not counted yet, or was touched since, is counted now.
 */
export async function cohortsOf(
  analysis: Analysis,
  ports: CountPorts,
  { now, ...days }: { now: number; from?: string; to?: string },
): Promise<DayCohort[]> {
  const parts = await counted(analysis, ports, now, days)
  const cohorts: DayCohort[] = []
  for (const [day, of] of Map.groupBy(parts, (part) => part.day)) {
    const isOpen = of.some((part) => !isDue(part, analysis, now))
    const cells: Cell[] = []
    for (const part of of) cells.push(...(isOpen ? await openCells(part, ports) : (part.counted?.cells ?? [])))
    const remainder = of.flatMap((part) => part.remainder)
    const all = mergeCells([...cells, ...(isOpen ? remainder.map(harmsAlone) : remainder)])
    if (all.length > 0) cohorts.push({ day, closesAt: closesAt(day, analysis), isOpen, cells: all })
  }
  return cohorts.sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Counts what is due; one that is touched again and again is shown as it was last counted. */
async function counted(
  analysis: Analysis,
  ports: CountPorts,
  now: number,
  days: { from?: string; to?: string },
): Promise<KeptPart[]> {
  const parts = await ports.results.parts(analysis.id, days)
  const due = parts.filter((part) => isDue(part, analysis, now) && !isCounted(part))
  if (due.length === 0) return parts
  for (const part of due) await countPart(part, ports, now)
  return ports.results.parts(analysis.id, days)
}

async function openCells(part: KeptPart, { results }: CountPorts): Promise<Cell[]> {
  let cells: Cell[] = []
  for (const some of chunks(await results.noted(part), AT_ONCE)) cells = mergeCells([...cells, ...some.map(openCell)])
  return cells
}

function openCell({ arm, tier, sharePpm, armsPpm = {}, harms = [] }: Assigned): Cell {
  const cell = { ...emptyCell(arm, tier), members: 1, sharePpm, armsPpm }
  for (const harm of harms) cell.counts[harm] = 1n
  return cell
}

/** Of those erased before their cohort closed, what is told of the others. */
function harmsAlone({ split, arm, tier, members, sharePpm, armsPpm, counts }: Cell): Cell {
  const { unsubscribed, spam, complained } = counts
  const none = emptyCell(arm, tier, split)
  return { ...none, members, sharePpm, armsPpm, counts: { ...none.counts, unsubscribed, spam, complained } }
}
