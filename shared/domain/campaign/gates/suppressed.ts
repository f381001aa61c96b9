import type { ReasonCode } from '../../../contract/reason.ts'
import { addressHash } from '../../member/address.ts'
import type { Suppression } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import { type Gate, go, isEmail, type StandingContext, skip } from './gate.ts'

/** Why, as a reason says it. */
export const SUPPRESSED = {
  bounce: 'suppressed.bounced',
  complaint: 'suppressed.spam',
  report: 'suppressed.reported',
} as const satisfies Record<Suppression['why'], ReasonCode>

/**
 * A hard bounce belongs to the address, and so does what somebody else reported of it: a new one may be written to. The
 * member's own spam report is theirs, whatever the address. What of an address was learnt of another card is asked after
 * the claim (app/deliver/email), and known to this gate from then on.
 */
export const suppressed: Gate<StandingContext> = {
  name: 'suppressed',
  atClaim: true,
  concerns: isEmail,
  ask: ({ member }) => {
    const { email } = profileOf(member)
    const address = email && addressHash(email)
    const found = member.suppressions.find((each) => each.why === 'complaint' || each.address === address)
    if (!found) return go({ is: 'suppressed.no' })
    return skip({ is: SUPPRESSED[found.why] })
  },
}
