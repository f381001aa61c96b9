import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Refused } from '../../cli/errors.ts'

/** The years in which a clock may stand. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

/**
 * The time on one machine: the system clock, until a replay drives it. A driven clock keeps its time, also after a restart,
 * and only moves forward.
 */
export interface LocalClock {
  now(): number
  /** Undefined while it is the system clock. */
  driven(): number | undefined
  /** Whether it was last moved by a replay that has not ended: after a restart, one that was cut off. */
  replays(): boolean
  moveTo(instant: number, byReplay?: boolean): void
  /** Back to the system clock. */
  release(): void
}

/**
 * @param file where a driven clock's time is stored; without one it ends with the process. Throws {@link Refused} if the
 * file is damaged.
 */
export function localClock(file?: string): LocalClock {
  let { driven, replays = false } = file === undefined ? {} : readClock(file)

  function keep(): void {
    if (file === undefined) return
    writeFileSync(`${file}.new`, JSON.stringify({ driven, ...(replays && { replays }) }))
    renameSync(`${file}.new`, file)
  }

  return {
    now: () => driven ?? Date.now(),
    driven: () => driven,
    replays: () => replays,
    moveTo(instant, byReplay = false) {
      driven = instant
      replays = byReplay
      keep()
    },
    release() {
      driven = undefined
      replays = false
      keep()
    },
  }
}

interface Kept {
  driven?: number
  replays?: boolean
}

function readClock(file: string): Kept {
  if (!existsSync(file)) return {}
  const kept = keptIn(readFileSync(file, 'utf8'))
  if (kept !== 'garbled') return kept
  throw new Refused(`${file} does not say what time it is`, {
    hint: 'put it back from a copy of the data; or delete it, and the clock on the wall is taken',
  })
}

function keptIn(text: string): Kept | 'garbled' {
  try {
    const { driven, replays }: Kept = JSON.parse(text)
    if (driven === undefined) return {}
    const isSound = Number.isInteger(driven) && driven >= EARLIEST && driven < LATEST
    return isSound ? { driven, replays: replays === true } : 'garbled'
  } catch {
    return 'garbled'
  }
}
