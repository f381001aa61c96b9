import { useEffect, useState } from 'react'
import type { RouteName } from '../../shared/app/api/rights.ts'
import { type Answer, call, type Input } from './client.ts'

/** A pause in typing, after which it is asked again. */
const PAUSE_MS = 400

/** What the API answers to something that is being typed; the last answer stays until the next is there. Without input nothing is asked. */
export function useWhileTyping<N extends RouteName>(route: N, input: Input<N> | undefined) {
  const [answer, setAnswer] = useState<Answer<N>>()
  const [error, setError] = useState<Error>()
  const [isStale, setStale] = useState(true)
  const asked = JSON.stringify(input) as string | undefined
  useEffect(() => {
    if (asked === undefined) return undefined
    const stopped = new AbortController()
    setStale(true)
    const waiting = setTimeout(() => {
      call(route, JSON.parse(asked) as Input<N>, stopped.signal)
        .then((said) => {
          setAnswer(said)
          setError(undefined)
          setStale(false)
        })
        .catch((failed: Error) => {
          if (!stopped.signal.aborted) setError(failed)
        })
    }, PAUSE_MS)
    return () => {
      clearTimeout(waiting)
      stopped.abort()
    }
  }, [route, asked])
  return { answer, error, isStale }
}
