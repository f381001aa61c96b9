import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Refused } from '../../cli/errors.ts'

/** Years in which a clock may stand. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

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

/** @param file where a driven clock's time is kept; without one it ends with the process. Throws {@link Refused} where it is garbled. */
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
  if (!existsSync(file)) return undefined
  const driven = drivenIn(readFileSync(file, 'utf8'))
  if (driven !== 'garbled') return driven
  throw new Refused(`${file} does not say what time it is`, {
    hint: 'put it back from a copy of the data; or delete it, and the clock on the wall is taken',
  })
}

function drivenIn(text: string): number | undefined | 'garbled' {
  try {
    const { driven } = JSON.parse(text)
    if (driven === undefined) return undefined
    return Number.isInteger(driven) && driven >= EARLIEST && driven < LATEST ? driven : 'garbled'
  } catch {
    return 'garbled'
  }
}
