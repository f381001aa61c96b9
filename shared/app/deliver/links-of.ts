import type { Purpose } from '../../contract/index.ts'
import type { Journey, Member } from '../../domain/member/member.ts'
import { offerUrls, signLink, unsubscribeUrl } from '../../domain/message/links.ts'

/** How links in emails and messages are made: their address, and the keys that sign them (the first key signs). */
export interface LinkSettings {
  baseUrl: string
  keys: readonly string[]
}

/** The links of one email or message. */
export function linksOf(member: Member, journey: Journey, purpose: Purpose, { baseUrl, keys }: LinkSettings) {
  const { memberId } = member
  const offer = member.offers.find((each) => each.offerId === journey.offerId)
  const token = offer && signLink({ kind: 'offer', memberId, offerId: offer.offerId, expiresAt: offer.expiresAt }, keys)
  return {
    unsubscribeUrl: unsubscribeUrl(baseUrl, signLink({ kind: 'unsubscribe', memberId, purpose }, keys)),
    ...(token && { offer: offerUrls(baseUrl, token) }),
  }
}
