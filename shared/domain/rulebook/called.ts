import type { Language } from '../texts/language.ts'

/** What people call a campaign or an audience. */
export interface Called {
  name: string
  /** To readers of Chinese, where the rulebook says it. */
  nameZh?: string | undefined
}

/** Its name for somebody who reads this language. */
export function nameFor({ name, nameZh }: Called, language: Language | undefined): string {
  return language === 'zh-CN' ? (nameZh ?? name) : name
}
