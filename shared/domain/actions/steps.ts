import { compensationStep } from './compensation/step.ts'
import { emailStep } from './email/step.ts'
import { entitlementStep } from './entitlement/step.ts'
import type { ActionKind } from './kinds.ts'
import { messageStep } from './message/step.ts'
import { serviceTaskStep } from './service-task/step.ts'
import type { StepForm } from './step-form.ts'
import { upgradeOfferStep } from './upgrade-offer/step.ts'

/** How each kind of action is written. Apart from what it does: who only reads rules needs no law and no ledger. */
const steps: { [K in ActionKind]: StepForm<K> } = {
  email: emailStep,
  message: messageStep,
  compensation: compensationStep,
  upgradeOffer: upgradeOfferStep,
  serviceTask: serviceTaskStep,
  entitlement: entitlementStep,
}

export function stepFormOf<K extends ActionKind>(kind: K): StepForm<K> {
  return steps[kind]
}
