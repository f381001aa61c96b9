import { useCallback, useEffect, useRef, useState } from 'react'
import { useAnswer } from '../../api/use.ts'
import { useLanguage } from '../../shell/words.tsx'
import type { FromRehearser, ToldOf, ToRehearser } from './rehearse.worker.ts'

/** A pause in typing, after which it is rehearsed. */
const PAUSE_MS = 300
/** The first sample may be drawn while a page is open. */
const LOOK_AGAIN_MS = 10_000

/**
 * What a draft would have done with a sample of history, found beside the page and begun anew with each change. `isStale`: a newer
 * answer is on its way. `tell` asks for the stories of one campaign.
 */
export function useRehearsal(live: Readonly<Record<string, string>>, changed: Readonly<Record<string, string | null>>) {
  const language = useLanguage()
  const sample = useAnswer('GET /v1/sample', {}, { untilThereMs: LOOK_AGAIN_MS })
  const packed = sample.data?.sample
  const [answer, setAnswer] = useState<FromRehearser>()
  const [stories, setStories] = useState<ToldOf>()
  const worker = useRef<Worker>(undefined)
  const asked = useRef(0)
  const [awaited, setAwaited] = useState(0)

  useEffect(() => {
    if (packed === undefined) return undefined
    const made = new Worker(new URL('./rehearse.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<FromRehearser>) => {
      if (data.id !== asked.current) return
      if (data.is === 'stories') setStories(data.stories)
      else setAnswer(data)
    })
    made.postMessage({ kind: 'begin', sample: packed, live } satisfies ToRehearser)
    worker.current = made
    return () => made.terminate()
  }, [packed, live])

  const key = JSON.stringify(changed)
  useEffect(() => {
    if (packed === undefined || !live) return undefined
    const id = ++asked.current
    setAwaited(id)
    const waiting = setTimeout(() => {
      worker.current?.postMessage({ kind: 'rehearse', id, changed: JSON.parse(key), language } satisfies ToRehearser)
    }, PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [packed, live, key, language])

  const tell = useCallback((campaign: string) => {
    worker.current?.postMessage({ kind: 'tell', campaign } satisfies ToRehearser)
  }, [])
  const isWhole = answer?.is === 'problems' || (answer?.is === 'figures' && answer.isDone)
  return { answer, isStale: answer?.id !== awaited || !isWhole, error: sample.error, stories, tell }
}
