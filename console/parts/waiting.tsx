import Box from '@cloudscape-design/components/box'
import Spinner from '@cloudscape-design/components/spinner'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '../shell/words.tsx'
import { Problem } from './problem.tsx'

/** What a page shows of an answer: while it is awaited, where it does not come, and once it is there. */
export function Awaited<T>({ answer, children }: { answer: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { shell } = useWords()
  if (answer.data !== undefined) return <>{children(answer.data)}</>
  if (answer.error) return <Problem error={answer.error} again={() => void answer.refetch()} />
  return (
    <Box padding="l" textAlign="center">
      <Spinner /> <span role="status">{shell.loading}</span>
    </Box>
  )
}
