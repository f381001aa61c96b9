import { en } from './en.ts'
import type { Reason, ReasonWords } from './reason.ts'
import { zhCN } from './zh-CN.ts'

export type { Reason, ReasonCode } from './reason.ts'

/** The languages that decisions are told in. */
export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

const tables: Record<Language, ReasonWords> = { en, 'zh-CN': zhCN }

/** What has a reason, with the words for it in front of the code. */
export function told<T extends { reason: Reason }>(
  { reason, ...rest }: T,
  language?: Language,
): Omit<T, 'reason'> & { reason: string; because: Reason } {
  return { ...rest, reason: say(reason, language), because: reason }
}

/** A reason in words: a sentence without its stop. A code of a later version than this one stands for itself. */
export function say(reason: Reason, language: Language = 'en'): string {
  const words = tables[language][reason.is] as string | ((values: Reason) => string) | undefined
  return typeof words === 'function' ? words(reason) : (words ?? reason.is)
}
