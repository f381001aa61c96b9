import type { CoreTexts } from './core.ts'
import { en } from './en/index.ts'
import type { Language } from './language.ts'
import { zhCN } from './zh-CN/index.ts'

/** Everything Wingback says, in one language. English is the type: what is missing in another does not compile. */
export type Texts = Omit<typeof en, keyof CoreTexts> & CoreTexts

const catalogue: Record<Language, Texts> = { en, 'zh-CN': zhCN }

export function textsIn(language: Language = 'en'): Texts {
  return catalogue[language]
}
