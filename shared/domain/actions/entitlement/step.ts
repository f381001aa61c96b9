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
  /** It must be said to be money: miles never settle what the law owes. */
  read(cursor, { event, service, law }) {
    const paid = oneOf(cursor, ['money'])
    if (!service) complainOfKey(cursor, 'service-only', ({ problems }) => problems.entitlementServiceOnly)
    if (!law)
      complainOfKey(
        cursor,
        'missing-law',
        ({ problems }) => problems.noLaw,
        ({ problems }) => problems.addLaw,
      )
    if (event !== 'faulty' && (!event || !WITH_FLIGHT.includes(event.type)))
      complainOfKey(
        cursor,
        'no-flight-here',
        ({ problems }) => problems.noFlight,
        ({ problems }) => problems.beginWith(WITH_FLIGHT.join(', ')),
      )
    return paid && { kind: 'entitlement' }
  },
  schema: { const: 'money' },
  line: (_value, _reason, { step }) => step.entitlement,
} satisfies StepForm<'entitlement'>
