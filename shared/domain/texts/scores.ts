import { scores as en, type ScoreTexts } from './en/scores/index.ts'
import type { Language } from './language.ts'
import { scores as zhCN } from './zh-CN/scores/index.ts'

export type { ScoreTexts }

const catalogue: Record<Language, ScoreTexts> = { en, 'zh-CN': zhCN }

/** Apart from `textsIn`, so that no function's bundle carries it. */
export function scoreTextsIn(language: Language = 'en'): ScoreTexts {
  return catalogue[language]
}
