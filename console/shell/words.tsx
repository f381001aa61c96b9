import { createContext, useContext } from 'react'
import type { ConsoleTexts } from '../../shared/domain/texts/console.ts'
import type { Language } from '../../shared/domain/texts/language.ts'

/** The language that is read, and what the console says in it. */
interface Spoken {
  language: Language
  words: ConsoleTexts
}

export const SpokenContext = createContext<Spoken | undefined>(undefined)

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext)
  if (!spoken) throw new Error('no page without words')
  return spoken
}

export function useLanguage(): Language {
  return useSpoken().language
}

export function useWords(): ConsoleTexts {
  return useSpoken().words
}
