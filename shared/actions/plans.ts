import type { Subject } from '../domain/audience/condition.ts'
import { shortHash } from '../domain/hash.ts'
import { upcomingSegments } from '../domain/member/fold/bookings.ts'
import { legOf } from '../domain/member/legs.ts'
import type { Journey } from '../domain/member/member.ts'
import type { ActionKind, ActionSpec, AmountRule, Budget, Campaign, Rulebook } from '../domain/rulebook/rulebook.ts'
import type { Cabin } from '../events/index.ts'
import type { QueueName } from '../pipeline.ts'

/**
 * What a step of a campaign comes to for one member: decided once, when the gates let it pass, and carried to its
 * delivery. Deliveries add nothing of their own to it but the ledger's and the claim's answer.
 */
export type ActionPlan = EmailPlan | UpgradeOfferPlan | CompensationPlan | ServiceTaskPlan

export interface EmailPlan {
  kind: 'email'
  template: string
  /** A locale, or `member`: the member's own at the time of the send. */
  locale: string
  /** Service mail whose campaign says so may be sent a second time where it is unknown whether it was. */
  resendIfUnknown: boolean
}

export interface UpgradeOfferPlan {
  kind: 'upgradeOffer'
  offerId: string
  cabin: Exclude<Cabin, 'Y'>
  expiresAt: number
  /** The flight leg it is for: the next one booked in a lower cabin. */
  leg?: string
}

export interface CompensationPlan {
  kind: 'compensation'
  /** The grant's permanent key: the canonical cause and that it is goodwill. */
  grantKey: string
  pays: 'miles' | 'voucher' | 'cash'
  /** Miles, or minor units of `currency`. */
  amount: number
  currency?: string
  reason: string
  /** What it costs the budget, in minor units of the budget's currency. */
  costMinor: number
  budget: string
}

export interface ServiceTaskPlan {
  kind: 'serviceTask'
  title: string
  detail: string
}

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
      return {
        kind: 'compensation',
        grantKey: grantKey(context.campaign.id, context.journey),
        pays: spec.pays,
        amount,
        currency: spec.currency,
        reason: spec.reason,
        costMinor: costOf(spec.pays, amount, budget),
        budget: budget.id,
      }
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

/** The same member, campaign, entry and step give the same action, however often they are reacted to. */
export function actionIdOf(memberId: string, campaign: string, key: string, step: string): string {
  return shortHash([memberId, campaign, key, step], 22)
}

/** The canonical cause: the flight leg where it is known, else the complaint, else the entry into the campaign. */
function grantKey(campaign: string, { cause, key }: Journey): string {
  const canonical = cause.leg ?? (cause.complaintId ? `complaint:${cause.complaintId}` : `${campaign}:${key}`)
  return `${canonical}+goodwill`
}

function amountOf(rules: readonly AmountRule[], subject: Subject): number {
  return rules.find((rule) => !rule.when || rule.when.test(subject))?.amount ?? 0
}

/** Miles cost their fair value, rounded up to a whole minor unit; money costs itself. */
function costOf(pays: CompensationPlan['pays'], amount: number, budget: Budget): number {
  return pays === 'miles' ? Math.ceil(amount * budget.mileValueMinor) : amount
}

const RANK: Record<Cabin, number> = { Y: 0, W: 1, C: 2, F: 3 }

function nextFlightBelow(cabin: Cabin, { member, now }: Subject): string | undefined {
  const next = upcomingSegments(member, now).find((segment) => RANK[segment.cabin] < RANK[cabin])
  return next && legOf({ ...next, scheduledDeparture: next.departsAt })
}
