import type { Ports } from '../../ports/index.ts'
import type { QueueMessage } from '../each-alone.ts'
import { type DeliveryDependencies, deliver, outcomeOf } from './deliver.ts'

export interface UpgradeOfferDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus' | 'offers'>
}

/** Records upgrade offers. The answer comes back as an event, over a signed link or from the airline's own systems. */
export function deliverUpgradeOffers(
  messages: readonly QueueMessage[],
  dependencies: UpgradeOfferDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  return deliver('offers', messages, dependencies, {
    upgradeOffer: async ({ memberId }, { action, campaign }) => {
      const { plan, actionId, rulebook } = action
      const { offerId, cabin, leg } = plan
      const expiresAt = new Date(plan.expiresAt).toISOString()
      await ports.offers.issue({
        offerId,
        memberId,
        actionId,
        campaign: campaign.id,
        rulebook,
        cabin,
        flight: leg,
        issuedAt: now,
        expiresAt: plan.expiresAt,
        state: 'issued',
      })
      const occurredAt = new Date(now).toISOString()
      const announced = {
        id: `${actionId}:issued`,
        memberId,
        campaign: campaign.id,
        rulebook,
        occurredAt,
        offerId,
        cabin,
        flight: leg,
        expiresAt,
      }
      await ports.bus.publish([{ type: 'offer.issued', detail: announced }])
      return [outcomeOf({ memberId, actionId }, 'offer.issued', { offerId, cabin, expiresAt }, now)]
    },
  })
}
