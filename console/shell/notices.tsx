import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useMutationState, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { onBack, useIsAway } from '../api/connection.ts'
import { problemText } from '../parts/problem.tsx'
import { useWords } from './words.tsx'

/** Long work, as its mutation names it: it is seen on every page, and goes on when the page is left on which it was begun. */
export interface Work extends Record<string, unknown> {
  work: string
  /** What came of it, in words. */
  done?: (answer: never) => string
}

/** What stands above every page: that Wingback does not answer, and long work with what came of it. */
export function Notices() {
  const words = useWords()
  const { shell } = words
  const isAway = useIsAway()
  const client = useQueryClient()
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set())
  const all = useMutationState({
    filters: { predicate: ({ meta }) => typeof meta?.work === 'string' },
    select: ({ mutationId, meta, state: { status, data, error } }) => {
      return { mutationId, status, data, error, ...(meta as Work) }
    },
  })
  useEffect(() => onBack(() => void client.invalidateQueries()), [client])
  const works = all.filter(({ mutationId, status }) => status !== 'idle' && !dismissed.has(mutationId))
  if (!isAway && works.length === 0) return null
  return (
    <SpaceBetween size="xs">
      {isAway && (
        <Alert type="warning" header={shell.away}>
          {shell.awayHow}
        </Alert>
      )}
      {works.map(({ mutationId, status, work, done, data, error }) => (
        <Alert
          key={mutationId}
          type={status === 'error' ? 'error' : status === 'success' ? 'success' : 'info'}
          header={work}
          dismissible={status !== 'pending'}
          dismissAriaLabel={shell.close}
          onDismiss={() => setDismissed((before) => new Set([...before, mutationId]))}
        >
          {status === 'pending' ? (
            <>
              <Spinner /> {shell.working}
            </>
          ) : error ? (
            problemText(error, words)
          ) : (
            (done?.(data as never) ?? shell.done)
          )}
        </Alert>
      ))}
    </SpaceBetween>
  )
}
