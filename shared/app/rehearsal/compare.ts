import type { Decisions } from './report.ts'

/** A member whom two rulebooks would treat differently: what only the one before, and only the one after, does. */
export interface Change {
  memberId: string
  before: string[]
  after: string[]
}

/** Compares what was done to each member; both sides' lines are sorted. */
export function compareDecisions(before: Decisions, after: Decisions): Change[] {
  const members = [...new Set([...before.keys(), ...after.keys()])].sort()
  return members.flatMap((memberId) => {
    const [was, is] = [before.get(memberId) ?? [], after.get(memberId) ?? []]
    const change = { memberId, before: without(was, is), after: without(is, was) }
    return change.before.length + change.after.length > 0 ? [change] : []
  })
}

/** The lines of `all` that are not in `others`, each as often as it is more. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return all.filter((line) => {
    const index = left.indexOf(line)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}
