import type { Fault } from './fault.ts'

/** Clocks of machines differ by a little. */
export const clockOff: Fault = {
  concerns: ({ port, method }) => port === 'function' && method === 'start',
  effect: (_, chance) => ({ is: 'clock', ms: chance.pick([-4_000, -500, 500, 4_000]) }),
}
