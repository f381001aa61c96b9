import type { Subject } from '../../audience/condition.ts'
import { namesOfCause } from '../../ledger/cause.ts'
import { costOfMiles, mileValueOn, minorOf } from '../../rulebook/mile-value.ts'
import type { ApprovalRule, Budget } from '../../rulebook/rulebook.ts'
import type { PlanContext } from '../definition.ts'
import type { AmountRule, CompensationSpec } from './compensation.ts'
import { type CompensationPlan, grantKeyOf } from './compensation.ts'

export function planCompensation(spec: CompensationSpec, context: PlanContext): CompensationPlan {
  const { campaign, rulebook, subject } = context
  const budget = rulebook.budgets[campaign.budget!]!
  const amount = amountOf(spec.amount, subject)
  const costMinor = costOf(spec.pays, amount, budget, subject)
  return {
    kind: 'compensation',
    basis: 'goodwill',
    ...keysOf(context),
    pays: spec.pays,
    amount,
    currency: spec.currency,
    reason: spec.reason,
    costMinor,
    budget: budget.id,
    ...approvalFor(campaign.approval ?? budget.approval ?? [], budget, subject),
  }
}

/** If neither a flight nor a complaint started it, the entry into the campaign is the cause. */
function keysOf(context: PlanContext): Pick<CompensationPlan, 'grantKey' | 'alsoKeyed'> {
  const { campaign, journey, subject, rulebook } = context
  const names = namesOfCause(journey.cause, 'goodwill', subject.member, rulebook.settings)
  const [cause = `${campaign.id}:${journey.key}`, ...others] = names
  const alsoKeyed = others.map((each) => grantKeyOf(each, 'goodwill'))
  return { grantKey: grantKeyOf(cause, 'goodwill'), ...(alsoKeyed.length > 0 && { alsoKeyed }) }
}

function amountOf(rules: readonly AmountRule[], subject: Subject): number {
  return rules.find((rule) => !rule.when || rule.when.holds(subject))?.amount ?? 0
}

/** Miles cost their fair value on that day, money costs itself. */
function costOf(pays: CompensationPlan['pays'], amount: number, budget: Budget, { calendar, now }: Subject): number {
  const value = pays === 'miles' ? mileValueOn(budget, calendar.dateOf(now)) : undefined
  return value ? costOfMiles(amount, value) : amount
}

/** From which amount a second person must approve it. The ledger knows what the member already got that day. */
function approvalFor(
  rules: readonly ApprovalRule[],
  budget: Budget,
  subject: Subject,
): Pick<CompensationPlan, 'approval'> {
  const rule = rules.find((each) => !each.when || each.when.holds(subject))
  if (!rule) return {}
  const day = subject.calendar.dateOf(subject.now)
  return { approval: { aboveMinor: minorOf(rule.above, budget, day), within: rule.within } }
}
