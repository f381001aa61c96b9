import type { MemberEvent } from '../../contract/index.ts'
import type { Turn } from '../campaign/turn.ts'
import type { Member } from '../member/member.ts'
import type { Receipt } from '../receipt.ts'
import type { Settings } from '../rulebook/rulebook.ts'
import { costOfGrant, wholeMinor } from './amounts.ts'
import { USUAL_GOAL } from './analysis.ts'
import type { Assignment } from './assignment.ts'
import { type Finding, learntFrom } from './learnt.ts'
import { type Outcome, plusOutcome } from './outcome.ts'
import { isOfCampaign } from './stored.ts'

/**
 * What an event came to in the analyses that the member is in: `before` is the member as it found them. What began by this event
 * has nothing yet, and what came with another card was brought up to date with it.
 */
export function foldIntoAssignments(turn: Turn, before: Member, event: MemberEvent): void {
  const { draft } = turn
  if (before.assigned.length === 0 || !turn.context.rulebook) return
  const isKnown = ({ analysis, at }: Assignment) =>
    before.assigned.some((each) => each.analysis === analysis && each.at === at)
  const assigned = draft.assigned.map((each) => (isKnown(each) ? withOutcome(each, turn, before, event) : each))
  if (assigned.some((each, i) => each !== draft.assigned[i])) draft.assigned = assigned
}

function withOutcome(assignment: Assignment, turn: Turn, before: Member, event: MemberEvent): Assignment {
  const learnt = learntFrom(before, turn.draft, findingOf(assignment, turn))
  const sent = sentIn(turn.receipts, assignment)
  const change = plusOutcome(learnt, sent > 0 ? { sent } : {})
  const outcome = withFlags(plusOutcome(assignment.outcome, change), assignment, turn, event)
  return isSame(outcome, assignment.outcome) ? assignment : { ...assignment, outcome }
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

/** How many mails and messages of the campaign went out: told once each, as they leave the outbox. */
function sentIn(receipts: readonly Receipt[], assignment: Assignment): number {
  return receipts.filter(
    ({ at, campaign, outcome, kind }) =>
      outcome === 'sent' && kind !== undefined && at < assignment.until && isOfCampaign(campaign, assignment),
  ).length
}

/** What is only ever said to have happened, and what follows from the counts. */
function withFlags(outcome: Outcome, assignment: Assignment, turn: Turn, event: MemberEvent): Outcome {
  const isInWindow = assignment.at <= event.occurredAt && event.occurredAt < assignment.until
  const happened = isInWindow ? flagsOf(event, assignment, turn) : {}
  return consistent({ ...outcome, ...happened }, assignment, turn.context.rulebook!.settings)
}

/** With what follows from its counts as they are now. */
export function consistent(
  outcome: Outcome,
  { goalEvent, currency }: Pick<Assignment, 'goalEvent' | 'currency'>,
  { measure }: Pick<Settings, 'measure'>,
): Outcome {
  const { bookings = 0, complaints = 0, sent = 0 } = outcome
  const follows: Outcome = {
    ...(goalEvent === USUAL_GOAL && { goal: bookings > 0 ? 1 : 0 }),
    complained: complaints > 0 ? 1 : 0,
    mailsMinor: measure.mail && measure.currency === currency ? wholeMinor(sent, measure.mail) : 0,
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
