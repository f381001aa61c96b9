import type { Fault } from './fault.ts'

/** A read that need not be consistent gives the member as it was before the last write, and none of the records. */
export const staleRead: Fault = {
  concerns: ({ port, method, args }) =>
    ['members read', 'records accepted'].includes(`${port} ${method}`) &&
    !(args[1] as { consistent?: boolean } | undefined)?.consistent,
  effect: () => ({ is: 'stale' }),
}
