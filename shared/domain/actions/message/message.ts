import type { Traits } from '../traits.ts'

/** A text for the member, over the first of these channels that reaches them. */
export interface MessageSpec {
  kind: 'message'
  template: string
  /** A locale, or `member`: the member's own at the time of the send. */
  locale: 'member' | string
  channel: string
  /** What else it may take, in this order. */
  instead: readonly string[]
  /** The channel that the member named in their preferences comes first. */
  byPreference: boolean
  /** How long a gateway may take to send it, milliseconds. */
  validFor: number
}

export type MessagePlan = Omit<MessageSpec, 'instead' | 'byPreference'>

export const message: Traits = {
  name: { en: 'message', 'zh-CN': '消息' },
  sells: true,
  notKnown: 'message.unknown',
}

/** What gateways know the message by. */
export function messageIdOf(actionId: string): string {
  return `message-${actionId}`
}
