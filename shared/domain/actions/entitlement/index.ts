import { present } from '../../../standards/present.ts'
import { causeNames, grantedByLaw, owedTo } from '../../campaign/owed-to-member.ts'
import type { Owed } from '../../law/owed-for-leg.ts'
import type { Granted } from '../../member/member.ts'
import { readMoney } from '../../rulebook/read.ts'
import type { LawSettings } from '../../rulebook/rulebook.ts'
import { TEXT } from '../../rulebook/schema/parts.ts'
import { moneyText } from '../../units.ts'
import type { ActionDefinition } from '../definition.ts'
import { timeFor } from '../service-task/due.ts'
import type { AskedOfAPerson, PaidByItself, TakenBack } from './entitlement.ts'
import { entitlementStep } from './step.ts'

export const entitlementAction = {
  queue: 'compensations' as const,
  traits: {
    grants: true,
    owedByLaw: true,
    brings: 'compensation',
  },
  form: entitlementStep,
  plan: (_spec, { journey, subject, rulebook, now }) => {
    const { settings } = rulebook
    const law = settings.law!
    const [leg, ...otherNames] = causeNames(subject.member, journey.cause.leg!, settings) as [string, ...string[]]
    const owed = owedTo(subject.member, journey.cause.leg!, { ...settings, law }, now)
    const names = { leg, ...(otherNames.length > 0 && { otherNames }) }
    const granted = grantedByLaw(subject.member, journey.cause.leg!, settings)
    const within = timeFor(rulebook)
    return { kind: 'entitlement', ...names, ...present({ within }), ...(lessThan(granted, owed) ?? payable(owed, law)) }
  },
  /** Its grants are reported by the events of a compensation, and tasks for people by those of a task. */
  outcomes: {},
  counted: ['granted', 'refused', 'opened'],
  example: {
    schema: { anyOf: [TEXT, { const: 'task' }] },
    /** `250 EUR`: granted; or `task`: handed to a person. */
    read(cursor) {
      if (cursor.value === 'task')
        return { words: (say) => say.entitledByHand, isMet: ({ outcome }) => outcome === 'opened' }
      const money = readMoney(cursor)
      if (!money) return undefined
      return {
        words: ({ entitled }) => entitled(String(cursor.value)),
        isMet: ({ outcome, grant }) =>
          outcome === 'granted' && grant?.amount === money.amountMinor && grant.currency === money.currency,
      }
    },
    words:
      ({ outcome, grant }) =>
      ({ entitled, entitledByHand }) => {
        if (outcome === 'opened') return entitledByHand
        return entitled(grant && moneyText(grant.amount, grant.currency ?? ''))
      },
    write: ({ outcome, grant }) => {
      if (outcome === 'opened') return 'task'
      return grant && moneyText(grant.amount, grant.currency ?? '')
    },
  },
  sample: () => ({ granted: SAMPLE_GRANT }),
} satisfies ActionDefinition<'entitlement'>

const SAMPLE_GRANT: Granted = {
  kind: 'cash',
  amount: 250_00,
  currency: 'EUR',
  law: { regime: 'EU261', source: 'Regulation (EC) No 261/2004, Art. 7(1)(a)' },
}

/** Less is owed than was granted. All of it is reversed if possible; reversing a part is left to a person. */
function lessThan(granted: ReturnType<typeof grantedByLaw>, owes: Owed): TakenBack | AskedOfAPerson | undefined {
  if (!granted) return undefined
  if (owes.owed === 'nothing') return { takesBack: granted, because: owes.findings }
  if (owes.owed !== 'money' || owes.currency !== granted.currency || owes.amountMinor >= granted.amountMinor)
    return undefined
  const { amountMinor: owed, currency } = owes
  return {
    asks: [{ is: 'owesLess', paid: granted.amountMinor, owed, currency }, ...owes.findings],
    matter: `${moneyText(owed, currency)} owed`,
  }
}

/** Granted automatically up to the airline's limit; a person handles the rest. */
function payable(owes: Owed, { automaticPerHour }: LawSettings): PaidByItself | AskedOfAPerson {
  if (owes.owed !== 'money') return { asks: owes.findings }
  const { owed: _money, ...money } = owes
  const { amountMinor: amount, currency, regime: law, findings } = money
  const perHourMinor = automaticPerHour[currency] ?? 0
  if (amount <= perHourMinor) return { owes: money, perHourMinor }
  return { asks: [{ is: 'owes', amount, currency, law }, ...findings] }
}
