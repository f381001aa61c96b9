import { useFindIn } from './find-in.tsx'
import { useFirstOf } from './first-of.tsx'

/** What a table of many rows shows of them: a field to find some in, the first of these, and the way to more. */
export function useLongList<T>(rows: readonly T[], label: string, wordsOf: (row: T) => string) {
  const { found, field } = useFindIn(rows, label, wordsOf)
  const { first, more } = useFirstOf(found)
  return { items: first, filter: field, footer: more }
}
