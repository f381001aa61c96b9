import type { Played } from '../machine/play.ts'
import { type Purpose, standingOf, wordsOf } from './consent-words.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import { type Sent, sentIn } from './sent.ts'
import type { Told } from './told.ts'

/**
 * 3. Nobody gets an email or a message claimed after the event was processed that withdrew their consent to marketing, or objected to
 * service mail, or reported their hard bounce or complaint. Each channel has a consent of its own. Nor after they were erased, nor from a campaign that was paused or stopped.
 */
export const consent: Check = (played, told) =>
  sentIn(played).flatMap((sent) => {
    const { about, memberId, campaign, claim } = sent
    return [
      ...(mayBeWritten(played, told, sent) ? [] : [`${about}: claimed without consent`]),
      ...(isSuppressed(played, sent) ? [`${about}: claimed after a bounce, a complaint or a failure for good`] : []),
      ...(isErased(played, memberId, claim.seq) ? [`${about}: claimed after the member was erased`] : []),
      ...(isPaused(played, campaign, claim.at, sent.channel) ? [`${about}: claimed while paused or stopped`] : []),
    ]
  })

/** Marketing needs consent, service only that nobody objects; where one consent is for every mail it needs that too. */
function mayBeWritten(played: Played, told: Told, sent: Sent): boolean {
  const { memberId, campaign, rulebook, claim, channel } = sent
  const { settings, campaigns } = played.witness.rulebooks.get(rulebook)!
  const isService = campaigns.find(({ id }) => id === campaign)?.class === 'service'
  const needsConsent = !isService || settings.consentFor === 'everyMail'
  const name = settings.channels[channel]?.consent ?? channel
  const standing = (purpose: Purpose) => standingAt(played, told, purpose, memberId, claim.seq, name)
  const objected = isService && standing('service') === false
  return !objected && (!needsConsent || standing('marketing') === true)
}

/** To e-mail, or to any channel of the airline's own. */
export function hasConsent(played: Played, told: Told, memberId: string, seq: number): boolean {
  return ['email', 'wechat', 'push'].some((name) => standingAt(played, told, 'marketing', memberId, seq, name) === true)
}

/** What a claim can have found: withdrawals count once processed, grants as soon as they were taken. */
function standingAt(
  played: Played,
  told: Told,
  purpose: Purpose,
  memberId: string,
  seq: number,
  name: string,
): boolean | undefined {
  const all = processedIn(played)
  const isOfPerson = ({ card }: Processed) => told.personOf(card) === told.personOf(memberId)
  const possible = all.filter((each) => isOfPerson(each) && each.takenAt < seq)
  const words = [
    ...wordsOf(knownBy(all, memberId, seq), purpose, name).filter(({ granted }) => granted !== true),
    ...wordsOf(possible, purpose, name).filter(({ granted }) => granted === true),
  ]
  return standingOf(words, told.areOneBefore)
}

/** What was processed by then of a card, and of those that it had taken over by then. */
function knownBy(all: readonly Processed[], memberId: string, seq: number): Processed[] {
  const own = all.filter((each) => each.memberId === memberId && each.doneAt < seq)
  const absorbed = new Set(own.filter(({ type }) => type === 'member.absorbed').map(({ detail }) => detail.absorbedId))
  const before = [...absorbed].flatMap((card) => {
    const merged = all.find((each) => each.type === 'member.merged' && each.memberId === card)
    return merged ? knownBy(all, String(card), merged.takenAt) : []
  })
  return [...own, ...before]
}

/**
 * What is reported of an address holds for every card that has it; the member's own spam report whatever their address. A
 * message that failed for good is the last over its channel, until the person agrees to it anew.
 */
function isSuppressed(played: Played, { memberId, to, claim, channel, rulebook }: Sent): boolean {
  const processed = processedIn(played)
  if (to === undefined) {
    const name = played.witness.rulebooks.get(rulebook)!.settings.channels[channel]!.consent
    const mine = processed.filter(({ memberId: about, takenAt }) => about === memberId && takenAt < claim.seq)
    const failures = mine.filter(
      ({ type, detail, doneAt }) => type === 'message.failed' && doneAt < claim.seq && isOver(played, detail, channel),
    )
    return failures.some(({ occurredAt }) => !mine.some((each) => isAgreement(each, name, occurredAt)))
  }
  return processed.some(({ type, memberId: about, detail, doneAt }) => {
    if (doneAt >= claim.seq) return false
    const isDead = type === 'email.bounced' && detail.permanent === true
    const isReported = type === 'email.complained'
    return (isDead || isReported) && (detail.address === to || (isReported && about === memberId))
  })
}

function isOver({ witness }: Played, { permanent, messageId }: Processed['detail'], channel: string): boolean {
  return (
    permanent === true &&
    witness.messagesReady.some(({ ready }) => ready.messageId === messageId && ready.channel === channel)
  )
}

function isAgreement({ type, detail, occurredAt }: Processed, name: string, since: number): boolean {
  return type === 'consent.changed' && detail.channel === name && detail.granted === true && occurredAt > since
}

function isErased(played: Played, memberId: string, seq: number): boolean {
  return processedIn(played).some(
    ({ type, memberId: about, doneAt }) => type === 'member.erased' && about === memberId && doneAt < seq,
  )
}

/** A function reads the world when it begins: what was written before that holds. */
function isPaused({ witness }: Played, campaign: string, startedAt: number, channel: string): boolean {
  const world = witness.worlds.findLast(({ at }) => at < startedAt)
  const next = witness.worlds.find(({ at }) => at >= startedAt)
  const holds = (paused: readonly string[] = []) =>
    paused.some((each) => each === 'all' || each === campaign || (channel === 'email' && each.startsWith('sender:')))
  return holds(world?.paused) && (next === undefined || holds(next.paused) || next.at > startedAt + 30_000)
}
