import { findersOf, movedFinders } from '../../domain/member/finders.ts'
import type { Member } from '../../domain/member/member.ts'
import { analysisOf, analysisOfAllMarketing } from '../../domain/results/analysis.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { assignedIn, cohortName, cohortNamed, movedCohorts } from '../../domain/results/moved.ts'
import { isOfCampaign } from '../../domain/results/stored.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { AssignmentNote, FinderWord, Membership } from '../../ports/index.ts'

/** Entries of indexes that changed for the member: audiences, names, and day cohorts by name. */
export interface Changes {
  audiences: string[]
  finders: string[]
  noted: string[]
  touched: string[]
}

export type Moved = Record<keyof Changes, Set<string>>

export function nothingMoved(): Moved {
  return { audiences: new Set(), finders: new Set(), noted: new Set(), touched: new Set() }
}

export function changesOf(before: Member, after: Member, now: number): Changes {
  return {
    audiences: changedAudiences(before, after),
    finders: movedFinders(before, after),
    ...movedCohorts(before, after, now),
  }
}

/** What the indexes are to say of these entries, as of a version of the member. */
export function saidOf(member: Member, moved: Moved, version: number) {
  const { memberId } = member
  return {
    memberships: [...moved.audiences].map((audience) => membershipOf(member, audience, version)),
    finders: findersNow(member, moved.finders, version),
    assignments: [...moved.noted].map((cohort) => assignmentNote(member, cohort, version)),
    touched: [...moved.touched].map((cohort) => ({ ...cohortNamed(cohort), memberId })),
  }
}

export function addChanges(moved: Moved, changes: Changes): void {
  for (const of of Object.keys(changes) as (keyof Changes)[]) for (const name of changes[of]) moved[of].add(name)
}

function assignmentNote(member: Member, cohort: string, version: number): AssignmentNote {
  const as = assignedIn(member, cohort)
  return { ...cohortNamed(cohort), memberId: member.memberId, version, ...(as && { as }) }
}

function membershipOf(member: Member, audience: string, version: number): Membership {
  const since = member.audiences[audience]
  return { audience, memberId: member.memberId, version, ...(since !== undefined && { since }) }
}

function findersNow(member: Member, names: ReadonlySet<string>, version: number): FinderWord[] {
  if (names.size === 0) return []
  const finders = findersOf(member)
  return [...names].map((name) => {
    const finder = finders.get(name)
    return { name, memberId: member.memberId, version, ...(finder && { finder }) }
  })
}

/** Audiences that the member joined or left. */
function changedAudiences({ audiences: before }: Member, { audiences: after }: Member): string[] {
  if (before === after) return []
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => before[id] === undefined || after[id] === undefined,
  )
}

/** Definitions of the analyses that a reaction assigned the member to, where this rulebook still has them. */
export function analysesOf(
  { assigned }: Member,
  cohorts: readonly string[],
  rulebook: Rulebook | undefined,
): Analysis[] {
  if (cohorts.length === 0 || !rulebook) return []
  const of = assigned.filter((each) => cohorts.includes(cohortName(each)))
  const campaigns = rulebook.campaigns.filter(({ id }) => of.some((each) => isOfCampaign(id, each)))
  const defined = [
    ...campaigns.map((campaign) => analysisOf(campaign, rulebook)),
    ...of.map(({ day }) => analysisOfAllMarketing(day, rulebook)),
  ]
  return defined.filter(({ id }) => of.some(({ analysis }) => analysis === id))
}
