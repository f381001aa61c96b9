import { addressHash } from '../../member/address.ts'
import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, type StandingContext, skip } from './gate.ts'

/** A hard bounce belongs to the address: a new one may be written to. A spam report belongs to the member, whatever the address. */
export const suppressed: Gate<StandingContext> = {
  name: 'suppressed',
  atClaim: true,
  concerns: isEmail,
  ask: ({ member }) => {
    const { email } = profileOf(member)
    const address = email && addressHash(email)
    const found = member.suppressions.find((each) => each.why === 'complaint' || each.address === address)
    if (!found) return go({ is: 'suppressed.no' })
    return skip({ is: found.why === 'complaint' ? 'suppressed.spam' : 'suppressed.bounced' })
  },
}
