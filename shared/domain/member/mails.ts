import type { Cap, Rulebook } from '../rulebook/rulebook.ts'
import { LIMITS, type MailNote } from './member.ts'
import { channelOf } from './notes.ts'

/**
 * Whether a cap counts an email: by tag and channel, of those that count at all, which is marketing unless its campaign says
 * otherwise.
 */
export function isCounted(mail: MailNote, { channel, tag }: Pick<Cap, 'channel' | 'tag'>): boolean {
  const counts = mail.counts ?? mail.class === 'marketing'
  const isOfChannel = channel === 'any' || channel === channelOf(mail)
  return counts && isOfChannel && (tag === undefined || mail.tags?.includes(tag) === true)
}

/**
 * Notes of emails, newest first, at most {@link LIMITS.mails}. The first to be dropped is the oldest that no cap needs; a
 * rulebook whose caps need more than are kept cannot be published.
 */
export function boundedMails(mails: readonly MailNote[], caps: readonly Cap[]): MailNote[] {
  if (mails.length <= LIMITS.mails) return [...mails]
  const newestFirst = mails.toSorted((a, b) => b.claimedAt - a.claimedAt)
  const needed = new Set(caps.flatMap((cap) => newestFirst.filter((mail) => isCounted(mail, cap)).slice(0, cap.atMost)))
  const spare = newestFirst.filter((mail) => !needed.has(mail))
  const gone = new Set(spare.slice(LIMITS.mails - newestFirst.length))
  return newestFirst.filter((mail) => !gone.has(mail)).slice(0, LIMITS.mails)
}

/** Every cap of these rulebooks. */
export function capsOf(...rulebooks: readonly (Rulebook | undefined)[]): Cap[] {
  return [...new Set(rulebooks)].flatMap((rulebook) => [
    ...(rulebook?.settings.caps ?? []),
    ...(rulebook?.campaigns.flatMap(({ guardrails }) => guardrails.caps) ?? []),
  ])
}
