import { owedTo, statutoryOf } from '../owed.ts'
import { type Gate, go, isOwedByLaw, skip } from './gate.ts'

/** Whether the law owes anything in money for the flight. What is not known is for a person: the action opens a task. */
export const owed: Gate = {
  name: 'owed',
  atClaim: false,
  concerns: isOwedByLaw,
  ask: ({ member, journey, settings }) => {
    const { leg } = journey.cause
    if (leg === undefined || !settings.law) return skip({ is: 'owed.noFlight' })
    const owes = owedTo(member, leg, { ...settings, law: settings.law })
    if (owes.owed === 'nothing') return skip({ is: 'owed.nothing', said: owes.reason })
    if (owes.owed === 'unclear') return go({ is: 'owed.unclear', said: owes.reason })
    const { amountMinor: amount, currency, regime, reason: said } = owes
    const before = statutoryOf(member, leg, settings).reduce((sum, each) => sum + each.amount, 0)
    if (before >= amount) return skip({ is: 'owed.before', amount: before, currency })
    return go({ is: 'owed.money', amount, currency, regime, said })
  },
}
