import { addressHash } from '../../member/address.ts'
import { profileOf } from '../../member/profile.ts'
import { MEASURES } from '../../sending/reputation.ts'
import type { Channel } from '../channel.ts'

/** Email, through SES. */
export const emailChannel: Channel = {
  id: 'email',
  form: 'mail',
  hasAddress: (member) => profileOf(member).email !== undefined,
  consentOf: (member, purpose) => {
    const { consentEmail, serviceEmail } = profileOf(member)
    return purpose === 'service' ? serviceEmail : consentEmail
  },
  /**
   * A hard bounce belongs to the address, and so does another person's spam report: a new address can be written to. The
   * member's own spam report stays theirs, whatever the address. Suppressions found through another card are checked after
   * the claim (app/deliver/email), and known here from then on.
   */
  suppressionOf: (member) => {
    const { email } = profileOf(member)
    const address = email && addressHash(email)
    return member.suppressions.find((each) => each.why === 'complaint' || each.address === address)?.why
  },
  measures: MEASURES,
}
