import type { AboutIn } from './about.ts'
import { core as en } from './en/core.ts'
import type { Language } from './language.ts'
import { core as zhCN } from './zh-CN/core.ts'

type English = typeof en

/** Reasons of decisions. */
export type CoreTexts = {
  gates: AboutIn<English['gates']>
  reasons: AboutIn<English['reasons']>
  /** What an answer of the law rests on, as one sentence without its stop. */
  found: English['found']
}

const catalogue: Record<Language, CoreTexts> = { en, 'zh-CN': zhCN }

/** Part of `textsIn`, for code that Lambda functions carry: the rest of the catalogue stays out of their bundles. */
export function coreTextsIn(language: Language = 'en'): CoreTexts {
  return catalogue[language]
}
