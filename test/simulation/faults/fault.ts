import type { MailFate } from '../../../shared/adapters/memory/index.ts'
import type { Chance } from '../chance.ts'
import type { Meanwhile } from './meanwhile.ts'

/** A call of a function to something outside of it: what a fault can strike. */
export interface Call {
  /** The function that calls. */
  by: string
  port: string
  method: string
  args: readonly unknown[]
  /** Which member, action, event it is about. */
  about: string
  /** Names this call among all of the run, whatever else happens in it. */
  key: string
}

/** What a fault does to a call. */
export type Effect =
  /** The process dies, before what it calls for is done or after. */
  | { is: 'crash'; done: boolean }
  /** The call fails; what it calls for is done all the same, or not. */
  | { is: 'failure'; done: boolean }
  /** Of a batch this share is done, then the call fails. */
  | { is: 'part'; share: number }
  /** It takes so long. */
  | { is: 'slow'; ms: number }
  /** An eventually consistent read gives what was there before. */
  | { is: 'stale' }
  /** Messages arrive once more, so much later. */
  | { is: 'twice'; ms: number }
  /** Messages arrive so much later, behind others. */
  | { is: 'late'; ms: number }
  | { is: 'mail'; fate: MailFate }
  /** Somebody does something now, while the call takes so long. */
  | { is: 'meanwhile'; what: Meanwhile; ms: number }
  /** The function's clock is off by so much. */
  | { is: 'clock'; ms: number }

export interface Fault {
  concerns(call: Call): boolean
  effect(call: Call, chance: Chance): Effect
}

/** Sums are a list in one item: they are written whole or not at all. */
export const isBatch = ({ port, method, args }: Call): boolean =>
  `${port}.${method}` !== 'results.count' && args.some((each) => Array.isArray(each) && each.length > 0)
export const isSend = ({ port, method }: Call): boolean => port === 'queues' && method === 'send'
export const isMail = ({ port }: Call): boolean => port === 'mailer'
/** Starting a function and taking messages off a queue are no calls of the function's own. */
export const isOwn = ({ port }: Call): boolean => port !== 'function'
