import { HOUR } from '../../domain/calendar.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { type Cell, cellsOf, closesAt, mergeCells } from '../../domain/results/cohort.ts'
import type { CohortPart, KeptPart, Ports } from '../../ports/index.ts'
import { chunks } from '../../standards/chunks.ts'

export type CountPorts = Pick<Ports, 'results' | 'members'>

/**
 * Counting begins so much after a cohort has closed: a worker that read the clock before may write until then, and does not
 * say that it changed what was counted.
 */
const COUNTED_AFTER = HOUR

/** Members read in one call. */
const AT_ONCE = 500

/** Whether the sums of a part are those of now. */
export function isCounted({ touched, counted }: KeptPart): boolean {
  return counted?.at === touched
}

export function isDue({ day }: KeptPart, analysis: Analysis, now: number): boolean {
  return now >= closesAt(day, analysis) + COUNTED_AFTER
}

/** Works out the sums of a part from its members' items and keeps them; `false` where something was touched meanwhile. */
export async function countPart(part: KeptPart, { results, members }: CountPorts, now: number): Promise<boolean> {
  return results.count(part, await cellsOfPart(part, { results, members }), now)
}

/**
 * The sums of a part as its members' items have them now. Who is noted there and is in it no more, or in the cohort of another
 * day since two cards became one, is left out: the item is what counts.
 */
export async function cellsOfPart(
  part: CohortPart,
  { results, members }: CountPorts,
  consistent = true,
): Promise<Cell[]> {
  let cells: Cell[] = []
  for (const some of chunks(await results.noted(part), AT_ONCE)) {
    const stored = await members.read(
      some.map(({ memberId }) => memberId),
      { consistent },
    )
    const assigned = [...stored.values()]
      .flatMap((each) => decodeMember(each).assigned)
      .filter((each) => each.analysis === part.analysis && each.day === part.day)
    cells = mergeCells([...cells, ...assigned.flatMap(cellsOf)])
  }
  return cells
}
