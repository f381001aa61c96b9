import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../shell/words.tsx'
import type { Files, FromChecker, ToChecker } from './check.worker.ts'

/** A pause in typing, after which it is checked. */
const PAUSE_MS = 250

export type Found = Omit<FromChecker, 'id'>

/**
 * What the rulebook's own checks say of the live files with some in their place: found beside the page, by the code that checks
 * at publishing. Undefined until the first answer; `isStale` while a newer one is on its way.
 */
export function useCheck(live: Files | undefined, changed: Readonly<Record<string, string | null>>) {
  const language = useLanguage()
  const [found, setFound] = useState<FromChecker>()
  const worker = useRef<Worker>(undefined)
  const asked = useRef(0)

  useEffect(() => {
    const made = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<FromChecker>) => {
      if (data.id === asked.current) setFound(data)
    })
    worker.current = made
    return () => made.terminate()
  }, [])

  const key = JSON.stringify(changed)
  useEffect(() => {
    if (live) worker.current?.postMessage({ kind: 'live', files: live } satisfies ToChecker)
  }, [live])
  useEffect(() => {
    if (!live) return undefined
    const id = ++asked.current
    const waiting = setTimeout(() => {
      const message = { kind: 'check', id, changed: JSON.parse(key), language, now: Date.now() } satisfies ToChecker
      worker.current?.postMessage(message)
    }, PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [live, key, language])

  return { found: found as Found | undefined, isStale: found?.id !== asked.current }
}
