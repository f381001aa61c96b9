import type { MemberEvent } from '../../contract/index.ts'
import type { Turn } from '../campaign/turn.ts'
import type { Member } from '../member/member.ts'
import type { Receipt } from '../receipt.ts'
import { costOfGrant, wholeMinor } from './amounts.ts'
import { USUAL_GOAL } from './analysis.ts'
import type { Assignment } from './assignment.ts'
import { type Finding, type Known, learntFrom, stillValued } from './learnt.ts'
import { type Outcome, plusOutcome } from './outcome.ts'
import { isOfCampaign } from './stored.ts'
import { valuesOf } from './valued.ts'

/**
 * Adds what an event came to, in all analyses that the member was in before it. An assignment made by this very event has no
 * outcome yet. One that came with another card is up to date already (merge.ts).
 */
export function foldIntoAssignments(turn: Turn, before: Member, event: MemberEvent): void {
  const { draft } = turn
  if (before.assigned.length === 0 || !turn.context.rulebook) return
  const isKnown = ({ analysis, at }: Assignment) =>
    before.assigned.some((each) => each.analysis === analysis && each.at === at)
  const [was, is] = [knownOf(before), knownOf(draft)]
  const withOutcome = (assignment: Assignment): Assignment => {
    const learnt = learntFrom(was, is, findingOf(assignment, turn))
    const change = plusOutcome(learnt, mailsIn(turn, assignment))
    const outcome = withFlags(plusOutcome(assignment.outcome, change), assignment, turn, event)
    return isSame(outcome, assignment.outcome) ? assignment : { ...assignment, outcome }
  }
  const assigned = draft.assigned.map((each) => (isKnown(each) ? withOutcome(each) : each))
  if (assigned.some((each, i) => each !== draft.assigned[i])) draft.assigned = assigned
  keepValues(turn, is)
}

export function knownOf(member: Member): Known {
  return { member, values: valuesOf(member) }
}

/** Keeps new amounts, and drops those of things that are no longer in the lists. */
export function keepValues(turn: Turn, known: Known): void {
  const { draft } = turn
  if (known.values.size === Object.keys(draft.valued).length) return
  draft.valued = stillValued(
    known,
    draft.assigned.map((each) => findingOf(each, turn)),
  )
}

export function findingOf(assignment: Assignment, { context, calendar }: Turn): Finding {
  const { settings, budgets = {}, campaigns = [] } = context.rulebook ?? {}
  const measure = settings!.measure
  return {
    assignment,
    measure,
    dayOf: calendar.dateOf,
    costOfGrant: (note) => {
      const budget = campaigns.find(({ id }) => id === note.campaign)?.budget
      const of = budget === undefined ? undefined : budgets[budget]
      return costOfGrant(note, calendar.dateOf(note.grantedAt), measure, of, assignment.currency)
    },
  }
}

/** Mails and messages of the campaign that were sent just now, at the price of now: each leaves the outbox once. */
function mailsIn({ receipts, context }: Turn, assignment: Assignment): Outcome {
  const { until, currency, outcome } = assignment
  const isSent = (receipt: Receipt) => receipt.outcome === 'sent' && receipt.kind !== undefined && receipt.at < until
  const sent = receipts.filter((each) => isSent(each) && isOfCampaign(each.campaign, assignment)).length
  const { mail, currency: said } = context.rulebook!.settings.measure
  if (sent === 0 || !mail || said !== currency) return sent === 0 ? {} : { sent }
  // Rounded over all of them: a mail may cost less than a minor unit.
  const { sent: before = 0 } = outcome
  return { sent, mailsMinor: wholeMinor(before + sent, mail) - wholeMinor(before, mail) }
}

/** Adds what is told once and never taken back, and what follows from the counts. */
function withFlags(outcome: Outcome, assignment: Assignment, turn: Turn, event: MemberEvent): Outcome {
  const isInWindow = assignment.at <= event.occurredAt && event.occurredAt < assignment.until
  const happened = isInWindow ? flagsOf(event, assignment, turn) : {}
  return consistent({ ...outcome, ...happened }, assignment)
}

/** Sets what follows from the counts. */
export function consistent(outcome: Outcome, { goalEvent }: Pick<Assignment, 'goalEvent'>): Outcome {
  const { bookings = 0, complaints = 0 } = outcome
  const follows: Outcome = {
    ...(goalEvent === USUAL_GOAL && { goal: bookings > 0 ? 1 : 0 }),
    complained: complaints > 0 ? 1 : 0,
  }
  return plusOutcome({ ...outcome, ...follows }, {})
}

function flagsOf(event: MemberEvent, assignment: Assignment, { draft }: Turn): Outcome {
  const { type } = event
  const goal: Outcome = type === assignment.goalEvent ? { goal: 1 } : {}
  if (type === 'email.unsubscribed') return { ...goal, unsubscribed: 1 }
  const isWord = type === 'consent.changed' || type === 'consent.told'
  if (isWord && !event.granted && event.purpose !== 'service') return { ...goal, unsubscribed: 1 }
  if (type === 'email.complained') {
    const mail = draft.mails.find(({ actionId }) => actionId === event.actionId)
    return mail && isOfCampaign(mail.campaign, assignment) ? { ...goal, spam: 1 } : goal
  }
  return goal
}

function isSame(a: Outcome, b: Outcome): boolean {
  const [of, other] = [Object.entries(a), Object.entries(b)]
  return of.length === other.length && of.every(([count, value]) => b[count as keyof Outcome] === value)
}
