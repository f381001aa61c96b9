import type { Cabin } from '../../events/index.ts'
import type { QueueName } from '../../pipeline.ts'
import {
  type ActionPlan,
  type AskedOfAPerson,
  type CompensationPlan,
  grantKeyOf,
  type PaidByItself,
} from '../action-plan.ts'
import type { Subject } from '../audience/condition.ts'
import { shortHash } from '../hash.ts'
import type { Owed } from '../law/owed.ts'
import { canonicalCause } from '../ledger/cause.ts'
import { upcomingSegments } from '../member/fold/bookings.ts'
import { legOf } from '../member/legs.ts'
import type { Journey } from '../member/member.ts'
import { costOfMiles, mileValueOn } from '../rulebook/mile-value.ts'
import type {
  ActionKind,
  ActionSpec,
  AmountRule,
  ApprovalRule,
  Budget,
  Campaign,
  LawSettings,
  Rulebook,
} from '../rulebook/rulebook.ts'
import { moneyText } from '../units.ts'
import { owedTo } from './owed.ts'

/** What a planner may look at. */
export interface PlanContext {
  campaign: Campaign
  rulebook: Rulebook
  journey: Journey
  subject: Subject
  /** Of the action: derived, so that what is planned twice is the same. */
  actionId: string
  now: number
}

interface ActionDefinition<S extends ActionSpec> {
  /** Where it is delivered. */
  queue: QueueName
  plan(spec: S, context: PlanContext): ActionPlan
}

/** Every kind of action: one entry each. */
export const actions = {
  email: {
    queue: 'emails',
    plan: ({ template, locale, resendIfUnknown }) => ({ kind: 'email', template, locale, resendIfUnknown }),
  },
  upgradeOffer: {
    queue: 'offers',
    plan: ({ cabin, validFor }, { actionId, now, subject }) => ({
      kind: 'upgradeOffer',
      offerId: `offer-${actionId}`,
      cabin,
      expiresAt: now + validFor,
      leg: nextFlightBelow(cabin, subject),
    }),
  },
  compensation: {
    queue: 'compensations',
    plan: (spec, context) => {
      const budget = context.rulebook.budgets[context.campaign.budget!]!
      const amount = amountOf(spec.amount, context.subject)
      const costMinor = costOf(spec.pays, amount, budget, context.subject)
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
        ...approvalFor(costMinor, context.campaign.approval ?? budget.approval ?? [], context.subject),
      }
    },
  },
  entitlement: {
    queue: 'compensations',
    plan: (_spec, { journey, subject, rulebook }) => {
      const leg = journey.cause.leg!
      const law = rulebook.settings.law!
      return { kind: 'entitlement', leg, ...payable(owedTo(subject.member, leg, law), law) }
    },
  },
  serviceTask: {
    queue: 'tasks',
    plan: ({ title, detail }) => ({ kind: 'serviceTask', title, detail }),
  },
} satisfies { [K in ActionKind]: ActionDefinition<Extract<ActionSpec, { kind: K }>> }

/** Plans an action of any kind. */
export function planAction(spec: ActionSpec, context: PlanContext): ActionPlan {
  const definition = actions[spec.kind] as ActionDefinition<ActionSpec>
  return definition.plan(spec, context)
}

/**
 * The same member, campaign, entry and step give the same action, however often they are reacted to. A step of a version
 * that the journey moved to is another one, though it may stand at the same place.
 */
export function actionIdOf(
  memberId: string,
  { campaign, key, moves }: Pick<Journey, 'campaign' | 'key' | 'moves'>,
  step: string,
): string {
  return shortHash([memberId, campaign, key, step, ...(moves ? [`${moves}`] : [])], 22)
}

/** Where neither a flight nor a complaint began it, the entry into the campaign is the cause. */
function causeToPay({ campaign, journey, subject }: PlanContext): string {
  return canonicalCause(journey.cause, subject.member) ?? `${campaign.id}:${journey.key}`
}

/** Granted by itself where the airline has said up to what; a person sees to the rest. */
function payable(owes: Owed, { automaticPerHour }: LawSettings): PaidByItself | AskedOfAPerson {
  if (owes.owed !== 'money') return { ask: owes.reason }
  const { owed: _money, ...pays } = owes
  const perHourMinor = automaticPerHour[pays.currency] ?? 0
  if (pays.amountMinor <= perHourMinor) return { pays, perHourMinor }
  return { ask: `${moneyText(pays.amountMinor, pays.currency)} under ${pays.regime}: ${pays.reason}` }
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

const RANK: Record<Cabin, number> = { Y: 0, W: 1, C: 2, F: 3 }

function nextFlightBelow(cabin: Cabin, { member, now }: Subject): string | undefined {
  const next = upcomingSegments(member, now).find((segment) => RANK[segment.cabin] < RANK[cabin])
  return next && legOf({ ...next, scheduledDeparture: next.departsAt })
}
