import type { Detail } from './told.ts'

export type Purpose = 'marketing' | 'service'

/** What was said of consent: by the person (`consent.changed`, a link), or by a copy of their profile. */
export interface Word {
  occurredAt: number
  id: string
  granted: boolean
  purpose: Purpose
  by: 'person' | 'copy'
}

export function wordsOf(
  events: readonly { type: string; id: string; occurredAt: number; detail: Detail }[],
  purpose: Purpose,
): Word[] {
  return events
    .flatMap(({ type, detail, occurredAt, id }): Word[] => {
      if (type === 'consent.changed') {
        const about = detail.purpose === 'service' ? 'service' : 'marketing'
        return [{ occurredAt, id, granted: detail.granted === true, purpose: about, by: 'person' }]
      }
      if (type === 'email.unsubscribed')
        return (detail.purposes as Purpose[]).map((each) => ({
          occurredAt,
          id,
          granted: false,
          purpose: each,
          by: 'person',
        }))
      const { email } = Object(detail.consent) as { email?: boolean }
      const isTold = type.startsWith('member.') && email !== undefined
      return isTold ? [{ occurredAt, id, granted: email, purpose: 'marketing', by: 'copy' }] : []
    })
    .filter((word) => word.purpose === purpose)
}

/** The latest; of two at one instant a withdrawal, else the greater id. */
function lastWord(words: readonly Word[]): Word | undefined {
  return words.toSorted(
    (a, b) => b.occurredAt - a.occurredAt || Number(a.granted) - Number(b.granted) || (a.id < b.id ? 1 : -1),
  )[0]
}

/** Which word stands: a copy may withdraw what the person gave, and never gives what the person withdrew. */
export function standingWord(words: readonly Word[]): Word | undefined {
  const own = lastWord(words.filter(({ by }) => by === 'person'))
  const copied = lastWord(words.filter(({ by }) => by === 'copy'))
  if (!own) return copied
  return own.granted && copied && !copied.granted && copied.occurredAt >= own.occurredAt ? copied : own
}
