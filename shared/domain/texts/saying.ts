import { type Texts, textsIn } from './index.ts'
import type { Language } from './language.ts'

/** A text whose language is not known yet: it is chosen where somebody reads it. */
export type Saying = (texts: Texts) => string

/** The text in one language. A plain string is what somebody else wrote, such as the reason of another service. */
export function sayIn(language: Language, saying: Saying | string): string {
  return sayWith(textsIn(language), saying)
}

/** The same within another text. */
export function sayWith(texts: Texts, saying: Saying | string): string {
  return typeof saying === 'string' ? texts.elsewhere(saying) : saying(texts)
}
