import type { Played } from '../machine/play.ts'
import { type Purpose, standingWord, type Word, wordsOf } from './consent-words.ts'
import { type Processed, processedIn } from './processed.ts'
import type { Check } from './promise.ts'

/**
 * 3. Nobody gets an email claimed after the event was processed that withdrew their consent to marketing, or objected to
 * service mail, or reported their hard bounce or complaint. Nor after they were erased, nor from a campaign that was paused or stopped.
 */
export const consent: Check = (played) =>
  played.witness.mails.flatMap(({ mail, claim, seq, at }) => {
    const memberId = mail.tags.member!
    const claimed = claim ?? { seq, at }
    const about = `mail "${mail.subject}" of ${mail.tags.campaign} to ${memberId}`
    return [
      ...(mayBeWritten(played, mail.tags, claimed.seq) ? [] : [`${about}: claimed without consent`]),
      ...(isSuppressed(played, memberId, mail.to, claimed.seq)
        ? [`${about}: claimed after a bounce or complaint`]
        : []),
      ...(isErased(played, memberId, claimed.seq) ? [`${about}: claimed after the member was erased`] : []),
      ...(isPaused(played, mail.tags.campaign!, claimed.at) ? [`${about}: claimed while paused or stopped`] : []),
    ]
  })

/** Marketing needs consent, service only that nobody objects; where one consent is for every mail it needs that too. */
function mayBeWritten(played: Played, tags: Readonly<Record<string, string>>, seq: number): boolean {
  const { settings, campaigns } = played.witness.rulebooks.get(tags.rulebook!)!
  const isService = campaigns.find(({ id }) => id === tags.campaign)?.class === 'service'
  const needsConsent = !isService || settings.consentFor === 'everyMail'
  const objected = isService && standingAt(played, 'service', tags.member!, seq) === false
  return !objected && (!needsConsent || hasConsent(played, tags.member!, seq))
}

export function hasConsent(played: Played, memberId: string, seq: number): boolean {
  return standingAt(played, 'marketing', memberId, seq) === true
}

/** What a claim can have found: withdrawals count once processed, grants as soon as they were taken. */
function standingAt(played: Played, purpose: Purpose, memberId: string, seq: number): boolean | undefined {
  const words = (some: readonly Processed[]) => wordsOf(some, purpose)
  const all = processedIn(played)
  const certain = words(all.filter((each) => each.memberId === memberId && each.doneAt < seq))
  const merges = all.filter(({ type, memberId: into }) => type === 'member.absorbed' && into === memberId)
  const cards = [memberId, ...merges.filter(({ takenAt }) => takenAt < seq).map(({ detail }) => detail.absorbedId)]
  const taken = all.filter((each) => cards.includes(each.memberId) && each.takenAt < seq)
  const possible = words(taken).filter(({ granted }) => granted)
  const refusals = merges.filter(({ doneAt }) => doneAt < seq).flatMap((merge) => refusalBroughtBy(all, merge, purpose))
  return standingWord([...certain, ...possible, ...refusals])?.granted
}

/** In a merge the stricter of two consents stands, against whatever was said before it. */
function refusalBroughtBy(all: readonly Processed[], { detail }: Processed, purpose: Purpose): Word[] {
  const words = (some: readonly Processed[]) => wordsOf(some, purpose)
  const absorbed = String(detail.absorbedId)
  const merged = all.find(({ type, memberId: card }) => type === 'member.merged' && card === absorbed)
  if (!merged) return []
  const before = (card: string, seq: number) => words(all.filter((each) => each.memberId === card && each.doneAt < seq))
  const possible = words(all.filter((each) => each.memberId === absorbed)).filter(({ granted }) => granted)
  const stands = standingWord([...before(absorbed, merged.takenAt), ...possible])
  if (!stands || stands.granted) return []
  return [{ ...stands, occurredAt: Math.max(stands.occurredAt, merged.occurredAt) }]
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
