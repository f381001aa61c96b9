import { type Fault, isOwn } from './fault.ts'

/** The process dies at a call: a deployment, out of memory, the machine gone. */
export const crashBefore: Fault = { concerns: isOwn, effect: () => ({ is: 'crash', done: false }) }
export const crashAfter: Fault = { concerns: isOwn, effect: () => ({ is: 'crash', done: true }) }
