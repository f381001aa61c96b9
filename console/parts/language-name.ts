import { useLanguage } from '../shell/words.tsx'

/** What a member's language is called; one that nobody knows by its tag. */
export function useLanguageName(): (tag: string) => string {
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language', languageDisplay: 'standard' })
  return (tag) => {
    try {
      return names.of(tag) ?? tag
    } catch {
      return tag
    }
  }
}
