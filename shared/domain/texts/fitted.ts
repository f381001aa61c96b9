import { fitted as en } from './en/fitted.ts'
import { type Language, languageFor } from './language.ts'
import { fitted as zhCN } from './zh-CN/fitted.ts'

const catalogue: Record<Language, typeof en> = { en, 'zh-CN': zhCN }

/** The name of a draft that was made by itself: one for everybody, and so in the language of the rulebook. */
export function fittedNames(locale: string): typeof en {
  return catalogue[languageFor(locale) ?? 'en']
}
