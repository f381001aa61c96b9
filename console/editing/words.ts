import { type EditingTexts, editingTextsIn } from '../../shared/domain/texts/editing.ts'
import { useLanguage } from '../shell/words.tsx'

export function useEditingWords(): EditingTexts {
  return editingTextsIn(useLanguage())
}
