import { type Saying, sayIn } from '../../shared/domain/texts/saying.ts'

type Text = Saying | string | undefined

/** A refusal with its texts as an English reader gets them. */
export function said<T extends object>(refused: T): T {
  const { message, hint } = refused as { message?: Text; hint?: Text }
  const inEnglish = (text: Text) => text && sayIn('en', text)
  return { ...refused, ...(message && { message: inEnglish(message) }), ...(hint && { hint: inEnglish(hint) }) }
}
