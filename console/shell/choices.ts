import { createContext, useContext } from 'react'
import type { Language } from '../../shared/domain/texts/language.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

interface Choices {
  theme: Theme
  setTheme(theme: Theme): void
  setLanguage(language: Language): void
}

export const ChoicesContext = createContext<Choices | undefined>(undefined)

export function useChoices(): Choices {
  return useContext(ChoicesContext)!
}
