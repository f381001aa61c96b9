import type { Receipt } from '../../domain/receipt.ts'
import type { Campaign } from '../../domain/rulebook/rulebook.ts'

/** What a holdout can be planned by: who would be in a campaign's analysis, and what they do by themselves. */
export interface Assigned {
  /** Members of whom the holdout was asked, each once: they got something, or were held out. */
  members: number
  /** Of those, whose time for the goal was over by the last event. */
  over: number
  /** Of those, who reached the goal: observed, not caused, since nobody got anything. */
  goals: number
}

/** Follows the members of one campaign by its receipts, in the order of their time. */
export function assignedCounter({ goal }: Pick<Campaign, 'goal'>) {
  const since = new Map<string, number>()
  const reached = new Set<string>()
  return {
    take(memberId: string, { outcome, at }: Receipt): void {
      if ((outcome === 'decided' || outcome === 'heldOut') && !since.has(memberId)) since.set(memberId, at)
      if (outcome === 'goal' && since.has(memberId)) reached.add(memberId)
    },
    /** As far as events reach until then. */
    count(until: number): Assigned {
      const over = goal ? [...since].filter(([, at]) => at + goal.within <= until).map(([memberId]) => memberId) : []
      return { members: since.size, over: over.length, goals: over.filter((memberId) => reached.has(memberId)).length }
    },
  }
}
