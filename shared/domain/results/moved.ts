import type { Member } from '../member/member.ts'
import type { Assignment } from './assignment.ts'
import { chancesOf, mayBeCounted } from './cohort.ts'
import { HARMS, type HarmKind } from './outcome.ts'

/** A day cohort by name: what the item keeps of what is still to be said of it. */
export function cohortName({ analysis, day }: Pick<Assignment, 'analysis' | 'day'>): string {
  return `${analysis} ${day}`
}

export function cohortNamed(name: string): Pick<Assignment, 'analysis' | 'day'> {
  const [analysis, day] = name.split(' ') as [string, string]
  return { analysis, day }
}

/** The member in a day cohort, as the index says it. Undefined: not in it. */
export function assignedIn(member: Pick<Member, 'assigned'>, name: string) {
  const assignment = member.assigned.find((each) => cohortName(each) === name)
  if (!assignment) return undefined
  const { arm, tier, outcome } = assignment
  const { sharePpm, armsPpm } = chancesOf(assignment)
  const harms: HarmKind[] = HARMS.filter((harm) => (outcome[harm] ?? 0) > 0)
  return {
    arm,
    ...(tier !== undefined && { tier }),
    sharePpm,
    ...(Object.keys(armsPpm).length > 0 && { armsPpm }),
    ...(harms.length > 0 && { harms }),
  }
}

/** Day cohorts of which the index is to say something else after a reaction, and those whose sums may not hold any more. */
export function movedCohorts(
  before: Pick<Member, 'assigned'>,
  after: Pick<Member, 'assigned'>,
  now: number,
): { noted: string[]; touched: string[] } {
  if (before.assigned === after.assigned) return { noted: [], touched: [] }
  const [was, is] = [new Set(before.assigned), new Set(after.assigned)]
  const changed = [
    ...before.assigned.filter((each) => !is.has(each)),
    ...after.assigned.filter((each) => !was.has(each)),
  ]
  const noted = new Set(changed.map(cohortName).filter((name) => !isSaidAlike(before, after, name)))
  const touched = new Set(changed.filter((each) => mayBeCounted(each, now)).map(cohortName))
  return { noted: [...noted], touched: [...touched] }
}

function isSaidAlike(before: Pick<Member, 'assigned'>, after: Pick<Member, 'assigned'>, name: string): boolean {
  return JSON.stringify(assignedIn(before, name)) === JSON.stringify(assignedIn(after, name))
}
