/** The time for decisions, epoch ms: the system clock, unless the local run uses another. */
let source: () => number = Date.now

export function now(): number {
  return source()
}

/** Only for the local run, whose clock a replay moves. */
export function useClock(clock: () => number): void {
  source = clock
}
