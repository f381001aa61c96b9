import { legAs } from './legs.ts'
import type { Disruption, Member } from './member.ts'
import { newestFirst, retold } from './order.ts'

const known = new WeakMap<readonly Disruption[], Disruption[]>()

/**
 * What went wrong with which flight, newest first: a delay that is reported again, longer or shorter, is the same delay.
 * All reports are kept beside, because the law looks at each.
 */
export function disruptedOf({ disruptions }: Pick<Member, 'disruptions'>): readonly Disruption[] {
  let disrupted = known.get(disruptions)
  if (!disrupted) {
    const byTrouble = new Map<string, Disruption>()
    for (const report of disruptions) {
      const trouble = `${legAs(report.leg, { flightSuffix: 'ignored' })} ${report.kind}`
      const before = byTrouble.get(trouble)
      byTrouble.set(trouble, before ? retold(before, report) : report)
    }
    disrupted = [...byTrouble.values()].sort(newestFirst)
    known.set(disruptions, disrupted)
  }
  return disrupted
}
