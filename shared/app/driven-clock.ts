/** A driven clock moves in steps of at most so much, each when everything before is done. */
const STEP_AT_MOST_MS = 15 * 60_000

/**
 * The next instant of a driven clock on its way to `to`, when nobody is due before `nextWakeAt` (epoch ms; Infinity:
 * never). If nobody is due, one long step is enough: nothing could happen in between. `nextRoundAt` (later than now),
 * when something is due for everybody, is always a step.
 */
export function nextStep(now: number, to: number, nextWakeAt: number, nextRoundAt: number): number {
  return Math.min(to, Math.max(nextWakeAt, now + STEP_AT_MOST_MS), nextRoundAt)
}
