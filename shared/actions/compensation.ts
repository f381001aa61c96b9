import type { CompensationPlan } from '../domain/action-plan.ts'
import { calendarOf } from '../domain/calendar.ts'
import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import type { Ports } from '../ports.ts'
import { type DeliveryDependencies, deliver, ordersOf, outcomeOf } from './delivery.ts'

export interface CompensationDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'queues' | 'bus' | 'ledger'>
}

/** Grants compensations in the ledger, each once: granted or refused is announced on the bus and told to the member. */
export function deliverCompensations(
  messages: readonly { messageId: string; body: string }[],
  dependencies: CompensationDependencies,
): Promise<string[]> {
  const { ports, rulebooks, now } = dependencies
  return deliver(ordersOf(messages), dependencies, async (member, { action, campaign }) => {
    const { plan, actionId, rulebook: version } = action
    if (plan.kind !== 'compensation') return []
    const { memberId, aliases } = member
    const rulebook = await rulebooks.load(version)
    const outcome = await ports.ledger.grant({
      key: plan.grantKey,
      memberIds: [memberId, ...aliases],
      actionId,
      campaign: campaign.id,
      rulebook: version,
      reason: plan.reason,
      kind: plan.pays,
      amount: plan.amount,
      costMinor: plan.costMinor,
      requestedBy: 'x',
      ...termsOf(plan, rulebook, now),
      now,
    })
    const order = { memberId, actionId }
    const common = { memberId, campaign: campaign.id, rulebook: version, occurredAt: new Date(now).toISOString() }
    if (!outcome.granted) {
      const { code, reason } = outcome
      await ports.bus.publish([
        { type: 'compensation.refused', detail: { id: `${actionId}:refused`, ...common, code, reason } },
      ])
      return [outcomeOf(order, 'compensation.refused', { code, reason }, now)]
    }
    const { basis, pays: kind, amount, currency } = plan
    const granted = { grantId: outcome.grantId, basis, kind, amount, currency }
    await ports.bus.publish([
      {
        type: 'compensation.granted',
        detail: { id: `${actionId}:granted`, ...common, ...granted, reason: plan.reason },
      },
    ])
    return [outcomeOf(order, 'compensation.granted', granted, now)]
  })
}

/** Goodwill is paid from its budget; a debt has none. */
function termsOf(plan: CompensationPlan, { budgets, settings }: Rulebook, now: number) {
  const { currency } = plan
  if (plan.basis === 'statutory') return { basis: 'statutory', currency: currency! } as const
  const { id, currency: budgetCurrency, limitMinor, perMemberYearMinor } = budgets[plan.budget!]!
  const year = Number(calendarOf(settings.zone).dateOf(now).slice(0, 4))
  return {
    basis: 'goodwill',
    currency,
    budget: { id, currency: budgetCurrency, limitMinor, asOf: 0 },
    ...(perMemberYearMinor !== undefined && { yearlyCap: { year, limitMinor: perMemberYearMinor } }),
  } as const
}
