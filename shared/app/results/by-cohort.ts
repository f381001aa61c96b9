import { decodeMember } from '../../domain/member/codec.ts'
import type { Member } from '../../domain/member/member.ts'
import { type Cell, cellsOf, mergeCells } from '../../domain/results/cohort.ts'
import { assignedIn, cohortName, cohortNamed } from '../../domain/results/moved.ts'
import type { AssignmentNote, KeptPart, StoredMember } from '../../ports/index.ts'
import { hash32 } from '../../standards/hash.ts'
import type { CountPorts } from './count.ts'

/** Who is in which day cohort: by the members' items, and by the index. */

const PAGE = 500

/**
 * Who is in something, without keeping their names: equal for equal sets. Sums of 32 bits are exact for the members of a day, and
 * memory does not follow their number.
 */
export interface Fingerprint {
  members: number
  print: number
}

export interface Counted extends Fingerprint {
  cells: Cell[]
}

export const NOBODY: Counted = { members: 0, print: 0, cells: [] }

/** Day cohorts by name, as the members' items have them. */
export async function countByCohort(
  ports: CountPorts,
  until: number,
  see?: (members: readonly Member[]) => void,
): Promise<{ members: number; complete: boolean; cohorts: Map<string, Counted> }> {
  const cohorts = new Map<string, Counted>()
  const walked = await walkMembers(ports, until, (page) => {
    addPage(cohorts, page)
    see?.(page.map(({ member }) => member))
  })
  return { ...walked, cohorts }
}

/** What the index should say of the members of some cohorts; undefined: there was no time for all. */
export async function notesOf(
  names: ReadonlySet<string>,
  ports: CountPorts,
  until: number,
): Promise<Map<string, AssignmentNote[]> | undefined> {
  const notes = new Map([...names].map((name) => [name, [] as AssignmentNote[]]))
  const { complete } = await walkMembers(ports, until, (page) => {
    for (const { stored, member } of page) {
      const { memberId, version } = stored
      for (const name of member.assigned.map(cohortName))
        notes.get(name)?.push({ ...cohortNamed(name), memberId, version, as: assignedIn(member, name)! })
    }
  })
  return complete ? notes : undefined
}

export async function notedIn(parts: readonly KeptPart[], ports: Pick<CountPorts, 'results'>): Promise<Fingerprint> {
  let [members, print] = [0, 0]
  await eachNoted(parts, ports, (memberId) => {
    members++
    print += hash32(memberId)
  })
  return { members, print }
}

export async function eachNoted(
  parts: readonly KeptPart[],
  { results }: Pick<CountPorts, 'results'>,
  visit: (memberId: string) => void,
): Promise<void> {
  for (const part of parts) for (const { memberId } of await results.noted(part)) visit(memberId)
}

interface Seen {
  stored: StoredMember
  member: Member
}

/** All members, a page at a time. */
export async function walkMembers(
  { members }: Pick<CountPorts, 'members'>,
  until: number,
  visit: (page: readonly Seen[]) => void,
): Promise<{ members: number; complete: boolean }> {
  let looked = 0
  let cursor: string | undefined
  do {
    if (performance.now() > until) return { members: looked, complete: false }
    const page = await members.page({ ...(cursor !== undefined && { cursor }), limit: PAGE })
    visit(page.members.map((stored) => ({ stored, member: decodeMember(stored) })))
    looked += page.members.length
    cursor = page.cursor
  } while (cursor !== undefined)
  return { members: looked, complete: true }
}

function addPage(cohorts: Map<string, Counted>, page: readonly Seen[]): void {
  const all = page.flatMap(({ member }) => member.assigned.map((assignment) => ({ member, assignment })))
  for (const [name, some] of Map.groupBy(all, ({ assignment }) => cohortName(assignment))) {
    const known = cohorts.get(name) ?? NOBODY
    const print = some.reduce((sum, { member }) => sum + hash32(member.memberId), known.print)
    const cells = mergeCells([...known.cells, ...some.flatMap(({ assignment }) => cellsOf(assignment))])
    cohorts.set(name, { members: known.members + some.length, print, cells })
  }
}
