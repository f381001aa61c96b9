import type { Analysis } from '../domain/results/assignment.ts'
import type { Cell, PerArm } from '../domain/results/cohort.ts'
import type { HarmKind } from '../domain/results/outcome.ts'
import type { StoredMember } from './members.ts'

/** One of the parts in which the members of a day cohort are kept, so that no part is hot or long. */
export interface CohortPart {
  analysis: string
  /** `YYYY-MM-DD`, in the airline's zone. */
  day: string
  part: number
}

/** Whether a member is in a day cohort, according to the member's item of a version. */
export interface AssignmentNote {
  analysis: string
  day: string
  memberId: string
  /** Of the member's item. */
  version: number
  /** Undefined: not in it (any more). */
  as?: Assigned
}

/** What is recorded of an assignment while its cohort is open. */
export interface Assigned {
  arm: string
  tier?: string
  /** The share held out at the time of assignment, in millionths. */
  sharePpm: number
  /** For a split: the share of each of its arms, in millionths. */
  armsPpm?: PerArm
  harms?: HarmKind[]
}

/** The sums of a part, if it was counted, and the remainder of members erased since. */
export interface KeptPart extends CohortPart {
  /** How often a member's outcome changed after the cohort closed, or a member left. */
  touched: number
  /** The sums as counted when `touched` stood at `at`. */
  counted?: { at: number; cells: Cell[]; countedAt: number }
  /** Sums of erased members, without the person. They are not in `counted`. */
  remainder: Cell[]
}

/**
 * Results of campaigns. The member's item is authoritative: it has the arm, what was known before, and the outcome. This
 * port keeps who was assigned on which day, as an index, and the sums of each day once it is closed.
 */
export interface Results {
  /** Stores the definition of an analysis, once: it never changes. */
  define(analyses: readonly Analysis[]): Promise<void>
  analyses(): Promise<Analysis[]>
  /** Stores each, unless one of the same or a later version of the member is stored. */
  note(notes: readonly AssignmentNote[], now: number): Promise<void>
  /** Marks what was counted for a member as possibly out of date. */
  touch(members: readonly { analysis: string; day: string; memberId: string }[]): Promise<void>
  /** The parts of an analysis by day, from `from` to `to` (both included) where given. */
  parts(analysis: string, days?: { from?: string; to?: string }): Promise<KeptPart[]>
  /** The members of a part, each once, unordered. */
  noted(part: CohortPart): Promise<({ memberId: string } & Assigned)[]>
  /** Stores the sums of a part: `false` if it was touched since it was read. */
  count(part: KeptPart, cells: readonly Cell[], now: number): Promise<boolean>
  /**
   * Removes an erased member: writes the item without its assignments, and their remainder to the parts, all or nothing.
   * `conflict`: one of them has changed since it was read.
   */
  leave(member: StoredMember, left: readonly { part: KeptPart; remainder: Cell[] }[]): Promise<'left' | 'conflict'>
  /** The part of a day cohort that a member belongs to. */
  partOf(analysis: string, day: string, memberId: string): Promise<KeptPart>
}
