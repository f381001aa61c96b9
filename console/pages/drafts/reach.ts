import { useEffect, useState } from 'react'
import { emptyPreview, type Preview, sumPreviews } from '../../../shared/domain/preview/preview.ts'
import { type Answer, call } from '../../api/client.ts'

/** Members of one question: each takes a reaction with either rulebook. */
const PAGE = 500
/** Members looked at: they lie in no order, so that some are as good as any. */
const LOOKED_AT_MOST = 5000

interface Reach extends Preview {
  members: number
  isDone: boolean
}

/** What a rulebook would do at once, counted page after page while somebody reads. */
export function useReach(version: string): { reach: Reach | undefined; error: Error | undefined } {
  const [reach, setReach] = useState<Reach>()
  const [error, setError] = useState<Error>()
  useEffect(() => {
    const stopped = new AbortController()
    setReach(undefined)
    void count(version, stopped.signal, setReach).catch((failed: Error) => {
      if (!stopped.signal.aborted) setError(failed)
    })
    return () => stopped.abort()
  }, [version])
  return { reach, error }
}

async function count(version: string, signal: AbortSignal, tell: (reach: Reach) => void): Promise<void> {
  let sum = emptyPreview()
  let cursor: string | null | undefined
  do {
    const page: Answer<'POST /v1/rulebooks/preview'> = await call(
      'POST /v1/rulebooks/preview',
      { version, limit: PAGE, ...(cursor && { cursor }) },
      signal,
    )
    sum = sumPreviews(sum, page)
    cursor = page.cursor
    tell({
      ...sum,
      members: Math.max(page.members, sum.looked),
      isDone: cursor === null || sum.looked >= LOOKED_AT_MOST,
    })
  } while (cursor !== null && sum.looked < LOOKED_AT_MOST)
}
