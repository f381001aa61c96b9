/** How often and how slowly a service's incomplete answer is retried. */
export interface Patience {
  attempts: number
  firstDelayMs: number
  longestDelayMs: number
  wait(ms: number): Promise<void>
}

/** About five seconds in all, well within a function's time-out. */
export const patient: Patience = {
  attempts: 8,
  firstDelayMs: 25,
  longestDelayMs: 2_000,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** Something is left after the last attempt. */
export class NotDone extends Error {
  /** Nothing was accepted at all. */
  readonly none: boolean

  constructor(message: string, none: boolean) {
    super(message)
    this.none = none
  }
}

/** Waits before the next attempt: twice as long each time, with jitter, so that those who collided do not meet again. */
export async function backOff(attempt: number, { firstDelayMs, longestDelayMs, wait }: Patience): Promise<void> {
  const most = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt)
  await wait(most * (0.5 + Math.random() / 2))
}

/**
 * Passes all of `items` to `attempt`, then those it returns as not done, until none is left. Throws if some are left after
 * the last attempt: nothing is dropped silently.
 */
export async function untilDone<T>(
  what: string,
  items: T[],
  attempt: (items: T[]) => Promise<T[]>,
  patience: Patience,
): Promise<void> {
  let rest = items
  for (let tries = 0; rest.length > 0; tries++) {
    if (tries > 0) await backOff(tries - 1, patience)
    rest = await attempt(rest)
    if (rest.length > 0 && tries + 1 >= patience.attempts)
      throw new NotDone(
        `${what}: ${rest.length} of ${items.length} not taken after ${tries + 1} tries`,
        rest.length === items.length,
      )
  }
}

/** What an AWS client's error may contain. */
export interface Failure {
  name?: string
  message?: string
  /** Of the network. */
  code?: string | undefined
  $metadata?: { httpStatusCode?: number }
  /** Of a transaction, item by item. */
  CancellationReasons?: { Code?: string }[]
}

export function failureOf(error: unknown): Failure {
  return Object(error) as Failure
}
