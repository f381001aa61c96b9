import { channelIn, type Gate, go, isMarketing, named, reaches, type StandingContext, skip } from './gate.ts'

/**
 * For everything that reaches the member, by its purpose. Marketing needs consent, and silence is not consent. What an
 * airline must tell passengers about their own flights needs none, but can be objected to.
 */
export const consent: Gate<StandingContext> = {
  name: 'consent',
  atClaim: true,
  concerns: reaches,
  ask: (context) => {
    const { member } = context
    const channel = channelIn(context)!
    const of = named(channel)
    if (!isMarketing(context)) {
      if (channel.consentOf(member, 'service') === false) return skip({ is: 'consent.objected', ...of })
      if (context.settings.consentFor === 'marketing') return go({ is: 'consent.notNeeded', ...of })
    }
    const consent = channel.consentOf(member, 'marketing')
    if (consent) return go({ is: 'consent.given', ...of })
    return skip({ is: consent === false ? 'consent.withheld' : 'consent.neverAsked', ...of })
  },
}
