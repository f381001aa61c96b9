import { useMemo } from 'react'
import { withAudienceNames } from '../../shared/domain/rulebook/diff/named.ts'
import type { Say } from '../../shared/domain/rulebook/diff/words.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { useLanguage } from '../shell/words.tsx'
import { useDocument } from './document.ts'
import { audienceNamesIn } from './names.ts'

/** The words in which rules are told, with the audiences of the draft by their names. */
export function useRuleWords(): Say {
  const language = useLanguage()
  const { files } = useDocument()
  return useMemo(
    () => withAudienceNames(textsIn(language).diff, audienceNamesIn(files, language), language),
    [language, files],
  )
}
