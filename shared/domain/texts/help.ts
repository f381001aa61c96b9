import { help as en, type Help } from './en/help/index.ts'
import type { Language } from './language.ts'
import { help as zhCN } from './zh-CN/help/index.ts'

export type { Help }

const catalogue: Record<Language, Help> = { en, 'zh-CN': zhCN }

/** Apart from `textsIn`, so that no function's bundle carries it. */
export function helpIn(language: Language): Help {
  return catalogue[language]
}
