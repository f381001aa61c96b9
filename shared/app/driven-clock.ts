/** A driven clock moves by so much at most, each time only when everything before is done. */
const STEP_AT_MOST_MS = 15 * 60_000

/**
 * Where a driven clock stands next on its way to `to`, when nobody is due before `nextWakeAt` (epoch ms; Infinity:
 * never). A stretch in which nobody is due is one step, since nothing could happen in it. What goes by the clock for
 * everybody at once (`nextRoundAt`, later than now) is met to the instant.
 */
export function nextStep(now: number, to: number, nextWakeAt: number, nextRoundAt: number): number {
  return Math.min(to, Math.max(nextWakeAt, now + STEP_AT_MOST_MS), nextRoundAt)
}
