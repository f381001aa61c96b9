import { calendarOf } from '../domain/calendar.ts'
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
    const budget = rulebook.budgets[plan.budget]!
    const year = Number(calendarOf(rulebook.settings.zone).dateOf(now).slice(0, 4))
    const outcome = await ports.ledger.grant({
      key: plan.grantKey,
      memberIds: [memberId, ...aliases],
      actionId,
      campaign: campaign.id,
      rulebook: version,
      reason: plan.reason,
      kind: plan.pays,
      amount: plan.amount,
      currency: plan.currency,
      costMinor: plan.costMinor,
      budget: { id: budget.id, currency: budget.currency, limitMinor: budget.limitMinor },
      ...(budget.perMemberYearMinor !== undefined && { yearlyCap: { year, limitMinor: budget.perMemberYearMinor } }),
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
    const granted = { grantId: outcome.grantId, kind: plan.pays, amount: plan.amount, currency: plan.currency }
    await ports.bus.publish([
      {
        type: 'compensation.granted',
        detail: { id: `${actionId}:granted`, ...common, ...granted, reason: plan.reason },
      },
    ])
    return [outcomeOf(order, 'compensation.granted', granted, now)]
  })
}
