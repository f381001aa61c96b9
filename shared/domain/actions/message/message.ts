/** A text for the member, over the first of these channels that reaches them. */
export interface MessageSpec {
  kind: 'message'
  template: string
  /** A locale, or `member`: the member's own at the time of sending. */
  locale: 'member' | string
  channel: string
  /** Further channels, in this order. */
  instead: readonly string[]
  /** The channel of the member's preferences comes first. */
  byPreference: boolean
  /** How long a gateway may take to send it, ms. */
  validFor: number
}

export type MessagePlan = Omit<MessageSpec, 'instead' | 'byPreference'>

/** The message's id for gateways. */
export function messageIdOf(actionId: string): string {
  return `message-${actionId}`
}

declare module '../kinds.ts' {
  interface Kinds {
    message: { spec: MessageSpec; plan: MessagePlan }
  }
}
