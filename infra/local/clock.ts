import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * What time it is on one machine: the clock on the wall, until a replay drives it. A driven clock stands where it was
 * left, also after a restart, and only ever moves on.
 */
export interface LocalClock {
  now(): number
  /** Undefined while it is the clock on the wall. */
  driven(): number | undefined
  moveTo(instant: number): void
  /** Back to the clock on the wall. */
  release(): void
}

/** @param file where a driven clock's time is kept; without one it ends with the process. */
export function localClock(file?: string): LocalClock {
  let driven = file === undefined ? undefined : readClock(file)

  function keep(): void {
    if (file === undefined) return
    writeFileSync(`${file}.new`, JSON.stringify({ driven }))
    renameSync(`${file}.new`, file)
  }

  return {
    now: () => driven ?? Date.now(),
    driven: () => driven,
    moveTo(instant) {
      driven = instant
      keep()
    },
    release() {
      driven = undefined
      keep()
    },
  }
}

function readClock(file: string): number | undefined {
  try {
    const { driven } = JSON.parse(readFileSync(file, 'utf8')) as { driven?: number }
    return driven
  } catch {
    return undefined
  }
}
