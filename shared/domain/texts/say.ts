import type { Reason } from '../reason.ts'
import type { Beside } from './about.ts'
import { textsIn } from './index.ts'
import type { Language } from './language.ts'

/** What has a reason, with the words for it in front of the code. */
export function inWords<T extends { reason: Reason }>(
  { reason, ...rest }: T,
  language?: Language,
): Omit<T, 'reason'> & { reason: string; because: Reason } {
  return { ...rest, reason: say(reason, language), because: reason }
}

/** A reason in words: a sentence without its stop. A code of a later version than this one stands for itself. */
export function say(reason: Reason, language?: Language): string {
  const [about, code] = aboutOf(reason, language)
  return filled(about?.reasons[code], reason) ?? reason.is
}

/** What would have had to be different for another answer, in words; undefined where only the rules would. */
export function otherwise(reason: Reason, beside: Beside, language?: Language): string | undefined {
  const [about, code] = aboutOf(reason, language)
  return filled(about?.otherwise?.[code], { ...reason, ...beside })
}

/** What stopped something, in words that say the stop: not the gate's question. */
export function stopText(stop: string, language: Language): string {
  const { gates, explain } = textsIn(language)
  const stops: Record<string, string> = explain.stops
  return (gates as Record<string, { stop: string }>)[stop]?.stop ?? stops[stop] ?? stop
}

type Words = Record<string, string | null | ((values: object) => string)>

function aboutOf(
  { is }: Reason,
  language?: Language,
): [{ reasons: Words; otherwise?: Words | undefined } | undefined, string] {
  const { gates, reasons } = textsIn(language)
  const [area = '', code = ''] = is.split('.')
  return [({ ...gates, ...reasons } as Record<string, { reasons: Words; otherwise?: Words | undefined }>)[area], code]
}

function filled(words: Words[string] | undefined, values: object): string | undefined {
  return typeof words === 'function' ? words(values) : (words ?? undefined)
}
