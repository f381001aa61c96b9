import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, type StandingContext, skip } from './gate.ts'

/** Asked of every mail, service mail too: who said no is not written to. Nothing said is not a yes. */
export const consent: Gate<StandingContext> = {
  name: 'consent',
  atClaim: true,
  concerns: isEmail,
  ask: ({ member }) => {
    const { consentEmail } = profileOf(member)
    if (consentEmail) return go({ is: 'consent.given' })
    return skip({ is: consentEmail === false ? 'consent.withheld' : 'consent.neverAsked' })
  },
}
