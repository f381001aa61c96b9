import { addressHash } from '../../member/address.ts'
import { profileOf } from '../../member/profile.ts'
import { MEASURES } from '../../sending/reputation.ts'
import type { Channel } from '../channel.ts'

/** E-mail by SES. */
export const emailChannel: Channel = {
  id: 'email',
  form: 'mail',
  hasAddress: (member) => profileOf(member).email !== undefined,
  consentOf: (member, purpose) => {
    const { consentEmail, serviceEmail } = profileOf(member)
    return purpose === 'service' ? serviceEmail : consentEmail
  },
  /**
   * A hard bounce belongs to the address, and so does what somebody else reported of it: a new one may be written to. The
   * member's own spam report is theirs, whatever the address. What of an address was learnt of another card is asked after
   * the claim (app/deliver/email), and known here from then on.
   */
  suppressionOf: (member) => {
    const { email } = profileOf(member)
    const address = email && addressHash(email)
    return member.suppressions.find((each) => each.why === 'complaint' || each.address === address)?.why
  },
  measures: MEASURES,
}
