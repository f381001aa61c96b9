import type { Boarding } from './disrupted-leg.ts'
import { latestDateFirst, legAs, type SuffixRule } from './legs.ts'
import { LIMITS, type Member } from './member.ts'
import { isAfter } from './order.ts'

/** Adds what was learnt at gates. The legs of the latest dates are kept. */
export function addBoardings(draft: Member, boardings: readonly Boarding[]): void {
  const byLeg = new Map(draft.boardings.map((each) => [each.leg, each]))
  for (const each of boardings) {
    const known = byLeg.get(each.leg)
    if (!known || isLater(each, known)) byLeg.set(each.leg, each)
  }
  draft.boardings = [...byLeg.values()].sort((a, b) => latestDateFirst(a.leg, b.leg)).slice(0, LIMITS.boardings)
}

/** Of two words with one stamp, that they were on board. */
function isLater(a: Boarding, b: Boarding): boolean {
  return isAfter(a, b) || (!isAfter(b, a) && a.boarded)
}

/** What was last said of a flight that has these names; undefined: nothing. */
export function boardingOf(
  names: readonly string[],
  { boardings }: Pick<Member, 'boardings'>,
  suffix: SuffixRule,
): Boarding | undefined {
  return boardings
    .filter(({ leg }) => names.includes(legAs(leg, suffix)))
    .reduce<Boarding | undefined>((a, b) => (a && !isLater(b, a) ? a : b), undefined)
}
