import Button from '@cloudscape-design/components/button'
import { type ReactNode, useState } from 'react'
import { useWords } from '../shell/words.tsx'

const AT_ONCE = 50

/** The first of a long list, and below them the way to more: a thousand rows at once would be slow, and nobody reads them. */
export function useFirstOf<T>(items: readonly T[]): { first: readonly T[]; more: ReactNode } {
  const { shell } = useWords()
  const [count, setCount] = useState(AT_ONCE)
  const left = items.length - count
  return {
    first: items.slice(0, count),
    more: left > 0 && (
      <Button onClick={() => setCount(count + AT_ONCE)}>{shell.moreOf(Math.min(left, AT_ONCE), left)}</Button>
    ),
  }
}
