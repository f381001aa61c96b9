import type { Reason } from '../reason.ts'
import type { Beside } from './about.ts'
import { type CoreTexts, coreTextsIn } from './core.ts'
import type { Language } from './language.ts'
import type { Saying } from './saying.ts'

/** What has a reason, with the words for it in front of the code. */
export function inWords<T extends { reason: Reason }>(
  { reason, ...rest }: T,
  language?: Language,
): Omit<T, 'reason'> & { reason: string; because: Reason } {
  return { ...rest, reason: say(reason, language), because: reason }
}

/** A reason in words: a sentence without its stop. A code of a later version than this one stands for itself. */
export function say(reason: Reason, language?: Language): string {
  return sayWithin(coreTextsIn(language), reason)
}

function sayWithin(texts: CoreTexts, reason: Reason): string {
  const [about, code] = aboutOf(reason, texts)
  return filled(about?.reasons[code], reason) ?? reason.is
}

/** The same, for a reader whose language is not known yet. */
export function saying(reason: Reason): Saying {
  return (texts) => sayWithin(texts, reason)
}

/** What would have had to be different for another answer, in words; undefined where only the rules would. */
export function otherwise(reason: Reason, beside: Beside, language?: Language): string | undefined {
  const [about, code] = aboutOf(reason, coreTextsIn(language))
  return filled(about?.otherwise?.[code], { ...reason, ...beside })
}

type Words = Record<string, string | null | ((values: object) => string)>

function aboutOf(
  { is }: Reason,
  { gates, reasons }: CoreTexts,
): [{ reasons: Words; otherwise?: Words | undefined } | undefined, string] {
  const [area = '', code = ''] = is.split('.')
  return [({ ...gates, ...reasons } as Record<string, { reasons: Words; otherwise?: Words | undefined }>)[area], code]
}

function filled(words: Words[string] | undefined, values: object): string | undefined {
  return typeof words === 'function' ? words(values) : (words ?? undefined)
}
