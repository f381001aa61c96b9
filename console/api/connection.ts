import { useSyncExternalStore } from 'react'

/** Whether Wingback answers, as the latest call found it. */
let isAway = false
const listeners = new Set<() => void>()
const whenBack = new Set<() => void>()

const ASK_AGAIN_MS = 3_000

/** Something did not come through: from now on it is tried until Wingback answers. */
export function noteAway(): void {
  if (isAway) return
  isAway = true
  tell(listeners)
  setTimeout(askAgain, ASK_AGAIN_MS)
}

/** Something came through. */
export function noteAnswer(): void {
  if (!isAway) return
  isAway = false
  tell(listeners)
  tell(whenBack)
}

/** Done each time that Wingback answers again. Returns how not to any more. */
export function onBack(then: () => void): () => void {
  whenBack.add(then)
  return () => whenBack.delete(then)
}

export function useIsAway(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isAway,
  )
}

/** The browser knows of a cable that was pulled before any call does. */
export function watchBrowser(): void {
  window.addEventListener('offline', noteAway)
  window.addEventListener('online', () => void askAgain())
}

/** Of what is served beside the API, without a name or right: it only has to come through. */
async function askAgain(): Promise<void> {
  if (!isAway) return
  const response = await fetch('/console.json', { cache: 'no-store' }).catch(() => undefined)
  if (response) noteAnswer()
  else setTimeout(askAgain, ASK_AGAIN_MS)
}

function tell(those: ReadonlySet<() => void>): void {
  for (const each of those) each()
}
