import { OF_A_FLIGHT } from '../../../contract/of-a-flight.ts'
import { grantedByLaw, owedTo } from '../owed-to-member.ts'
import { type Gate, go, hold, isOwedByLaw, skip } from './gate.ts'

/**
 * Whether the law owes money for the flight. It waits for what really happened: until the flight has arrived, or is
 * cancelled for good. If something is still not known then, the action opens a task for a person.
 */
export const owed: Gate = {
  name: 'owed',
  atClaim: false,
  concerns: isOwedByLaw,
  releasedBy: [
    ...Object.values(OF_A_FLIGHT),
    'flight.rebooked',
    'flight.completed',
    'member.enrolled',
    'member.updated',
    'booking.created',
    'booking.cancelled',
  ],
  ask: ({ member, journey, settings, now }) => {
    const { leg } = journey.cause
    if (leg === undefined || !settings.law) return skip({ is: 'owed.noFlight' })
    const owes = owedTo(member, leg, { ...settings, law: settings.law }, now)
    if (owes.owed === 'later') return hold({ is: 'owed.later', findings: owes.findings }, owes.until)
    const granted = grantedByLaw(member, leg, settings)
    if (owes.owed === 'nothing')
      return granted
        ? go({ is: 'owed.less', amount: granted.amountMinor, currency: granted.currency, findings: owes.findings })
        : skip({ is: 'owed.nothing', findings: owes.findings })
    if (owes.owed === 'unclear') return go({ is: 'owed.unclear', findings: owes.findings })
    const { amountMinor: amount, currency, regime, findings } = owes
    const before = granted?.amountMinor ?? 0
    if (before > amount && granted?.currency === currency)
      return go({ is: 'owed.less', amount: before, currency, findings })
    if (before >= amount) return skip({ is: 'owed.before', amount: before, currency })
    return go({ is: 'owed.money', amount, currency, regime, findings })
  },
}
