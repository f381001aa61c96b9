/** An email, or a message over another channel, that was claimed. */
export interface MailNote {
  actionId: string
  /** Over which channel; absent: e-mail. */
  channel?: string
  campaign: string
  class: 'marketing' | 'service'
  claimedAt: number
  /** Whether caps count it, if that differs from its class's default. */
  counts?: boolean
  /** The leg whose cancellation it announces. */
  cancelled?: string
  /** Its campaign's tags, if any. */
  tags?: string[]
  deliveredAt?: number
  openedAt?: number
  clickedAt?: number
  /** A permanent bounce. */
  bouncedAt?: number
  /** For a message: when the gateway reported that it was sent, that it failed, and that the member replied. */
  sentAt?: number
  failedAt?: number
  repliedAt?: number
}

/**
 * Why the member is not written to. A hard bounce belongs to the address, and so does a spam report by somebody else who has
 * it (`report`). The member's own report (`complaint`) is theirs, whatever their address.
 */
export interface Suppression {
  why: 'bounce' | 'complaint' | 'report'
  /** Over which channel; absent: e-mail. */
  channel?: string
  /** A hash of the address; for a channel of the airline's own, which knows only the card, of that. */
  address: string
  at: number
}

export function channelOf({ channel = 'email' }: MailNote): string {
  return channel
}

export function isMail(note: MailNote): boolean {
  return note.channel === undefined
}
