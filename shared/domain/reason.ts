import type { NotedReason } from '../contract/reason.ts'
import type { ValuesOf } from './texts/about.ts'
import type { gates } from './texts/en/gates.ts'
import type { reasons } from './texts/en/reasons.ts'

type Words = typeof gates & typeof reasons
type Area = keyof Words

/**
 * Why something was decided, as stored: a code and its values. The codes and their values are derived from the English
 * words.
 */
export type Reason = { [A in Area]: ReasonOf<A, Words[A]['reasons']> }[Area]
export type ReasonCode = Reason['is']

type ReasonOf<A extends string, R> = { [C in keyof R & string]: { is: `${A}.${C}` } & ValuesOf<R[C]> }[keyof R & string]

export type GateName = keyof typeof gates

/** A reason from one of our own events. A later version may have written it: then it has no words here. */
export function asReason(noted: NotedReason): Reason {
  return noted as Reason
}

/** A gate from one of our own events, likewise. */
export function asGate(noted: string): GateName {
  return noted as GateName
}

/** It needs a second person's approval by then. */
export function awaited(until: number): Reason {
  return { is: 'approval.awaited', until: new Date(until).toISOString().slice(0, 16).replace('T', ' ') }
}
