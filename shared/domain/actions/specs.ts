import type { CompensationSpec } from './compensation/spec.ts'
import type { EmailSpec } from './email/email.ts'
import type { EntitlementSpec } from './entitlement/entitlement.ts'
import type { ActionKind } from './kinds.ts'
import type { MessageSpec } from './message/message.ts'
import type { ServiceTaskSpec } from './service-task/service-task.ts'
import type { UpgradeOfferSpec } from './upgrade-offer/upgrade-offer.ts'

interface Specs extends Record<ActionKind, { kind: ActionKind }> {
  email: EmailSpec
  message: MessageSpec
  compensation: CompensationSpec
  upgradeOffer: UpgradeOfferSpec
  serviceTask: ServiceTaskSpec
  entitlement: EntitlementSpec
}

/** What a campaign's step says is to be done. */
export type ActionSpec<K extends ActionKind = ActionKind> = Specs[K]
