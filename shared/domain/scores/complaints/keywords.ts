import type { ComplaintCategory, Guess } from './categories.ts'
import { ANGRY, CHINESE, ENGLISH, GRAVE, MILD } from './words.ts'

/** What a word counts that speaks for a category alone, or also for others. */
const STRONG = 2
const WEAK = 1
/** Where no word speaks for anything. */
const NO_WORD: Guess = { category: 'other', confidence: 0.1 }

/** How many different words in a text speak for a category. */
interface Found {
  category: ComplaintCategory
  strong: number
  weak: number
}

/** What speaks for each category by the words in a text, English or Chinese. */
export function wordsFor(text: string): Found[] {
  const written = normalised(text)
  return Object.entries(ENGLISH).map(([name, english]) => {
    const category = name as keyof typeof ENGLISH
    const chinese = CHINESE[category]
    return {
      category,
      strong: kinds(written, english.strong) + kinds(written, chinese.strong),
      weak: kinds(written, english.weak) + kinds(written, chinese.weak),
    }
  })
}

/**
 * What a complaint is about by the words in it: the category for which most speaks. How sure that is: its part of all that
 * was found, and of one weak word more in doubt.
 */
export function categoryByWords(text: string): Guess {
  let all = 0
  let best = 0
  let category: ComplaintCategory = 'other'
  for (const found of wordsFor(text)) {
    const points = STRONG * found.strong + WEAK * found.weak
    all += points
    if (points > best) [best, category] = [points, found.category]
  }
  return best === 0 ? NO_WORD : { category, confidence: best / (all + WEAK) }
}

/** How grave it is by its words, 1 to 5: 3 unless they say otherwise. */
export function severityByWords(text: string): number {
  const written = normalised(text)
  const among = ({ en, zh }: { en: RegExp; zh: RegExp }) => kinds(written, en) + kinds(written, zh)
  const trouble = Math.min(2, among(GRAVE)) + Math.min(1, among(ANGRY))
  if (trouble > 0) return Math.min(5, 3 + trouble)
  return 3 - (among(MILD) > 0 ? 1 : 0) - (written.trim().length < SHORT ? 1 : 0)
}

/** Characters. Hardly anybody who is in real trouble writes less. */
const SHORT = 8

/** As the lists have it: small letters, no addresses, no names of accounts, and what HTML makes of signs. */
function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replaceAll('’', "'")
    .replace(/https?:\S+|@\S+/g, ' ')
}

/** How many different words of a list are there: one that is repeated says no more. */
function kinds(text: string, words: RegExp): number {
  return new Set(text.match(words)).size
}
