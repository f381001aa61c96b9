import { type Fault, isBatch, isOwn } from './fault.ts'

/** Of a batch only some was taken, even after the client tried again. */
export const partlyDone: Fault = {
  concerns: (call) => isOwn(call) && isBatch(call),
  effect: (_, chance) => ({ is: 'part', share: chance.next() }),
}
