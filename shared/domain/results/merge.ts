import type { Turn } from '../campaign/turn.ts'
import type { Member } from '../member/member.ts'
import type { Assignment } from './assignment.ts'
import { consistent, findingOf, keepValues, knownOf } from './fold.ts'
import { type Known, learntFrom } from './learnt.ts'
import { type Outcome, plusOutcome } from './outcome.ts'

/**
 * Takes the analyses of an absorbed card over into the survivor, whose facts are united already. In one that both are in the
 * earlier assignment counts. What happened to either card since then counts for it: the survivor's own assignments learn of it
 * as of any event, those of the absorbed card here.
 */
export function absorbAssignments(turn: Turn, absorbed: Member): void {
  const { draft } = turn
  const [was, is] = [knownOf(absorbed), knownOf(draft)]
  let assigned = draft.assigned
  for (const theirs of absorbed.assigned) {
    const ours = assigned.find(({ analysis }) => analysis === theirs.analysis)
    const keepsOurs = ours !== undefined && ours.at <= theirs.at
    const kept = keepsOurs ? ours : upToDate(theirs, turn, was, is)
    const other = keepsOurs ? theirs : ours
    assigned = [...assigned.filter((each) => each !== ours), other ? withSent(kept, other) : kept]
  }
  if (absorbed.assigned.length > 0) draft.assigned = assigned
  keepValues(turn, is)
}

/** Adds what the survivor's facts say beyond those of the absorbed card. */
function upToDate(assignment: Assignment, turn: Turn, was: Known, is: Known): Assignment {
  if (!turn.context.rulebook) return assignment
  const learnt = learntFrom(was, is, findingOf(assignment, turn))
  const outcome = plusOutcome(assignment.outcome, learnt)
  return { ...assignment, outcome: consistent(outcome, assignment) }
}

/** Adds what no list tells: the person got the mails of both cards, and what they said to one holds for both. */
function withSent(kept: Assignment, { outcome }: Assignment): Assignment {
  const { sent = 0, mailsMinor = 0, unsubscribed, spam } = outcome
  const said: Outcome = { ...(unsubscribed && { unsubscribed }), ...(spam && { spam }) }
  return { ...kept, outcome: { ...plusOutcome(kept.outcome, { sent, mailsMinor }), ...said } }
}
