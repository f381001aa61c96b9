import type { Fault } from './fault.ts'

/** A read that need not be consistent gives the member as it was before the last write. */
export const staleRead: Fault = {
  concerns: ({ port, method, args }) =>
    port === 'members' && method === 'read' && !(args[1] as { consistent?: boolean } | undefined)?.consistent,
  effect: () => ({ is: 'stale' }),
}
