import { type CompensationPlan, compensation } from './compensation/compensation.ts'
import { type EmailPlan, email } from './email/email.ts'
import { type EntitlementPlan, entitlement } from './entitlement/entitlement.ts'
import { type MessagePlan, message } from './message/message.ts'
import { type ServiceTaskPlan, serviceTask } from './service-task/service-task.ts'
import type { Traits } from './traits.ts'
import { type UpgradeOfferPlan, upgradeOffer } from './upgrade-offer/upgrade-offer.ts'

/** Every kind of action, with what it comes to for one member. */
interface Plans {
  email: EmailPlan
  message: MessagePlan
  compensation: CompensationPlan
  upgradeOffer: UpgradeOfferPlan
  serviceTask: ServiceTaskPlan
  entitlement: EntitlementPlan
}

export type ActionKind = keyof Plans

/**
 * What a step comes to for one member: decided once, when the gates let it pass, and carried to its delivery. Deliveries
 * add nothing of their own to it but the ledger's and the claim's answer.
 */
export type ActionPlan<K extends ActionKind = ActionKind> = Plans[K]

const traits: Record<ActionKind, Traits> = { email, message, compensation, upgradeOffer, serviceTask, entitlement }

export const ACTION_KINDS = Object.keys(traits) as readonly ActionKind[]

export function traitsOf(kind: ActionKind): Traits {
  return traits[kind]
}

/** Over which channel an action reaches the member; undefined: it reaches nobody by itself. */
export function channelIdOf({ kind, channel }: { kind: ActionKind; channel?: string }): string | undefined {
  return channel ?? traits[kind].channel
}
