import type { Detail } from './told.ts'

export type Purpose = 'marketing' | 'service'

/** What was said of consent: by the person (`consent.changed`, a link), or by a copy of their profile. */
export interface Word {
  occurredAt: number
  /** `null`, of a copy: it says nothing of consent any more. */
  granted: boolean | null
  purpose: Purpose
  by: 'person' | 'copy'
  /** It was told of this one. */
  card: string
}

export function wordsOf(
  events: readonly { type: string; card: string; occurredAt: number; detail: Detail }[],
  purpose: Purpose,
  /** Of a channel, by its name. */
  name = 'email',
): Word[] {
  return events
    .flatMap(({ type, card, detail, occurredAt }): Word[] => {
      const about = { card, occurredAt }
      if (type === 'consent.changed') {
        if (detail.channel !== name) return []
        const said = detail.purpose === 'service' ? 'service' : 'marketing'
        return [{ ...about, granted: detail.granted === true, purpose: said, by: 'person' }]
      }
      if (type === 'email.unsubscribed') {
        if (name !== 'email') return []
        return (detail.purposes as Purpose[]).map((each) => ({ ...about, granted: false, purpose: each, by: 'person' }))
      }
      if (!type.startsWith('member.') || detail.consent === undefined) return []
      const said = Object(detail.consent)[name] as boolean | null | '' | undefined
      // A consent of nothing clears what was said of e-mail.
      const isCleared = said === '' || (detail.consent === null && name === 'email')
      const granted = isCleared ? null : said
      return granted === undefined ? [] : [{ ...about, granted, purpose: 'marketing', by: 'copy' }]
    })
    .filter((word) => word.purpose === purpose)
}

/** At one instant a yes comes first, what a copy leaves out next, a no last: in doubt it is a no. */
const rank = ({ granted }: Word) => (granted === true ? 0 : granted === null ? 1 : 2)

/**
 * What words come to, one after the other: a yes undoes each no that was said before it, by whichever card of those that
 * were one person's by then. What is in a copy undoes only what was in a copy of the same card.
 *
 * @param areOneBefore whether two cards were one person's before an instant
 */
export function standingOf(
  words: readonly Word[],
  areOneBefore: (card: string, other: string, at: number) => boolean,
): boolean | undefined {
  let refused: Word[] = []
  let agreed: Word[] = []
  for (const word of words.toSorted((a, b) => a.occurredAt - b.occurredAt || rank(a) - rank(b))) {
    const { card, by, occurredAt, granted } = word
    if (granted === false) refused.push(word)
    if (granted === null) agreed = agreed.filter((yes) => yes.by !== 'copy' || yes.card !== card)
    if (granted !== true) continue
    agreed.push(word)
    const isUndone = (no: Word) =>
      no.occurredAt < occurredAt &&
      (by === 'copy' ? no.by === 'copy' && no.card === card : areOneBefore(card, no.card, occurredAt))
    refused = refused.filter((no) => !isUndone(no))
  }
  if (refused.length > 0) return false
  return agreed.length > 0 ? true : undefined
}
