import type { NotedReason } from '../contract/reason.ts'
import type { ValuesOf } from './texts/about.ts'
import { gates } from './texts/en/gates.ts'
import type { reasons } from './texts/en/reasons.ts'

type Words = typeof gates & typeof reasons
type Area = keyof Words

/**
 * Why something was decided, as it is kept: a code, and the values it speaks of. Which codes there are, and which values,
 * is read off their words in English.
 */
export type Reason = { [A in Area]: ReasonOf<A, Words[A]['reasons']> }[Area]
export type ReasonCode = Reason['is']

type ReasonOf<A extends string, R> = { [C in keyof R & string]: { is: `${A}.${C}` } & ValuesOf<R[C]> }[keyof R & string]

export type GateName = keyof typeof gates
export const GATE_NAMES = Object.keys(gates) as readonly GateName[]

/** A reason out of one of our own events. A later version may have written it: then it has no words here. */
export function asReason(noted: NotedReason): Reason {
  return noted as Reason
}

/** A gate out of one of our own events, likewise. */
export function asGate(noted: string): GateName {
  return noted as GateName
}

/** It needs the approval of a second person until then. */
export function awaited(until: number): Reason {
  return { is: 'approval.awaited', until: new Date(until).toISOString().slice(0, 16).replace('T', ' ') }
}
