import { readLocale } from '../../standards/locale.ts'

/** The languages that decisions are told in. */
export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/** The one of them that is meant, by whatever locale: `zh_CN`, `zh-Hans`, `ZH` are zh-CN. */
export function languageFor(locale: string): Language | undefined {
  const read = readLocale(locale)
  const [asked] = read.ok ? read.name.split('-') : []
  return LANGUAGES.find((language) => language.split('-')[0] === asked)
}
