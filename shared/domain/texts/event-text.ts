import { happened as inEnglish } from './en/happenings.ts'
import type { Language } from './language.ts'
import { happened as inChinese } from './zh-CN/happenings.ts'

const IN = { en: inEnglish, 'zh-CN': inChinese } satisfies Record<Language, (event: string) => string>

/** What happened, by the event's name; undefined where that is none. */
export function eventText(event: string, language: Language): string | undefined {
  const text = IN[language](event)
  return text === event ? undefined : text
}
