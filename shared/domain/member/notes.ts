/** A mail, or a message over another channel, that was claimed. */
export interface MailNote {
  actionId: string
  /** Over which channel; absent: e-mail. */
  channel?: string
  campaign: string
  class: 'marketing' | 'service'
  claimedAt: number
  /** Whether caps count it, where that is not as usual for its class. */
  counts?: boolean
  /** Its campaign's tags, if any. */
  tags?: string[]
  deliveredAt?: number
  openedAt?: number
  clickedAt?: number
  /** Of a message: when the gateway said that it sent it, that it could not, and that the member replied. */
  sentAt?: number
  failedAt?: number
  repliedAt?: number
}

/**
 * Why the member is not written to. A hard bounce belongs to the address, and so does a spam report of somebody who has it
 * too (`report`); the member's own (`complaint`) is theirs, whatever their address.
 */
export interface Suppression {
  why: 'bounce' | 'complaint' | 'report'
  /** Over which channel; absent: e-mail. */
  channel?: string
  /** Hash of the address; of a channel of the airline's own, which knows the card alone, of that. */
  address: string
  at: number
}

export function channelOf({ channel = 'email' }: MailNote): string {
  return channel
}

export function isMail(note: MailNote): boolean {
  return note.channel === undefined
}
