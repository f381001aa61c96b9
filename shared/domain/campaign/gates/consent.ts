import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, isMarketing, type StandingContext, skip } from './gate.ts'

/**
 * Asked of every mail, for what it is for. Marketing needs the member's consent: nothing said is not a yes. What an airline
 * must tell passengers of their own flights needs none, and may be objected to by itself.
 */
export const consent: Gate<StandingContext> = {
  name: 'consent',
  atClaim: true,
  concerns: isEmail,
  ask: (context) => {
    const { consentEmail, serviceEmail } = profileOf(context.member)
    if (!isMarketing(context)) {
      if (serviceEmail === false) return skip({ is: 'consent.objected' })
      if (context.settings.consentFor === 'marketing') return go({ is: 'consent.notNeeded' })
    }
    if (consentEmail) return go({ is: 'consent.given' })
    return skip({ is: consentEmail === false ? 'consent.withheld' : 'consent.neverAsked' })
  },
}
