import { hasAgreedSince } from '../../member/consent.ts'
import { profileOf } from '../../member/profile.ts'
import type { Channel } from '../channel.ts'
import type { DeclaredChannel } from './declared.ts'

/**
 * A channel of the airline's own: its app, an SMS or WeChat gateway. The gateway knows members by their cards, so there
 * is no address here: somebody can be reached there of whom the airline has said anything at all, a yes or a no.
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
    /** What failed for good is over until the person says that they want it again: a copy of their profile says nothing new. */
    suppressionOf: ({ suppressions, layers }) =>
      suppressions.find((each) => each.channel === id && !hasAgreedSince(layers, consent, each.at))?.why,
    measures: [],
  }
}

/** One that is not declared any more: nobody is reached over it. */
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
