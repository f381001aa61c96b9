import { createHash } from 'node:crypto'
import type { RecordBody } from '../../../shared/domain/receipt.ts'
import type { Played } from '../machine/play.ts'
import { paymentsIn } from './2-money.ts'
import { hasConsent } from './3-consent.ts'
import type { Check } from './promise.ts'
import { sentIn } from './sent.ts'
import type { Told } from './told.ts'

/** 7. Who is held out of a campaign gets nothing of it, and is held out only of what they would have got. */
export const holdout: Check = (played, told) => [...gotSomething(played), ...neverWouldHave(played, told)]

interface Got {
  memberId: string
  campaign: string
  rulebook: string
  what: string
}

function gotSomething(played: Played): string[] {
  const mails = sentIn(played).map(({ memberId, campaign, rulebook, channel }): Got => {
    return { memberId, campaign, rulebook, what: channel === 'email' ? 'a mail' : 'a message' }
  })
  const payments = paymentsIn(played).map(({ request }): Got => {
    const { campaign, rulebook } = request
    return { memberId: request.memberId, campaign, rulebook, what: 'a compensation' }
  })
  const others = played.witness.announcements.flatMap(({ announcement: { type, detail } }): Got[] => {
    if (type !== 'offer.issued' && type !== 'task.opened') return []
    const { memberId, campaign, rulebook } = detail
    return [{ memberId, campaign, rulebook, what: type }]
  })
  return [...mails, ...payments, ...others]
    .filter((got) => isHeldOut(played, got))
    .map(({ memberId, campaign, what }) => `${memberId} is held out of ${campaign}, and got ${what}`)
}

/**
 * The arm, worked out anew: by the share that held when the holdout was first asked. One who is several cards has the arm of
 * whichever was asked first, and is judged by none of them alone.
 */
function isHeldOut({ witness, records, members }: Played, { memberId, campaign: id, rulebook }: Got): boolean {
  if ((members.get(memberId)?.aliases.length ?? 0) > 0) return false
  const asked = (records.get(memberId) ?? [])
    .flatMap(({ body }) => (JSON.parse(body) as RecordBody).receipts)
    .filter(({ campaign, outcome }) => campaign === id && (outcome === 'decided' || outcome === 'heldOut'))
    .sort((a, b) => a.at - b.at)
  const { settings, campaigns } = witness.rulebooks.get(asked[0]?.rulebook ?? rulebook)!
  const campaign = campaigns.find((each) => each.id === id)
  if (campaign?.class !== 'marketing') return false
  return share(settings.holdoutSalt, id, memberId) < campaign.guardrails.holdout
}

function share(...parts: string[]): number {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex')
  return Number.parseInt(digest.slice(0, 12), 16) / 2 ** 48
}

/** The arms stay comparable: who could not be written to anyway is in neither. */
function neverWouldHave(played: Played, told: Told): string[] {
  return [...played.records.values()].flat().flatMap(({ memberId, body }) =>
    (JSON.parse(body) as RecordBody).receipts
      .filter(({ outcome, kind }) => outcome === 'heldOut' && (kind === 'email' || kind === 'message'))
      .filter(() => !hasConsent(played, told, memberId, Number.POSITIVE_INFINITY) && !everHadConsent(played, memberId))
      .map(({ campaign }) => `${memberId} is counted as held out of ${campaign}, and never agreed to be written to`),
  )
}

/** Said of any of the person's cards, whatever was said of it later. */
function everHadConsent({ witness, members }: Played, memberId: string): boolean {
  const cards = [memberId, ...(members.get(memberId)?.aliases ?? [])]
  return witness.puts.some(({ envelope }) => {
    const { memberId: about, consent, granted } = Object(envelope.detail)
    return cards.includes(about) && (granted === true || Object.values(Object(consent)).includes(true))
  })
}
