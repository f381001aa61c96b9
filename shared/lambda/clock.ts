/** What time it is for decisions: the clock on the wall, unless the local run drives another. Epoch ms. */
let source: () => number = Date.now

export function now(): number {
  return source()
}

/** Only for the local run, whose clock a replay moves. */
export function useClock(clock: () => number): void {
  source = clock
}
