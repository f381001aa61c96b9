import type { Member } from '../../domain/member/member.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { cellsToText } from '../../domain/results/cells-as-text.ts'
import { type Cell, endOfDay, mergeCells, ofSplit } from '../../domain/results/cohort.ts'
import { cohortName, cohortNamed } from '../../domain/results/moved.ts'
import type { AssignmentNote, KeptPart } from '../../ports/index.ts'
import { type Counted, countByCohort, eachNoted, NOBODY, notedIn, notesOf } from './by-cohort.ts'
import { type CountPorts, cellsOfPart, countPart, isCounted, isDue } from './count.ts'

/** What is not as the members' items have it. */
export interface Difference {
  analysis: string
  day: string
  /** Members who are in the cohort by their items and not by the index. */
  notNoted: number
  /** Its sums, where it is closed, are not those of its members. */
  sums: boolean
}

export interface Recount {
  /** Members looked at, assignments they have, and day cohorts these are in. */
  members: number
  assignments: number
  cohorts: number
  /** Members of whom sums alone are left: erased. */
  erased: number
  differences: Difference[]
  /** Every member was looked at; where time was over before, nothing is compared. */
  complete: boolean
}

export interface RecountOptions {
  now: number
  /** Whether what differs is put right. */
  repairs: boolean
  msAtMost?: number
  /** Cohorts are left alone until their day has been over for so long: turns may be under way whose members are not noted yet. */
  settledFor?: number
  /** Shown all members, once. */
  see?: (members: readonly Member[]) => void
}

/**
 * Counts everything again by going through all members, and says what differs from what is kept: to the last digit, or it is a
 * difference. Of those erased the remainder is as it is: nothing else is left.
 */
export async function recount(ports: CountPorts, options: RecountOptions): Promise<Recount> {
  const { msAtMost = Number.POSITIVE_INFINITY } = options
  const until = performance.now() + msAtMost
  const { cohorts, ...walked } = await countByCohort(ports, until, options.see)
  const report = {
    members: walked.members,
    assignments: [...cohorts.values()].reduce((sum, { members }) => sum + members, 0),
    cohorts: cohorts.size,
  }
  if (!walked.complete) return { ...report, erased: 0, differences: [], complete: false }
  const { suspects, erased } = await suspectsAmong(cohorts, ports, options)
  if (suspects.length === 0) return { ...report, erased, differences: [], complete: true }
  const notes = await notesOf(new Set(suspects.map(({ name }) => name)), ports, until)
  if (!notes) return { ...report, erased, differences: [], complete: false }
  const differences: Difference[] = []
  for (const suspect of suspects) {
    const difference = await lookInto(suspect, notes.get(suspect.name)!, ports, options)
    if (difference) differences.push(difference)
  }
  return { ...report, erased, differences, complete: true }
}

/** A cohort that may differ: changes made since its members were looked at show here too. */
interface Suspect {
  name: string
  parts: KeptPart[]
  isClosed: boolean
  cells: Cell[]
}

async function suspectsAmong(
  cohorts: ReadonlyMap<string, Counted>,
  { results }: CountPorts,
  { now, settledFor = Number.NEGATIVE_INFINITY }: RecountOptions,
): Promise<{ suspects: Suspect[]; erased: number }> {
  const suspects: Suspect[] = []
  let erased = 0
  const named = Map.groupBy(cohorts.keys(), (name) => cohortNamed(name).analysis)
  for (const analysis of await results.analyses()) {
    const parts = await results.parts(analysis.id)
    for (const part of parts) erased += ofSplit(part.remainder).reduce((sum, cell) => sum + cell.members, 0)
    const byName = Map.groupBy(parts, cohortName)
    for (const name of new Set([...byName.keys(), ...(named.get(analysis.id) ?? [])])) {
      if (now < endOfDay(cohortNamed(name).day, analysis) + settledFor) continue
      const suspect = { name, ...closing(byName.get(name) ?? [], analysis, now) }
      const counted = cohorts.get(name) ?? NOBODY
      const noted = await notedIn(suspect.parts, { results })
      const isSame = noted.members === counted.members && noted.print === counted.print
      if (!isSame || sumsDiffer(suspect, counted.cells)) suspects.push({ ...suspect, cells: counted.cells })
    }
  }
  return { suspects, erased }
}

function closing(parts: KeptPart[], analysis: Analysis, now: number) {
  return { parts, isClosed: parts.length > 0 && parts.every((part) => isDue(part, analysis, now)) }
}

/** What was never counted, or is to be counted anew, does not differ: it is not told of as counted. */
function sumsDiffer({ parts, isClosed }: Pick<Suspect, 'parts' | 'isClosed'>, cells: readonly Cell[]): boolean {
  const kept = mergeCells(parts.flatMap((part) => part.counted?.cells ?? []))
  return isClosed && parts.every(isCounted) && cellsToText(kept) !== cellsToText(cells)
}

/** Looks at one cohort by itself, where changes under way make no difference, and puts it right. */
async function lookInto(
  { name, parts, isClosed, cells }: Suspect,
  notes: readonly AssignmentNote[],
  ports: CountPorts,
  { now, repairs }: RecountOptions,
): Promise<Difference | undefined> {
  const noted = new Set<string>()
  await eachNoted(parts, ports, (memberId) => noted.add(memberId))
  const missing = notes.filter(({ memberId }) => !noted.has(memberId))
  const differs = sumsDiffer({ parts, isClosed }, cells)
  const sums = differs && (missing.length > 0 || (await isWrong(parts, ports)))
  if (missing.length === 0 && !sums) return undefined
  if (repairs) {
    await ports.results.note(missing, now)
    await ports.results.touch(missing)
    if (isClosed) for (const part of parts) await countPart(part, ports, now)
  }
  return { ...cohortNamed(name), notNoted: missing.length, sums }
}

/** Whether sums that are said to be of now are not: they are, where nobody was told of a change meanwhile. */
async function isWrong(parts: readonly KeptPart[], ports: CountPorts): Promise<boolean> {
  for (const part of parts) {
    const cells = cellsToText(await cellsOfPart(part, ports))
    const [now] = (await ports.results.parts(part.analysis, { from: part.day, to: part.day })).filter(
      (each) => each.part === part.part,
    )
    if (now && isCounted(now) && cellsToText(now.counted!.cells) !== cells) return true
  }
  return false
}
