import type { LocalControl, RunInfo } from '../../shared/app/api/http.ts'
import { nextStep } from '../../shared/app/driven-clock.ts'
import { AHEAD_AT_MOST_MS } from '../../shared/contract/index.ts'
import type { LocalClock } from './clock.ts'

/** What the control of time needs to know about the run. */
export interface Drivable {
  clock: LocalClock
  info: RunInfo
  /** Tells the parts what time it is. */
  tell(now: number | undefined): Promise<void>
  /** Nothing is queued, in flight or being processed. */
  isQuiet(): Promise<boolean>
  /** Does something while no function is running. */
  atRest<T>(work: () => Promise<T>): Promise<T>
  /** Runs the function that wakes due members. */
  wake(): Promise<void>
  /**
   * Runs the function that takes campaigns through audiences: how many members were sent their event, and when it has more
   * to do.
   */
  goRound(): Promise<{ handed: number; nextAt: number }>
  /** The earliest wake in the index. */
  nextWakeAt(): Promise<number | undefined>
  /** Whether there was any reaction: then time cannot go back. */
  hasHistory(): Promise<boolean>
  /** Dates what is live by the beginning of time. */
  beginAt(now: number): Promise<void>
}

const LOOK_AGAIN_MS = 4
/** A replay that was silent for so long has ended: it was killed, or its machine sleeps. */
const REPLAY_SILENT_MS = 60_000

/**
 * Moves time on one machine, in steps, each only when everything is quiet and due members were woken.
 * @param elapsed milliseconds since some start, independent of the clock
 */
export function localControl(
  run: Drivable,
  elapsed: () => number = () => performance.now(),
): LocalControl & { meet(instant: number): Promise<void>; catchUp(timeoutMs: number): Promise<void> } {
  const { clock } = run
  /**
   * From a replay's start to its last drain the clock is the replay's: until then, in `elapsed`. One that was cut off by the
   * end of this process may go on: what is still queued must not set the clock before it does.
   */
  let replaysUntil = clock.replays() ? elapsed() + REPLAY_SILENT_MS : Number.NEGATIVE_INFINITY
  let moving: Promise<unknown> = Promise.resolve()

  /** One at a time: two clients that move the clock take turns. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = moving.then(work, work)
    moving = next.catch(() => {})
    return next
  }

  async function becomeQuiet(deadline: number): Promise<boolean> {
    for (;;) {
      if (await run.isQuiet()) return true
      if (elapsed() > deadline) return false
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }

  /** Waits until it is quiet and nothing is due: returns when something will be. Undefined: not quiet in time. */
  async function settle(deadline: number): Promise<{ wakeAt: number; roundAt: number } | undefined> {
    for (;;) {
      if (!(await becomeQuiet(deadline))) return undefined
      const wakeAt = (await run.nextWakeAt()) ?? Number.POSITIVE_INFINITY
      if (wakeAt <= clock.now()) {
        await run.wake()
        continue
      }
      const { handed, nextAt: roundAt } = await run.goRound()
      if (handed === 0) return { wakeAt, roundAt }
    }
  }

  const isReplaying = () => elapsed() < replaysUntil

  /** Work for a replay: the replay counts as alive while it lasts, and a while beyond. */
  async function forReplay<T>(work: () => Promise<T>): Promise<T> {
    replaysUntil = Number.POSITIVE_INFINITY
    try {
      return await work()
    } finally {
      replaysUntil = elapsed() + REPLAY_SILENT_MS
    }
  }

  async function moveTo(instant: number): Promise<void> {
    clock.moveTo(instant, isReplaying())
    await run.tell(instant)
  }

  async function advance(to: number, deadline: number): Promise<{ now: number; reached: boolean }> {
    for (;;) {
      const next = await settle(deadline)
      if (next === undefined || clock.now() >= to) return { now: clock.now(), reached: next !== undefined }
      await moveTo(nextStep(clock.now(), to, next.wakeAt, next.roundAt))
    }
  }

  return {
    info: () => run.info,
    atRest: run.atRest,
    /**
     * An event of this instant has come. If it is newer than a clock that a replay left behind, time goes on: the system
     * clock is used again, and members due in between are woken as of then.
     */
    async meet(instant) {
      if (
        isReplaying() ||
        clock.driven() === undefined ||
        instant <= clock.now() ||
        instant > Date.now() + AHEAD_AT_MOST_MS
      )
        return
      clock.release()
      await run.tell(undefined)
    },
    /** Does what an earlier run left undone, for so long at most. A replay that was cut off may still go on. */
    catchUp: (timeoutMs) =>
      inTurn(async () => {
        await settle(elapsed() + timeoutMs)
      }),
    begin: (at) =>
      inTurn(() =>
        forReplay(async () => {
          const now = clock.now()
          if (clock.driven() !== undefined && at >= now) return { now, moved: true }
          if (!(await run.hasHistory())) {
            await moveTo(at)
            await run.beginAt(at)
            return { now: at, moved: true }
          }
          const note = `this store already lives at ${new Date(now).toISOString()}: what is older is folded in, and starts nothing`
          return { now, moved: false, note }
        }),
      ),
    advance: (to, timeoutMs) =>
      inTurn(async () => {
        if (clock.driven() === undefined) return { now: clock.now(), reached: true }
        const move = () => advance(to, elapsed() + timeoutMs)
        return isReplaying() ? forReplay(move) : move()
      }),
    drain: (timeoutMs) =>
      inTurn(async () => {
        replaysUntil = Number.NEGATIVE_INFINITY
        if (clock.replays()) clock.moveTo(clock.now())
        return { quiet: (await settle(elapsed() + timeoutMs)) !== undefined }
      }),
  }
}
