/** A text: alone, or made with its values. */
export type Text<V> = string | ((values: V) => string)

// biome-ignore lint/suspicious/noExplicitAny: any values, read off by ValuesOf.
type AnyText = Text<any>

/** The values a text speaks of. The English one names them all, though it may say nothing of some. */
export type ValuesOf<T> = T extends (values: infer V) => string ? V : object

/** The name of a channel of the airline's own; absent: e-mail. */
export type OfChannel = { channel?: string }

/** What the words may speak of beside the reason's own values. */
export interface Beside {
  /** From when on the answer would have been another one, in local time. */
  from?: string
}

/** `null`: nothing of the member's, or of the day's, only the rules themselves. */
export type Otherwise<R> = { [C in keyof R]: null | Text<ValuesOf<R[C]> & Beside> }

/** Codes under one name, with their words. */
interface About<R> {
  /** A sentence without its stop. */
  reasons: R
  /** What would have had to be different: a phrase that stands after "with". */
  otherwise: Otherwise<R>
}

interface Gate<R> extends About<R> {
  /** What it asks, as a line of `explain` begins. */
  title: string
  /** What it was that stopped: not the gate's question. */
  stop: string
}

/** One gate in English. */
export function gate<R extends Record<string, AnyText>>(texts: Gate<R>): Gate<R> {
  return texts
}

/** Anything else that decides, in English. */
export function about<R extends Record<string, AnyText>>(texts: About<R>): About<R> {
  return texts
}

/** What comes about without anything that could have been otherwise, in English. */
export function happening<R extends Record<string, AnyText>>(reasons: R): { reasons: R } {
  return { reasons }
}

/** The same in another language: every text, with the same values. */
export type AboutIn<T> = {
  [A in keyof T]: T[A] extends { reasons: infer R }
    ? Omit<T[A], 'reasons'> & { reasons: { [C in keyof R]: Text<ValuesOf<R[C]>> } }
    : never
}

/** What a kind of action says, in English: its name, why it was done as it was, its steps in a line, and its events in a timeline. */
export interface ActionWords {
  name: string
  reasons: Record<string, unknown>
  step: Record<string, unknown>
  events: Record<string, string>
}

/** The same in another language. */
export type WordsIn<T extends ActionWords> = {
  name: string
  reasons: AboutIn<T['reasons']>
  step: T['step']
  events: T['events']
}
