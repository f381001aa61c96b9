import type { Reason, ReasonWords } from '../../contract/reason.ts'
import { GATE_NAMES } from '../../contract/wingback.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { en as otherwiseEn } from './otherwise/en.ts'
import { type Beside, isOtherwise, type OtherwiseWords } from './otherwise/otherwise.ts'
import { zhCN as otherwiseZhCN } from './otherwise/zh-CN.ts'
import { zhCN } from './zh-CN.ts'

export type { Reason } from '../../contract/reason.ts'
export { LANGUAGES, type Language, languageFor } from './language.ts'
export { stopText } from './stops.ts'

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

const otherwiseTables: Record<Language, OtherwiseWords> = { en: otherwiseEn, 'zh-CN': otherwiseZhCN }

/** What would have had to be different for another answer, in words; undefined where only the rules would. */
export function otherwise(reason: Reason, beside: Beside, language: Language = 'en'): string | undefined {
  if (!isOtherwise(reason, GATE_NAMES)) return undefined
  const words = otherwiseTables[language][reason.is] as string | null | ((values: Reason & Beside) => string)
  return typeof words === 'function' ? words({ ...reason, ...beside }) : (words ?? undefined)
}
