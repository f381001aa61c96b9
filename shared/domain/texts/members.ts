import { members as en } from './en/members.ts'
import type { Language } from './language.ts'
import { members as zhCN } from './zh-CN/members.ts'

export type MemberTexts = typeof en

const catalogue: Record<Language, MemberTexts> = { en, 'zh-CN': zhCN }

/** What members read beside the templates. Part of `textsIn`, for functions that decide nothing in words. */
export function memberTextsIn(language: Language = 'en'): MemberTexts {
  return catalogue[language]
}
