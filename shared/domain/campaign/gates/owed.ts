import { owedTo, statutoryOf } from '../owed.ts'
import { type Gate, go, hold, isOwedByLaw, skip } from './gate.ts'

/**
 * Whether the law owes anything in money for the flight. It waits for what happened: until the flight has arrived, or is
 * cancelled for good. What is not known then is for a person: the action opens a task.
 */
export const owed: Gate = {
  name: 'owed',
  atClaim: false,
  concerns: isOwedByLaw,
  releasedBy: ['member.disrupted', 'flight.completed', 'booking.created'],
  ask: ({ member, journey, settings, now }) => {
    const { leg } = journey.cause
    if (leg === undefined || !settings.law) return skip({ is: 'owed.noFlight' })
    const owes = owedTo(member, leg, { ...settings, law: settings.law }, now)
    if (owes.owed === 'later') return hold({ is: 'owed.later', said: owes.reason }, owes.until)
    if (owes.owed === 'nothing') return skip({ is: 'owed.nothing', said: owes.reason })
    if (owes.owed === 'unclear') return go({ is: 'owed.unclear', said: owes.reason })
    const { amountMinor: amount, currency, regime, reason: said } = owes
    const before = statutoryOf(member, leg, settings).reduce((sum, each) => sum + each.amount, 0)
    if (before >= amount) return skip({ is: 'owed.before', amount: before, currency })
    return go({ is: 'owed.money', amount, currency, regime, said })
  },
}
