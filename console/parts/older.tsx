import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useWords } from '../shell/words.tsx'

interface OlderProps {
  /** Where the page begins; absent: at the newest. */
  from: string | undefined
  /** Where the next one begins; null: this is the last. */
  cursor: string | null
  go(from: string | undefined): void
}

/** Below a list whose newest come first: on to older ones, and back to the newest. */
export function Older({ from, cursor, go }: OlderProps) {
  const { shell } = useWords()
  if (cursor === null && from === undefined) return null
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {from !== undefined && <Button onClick={() => go(undefined)}>{shell.newest}</Button>}
      {cursor !== null && <Button onClick={() => go(cursor)}>{shell.more}</Button>}
    </SpaceBetween>
  )
}
