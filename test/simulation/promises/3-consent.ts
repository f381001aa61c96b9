import type { Played } from '../machine/play.ts'
import { type Purpose, standingOf, wordsOf } from './consent-words.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'
import type { Told } from './told.ts'

/**
 * 3. Nobody gets an email claimed after the event was processed that withdrew their consent to marketing, or objected to
 * service mail, or reported their hard bounce or complaint. Nor after they were erased, nor from a campaign that was paused or stopped.
 */
export const consent: Check = (played, told) =>
  played.witness.mails.flatMap(({ mail, claim, seq, at }) => {
    const memberId = mail.tags.member!
    const claimed = claim ?? { seq, at }
    const about = `mail "${mail.subject}" of ${mail.tags.campaign} to ${memberId}`
    return [
      ...(mayBeWritten(played, told, mail.tags, claimed.seq) ? [] : [`${about}: claimed without consent`]),
      ...(isSuppressed(played, memberId, mail.to, claimed.seq)
        ? [`${about}: claimed after a bounce or complaint`]
        : []),
      ...(isErased(played, memberId, claimed.seq) ? [`${about}: claimed after the member was erased`] : []),
      ...(isPaused(played, mail.tags.campaign!, claimed.at) ? [`${about}: claimed while paused or stopped`] : []),
    ]
  })

/** Marketing needs consent, service only that nobody objects; where one consent is for every mail it needs that too. */
function mayBeWritten(played: Played, told: Told, tags: Readonly<Record<string, string>>, seq: number): boolean {
  const { settings, campaigns } = played.witness.rulebooks.get(tags.rulebook!)!
  const isService = campaigns.find(({ id }) => id === tags.campaign)?.class === 'service'
  const needsConsent = !isService || settings.consentFor === 'everyMail'
  const objected = isService && standingAt(played, told, 'service', tags.member!, seq) === false
  return !objected && (!needsConsent || hasConsent(played, told, tags.member!, seq))
}

export function hasConsent(played: Played, told: Told, memberId: string, seq: number): boolean {
  return standingAt(played, told, 'marketing', memberId, seq) === true
}

/** What a claim can have found: withdrawals count once processed, grants as soon as they were taken. */
function standingAt(played: Played, told: Told, purpose: Purpose, memberId: string, seq: number): boolean | undefined {
  const all = processedIn(played)
  const isOfPerson = ({ card }: Processed) => told.personOf(card) === told.personOf(memberId)
  const possible = all.filter((each) => isOfPerson(each) && each.takenAt < seq)
  const words = [
    ...wordsOf(knownBy(all, memberId, seq), purpose).filter(({ granted }) => granted !== true),
    ...wordsOf(possible, purpose).filter(({ granted }) => granted === true),
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

/** What is reported of an address holds for every card that has it; the member's own spam report whatever their address. */
function isSuppressed(played: Played, memberId: string, to: string, seq: number): boolean {
  return processedIn(played).some(({ type, memberId: about, detail, doneAt }) => {
    if (doneAt >= seq) return false
    const isDead = type === 'email.bounced' && detail.permanent === true
    const isReported = type === 'email.complained'
    return (isDead || isReported) && (detail.address === to || (isReported && about === memberId))
  })
}

function isErased(played: Played, memberId: string, seq: number): boolean {
  return processedIn(played).some(
    ({ type, memberId: about, doneAt }) => type === 'member.erased' && about === memberId && doneAt < seq,
  )
}

/** A function reads the world when it begins: what was written before that holds. */
function isPaused({ witness }: Played, campaign: string, startedAt: number): boolean {
  const world = witness.worlds.findLast(({ at }) => at < startedAt)
  const next = witness.worlds.find(({ at }) => at >= startedAt)
  const holds = (paused: readonly string[] = []) =>
    paused.some((each) => each === 'all' || each === campaign || each.startsWith('sender:'))
  return holds(world?.paused) && (next === undefined || holds(next.paused) || next.at > startedAt + 30_000)
}
