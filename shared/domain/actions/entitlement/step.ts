import { OF_A_FLIGHT } from '../../../contract/of-a-flight.ts'
import { complainOfKey, oneOf } from '../../cursor.ts'
import type { StepForm } from '../step-form.ts'

/** Triggers whose event names a flight leg. */
const WITH_FLIGHT: readonly string[] = [
  ...Object.values(OF_A_FLIGHT),
  'flight.completed',
  'flight.rebooked',
  'complaint.filed',
  'survey.answered',
]

export const entitlementStep = {
  /** Paid in money, which is said: miles are never a payment of what the law owes. */
  read(cursor, { event, service, law }) {
    const paid = oneOf(cursor, ['money'])
    if (!service) complainOfKey(cursor, 'service-only', 'what the law owes is paid by a service campaign')
    if (!law)
      complainOfKey(cursor, 'missing-law', 'the settings have no "law"', 'add "law: { licence: CN }" to wingback.yaml')
    if (event !== 'faulty' && (!event || !WITH_FLIGHT.includes(event.type)))
      complainOfKey(cursor, 'no-flight-here', 'the trigger names no flight', `begin with ${WITH_FLIGHT.join(', ')}`)
    return paid && { kind: 'entitlement' }
  },
  schema: { const: 'money' },
  line: (_value, _reason, { step }) => step.entitlement,
} satisfies StepForm<'entitlement'>
