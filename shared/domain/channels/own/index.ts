import { hasAgreedSince } from '../../member/consent.ts'
import { profileOf } from '../../member/profile.ts'
import type { Channel } from '../channel.ts'
import type { DeclaredChannel } from './declared.ts'

/**
 * A channel of the airline's own: its app, an SMS or WeChat gateway. The gateway identifies members by card, so there is no
 * address here: a member can be reached if the airline has reported any consent for it, yes or no.
 */
export function ownChannel({ id, name, consent, textAtMost, quietHours }: DeclaredChannel): Channel {
  return {
    id,
    name,
    form: 'message',
    textAtMost,
    ...(quietHours && { quietHours }),
    hasAddress: (member) => profileOf(member).consents?.[consent] !== undefined,
    consentOf: (member, purpose) => profileOf(member).consents?.[consent]?.[purpose],
    /** A permanent failure ends when the person consents again: a copy of their profile says nothing new. */
    suppressionOf: ({ suppressions, layers }) =>
      suppressions.find((each) => each.channel === id && !hasAgreedSince(layers, consent, each.at))?.why,
    measures: [],
  }
}

/** A channel that is not declared any more: it reaches nobody. */
export function goneChannel(id: string): Channel {
  return {
    id,
    name: id,
    form: 'message',
    hasAddress: () => false,
    consentOf: () => undefined,
    suppressionOf: () => undefined,
    measures: [],
  }
}
