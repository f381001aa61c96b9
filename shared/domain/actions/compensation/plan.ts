import type { Subject } from '../../audience/condition.ts'
import { canonicalCause } from '../../ledger/cause.ts'
import { costOfMiles, mileValueOn } from '../../rulebook/mile-value.ts'
import type { ApprovalRule, Budget } from '../../rulebook/rulebook.ts'
import type { PlanContext } from '../definition.ts'
import { type CompensationPlan, grantKeyOf } from './compensation.ts'
import type { AmountRule, CompensationSpec } from './spec.ts'

export function planCompensation(spec: CompensationSpec, context: PlanContext): CompensationPlan {
  const { campaign, rulebook, subject } = context
  const budget = rulebook.budgets[campaign.budget!]!
  const amount = amountOf(spec.amount, subject)
  const costMinor = costOf(spec.pays, amount, budget, subject)
  return {
    kind: 'compensation',
    basis: 'goodwill',
    grantKey: grantKeyOf(causeToPay(context), 'goodwill'),
    pays: spec.pays,
    amount,
    currency: spec.currency,
    reason: spec.reason,
    costMinor,
    budget: budget.id,
    ...approvalFor(costMinor, campaign.approval ?? budget.approval ?? [], subject),
  }
}

/** Where neither a flight nor a complaint began it, the entry into the campaign is the cause. */
function causeToPay({ campaign, journey, subject, rulebook }: PlanContext): string {
  return canonicalCause(journey.cause, subject.member, rulebook.settings) ?? `${campaign.id}:${journey.key}`
}

function amountOf(rules: readonly AmountRule[], subject: Subject): number {
  return rules.find((rule) => !rule.when || rule.when.holds(subject))?.amount ?? 0
}

/** Miles cost their fair value of the day, money costs itself. */
function costOf(pays: CompensationPlan['pays'], amount: number, budget: Budget, { calendar, now }: Subject): number {
  const value = pays === 'miles' ? mileValueOn(budget, calendar.dateOf(now)) : undefined
  return value ? costOfMiles(amount, value) : amount
}

/** Whether a second person must see it first. */
function approvalFor(
  costMinor: number,
  rules: readonly ApprovalRule[],
  subject: Subject,
): Pick<CompensationPlan, 'approval'> {
  const rule = rules.find((each) => !each.when || each.when.holds(subject))
  return rule && costMinor > rule.aboveMinor ? { approval: { within: rule.within } } : {}
}
