import { type Named, quoted, tidy } from './named.ts'

export const CABINS = ['F', 'C', 'W', 'Y'] as const

type Cabin = (typeof CABINS)[number]

const IN_WORDS = 'Y is economy, W premium economy, C business, F first'

/** Words for a cabin, and the letters of booking classes that are often written for it. */
const OTHERWISE: Readonly<Record<string, Cabin>> = {
  FIRST: 'F',
  'FIRST CLASS': 'F',
  A: 'F',
  头等舱: 'F',
  BUSINESS: 'C',
  'BUSINESS CLASS': 'C',
  J: 'C',
  公务舱: 'C',
  商务舱: 'C',
  'PREMIUM ECONOMY': 'W',
  超级经济舱: 'W',
  高端经济舱: 'W',
  明珠经济舱: 'W',
  ECONOMY: 'Y',
  'ECONOMY CLASS': 'Y',
  M: 'Y',
  经济舱: 'Y',
}

/** A cabin by its letter. A booking class is another thing: `J` may be one of two cabins, and is not guessed at. */
export function readCabin(text: string): Named {
  const letter = tidy(text)
  if (CABINS.some((cabin) => cabin === letter)) return { ok: true, name: letter }
  const meant = Object.hasOwn(OTHERWISE, letter) ? OTHERWISE[letter] : undefined
  const hint = meant ? `did you mean "${meant}"? ${IN_WORDS}` : IN_WORDS
  return { ok: false, message: `${quoted(text)} is not a cabin: F, C, W or Y`, hint }
}
