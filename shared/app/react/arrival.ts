import type { Envelope, MemberEvent } from '../../contract/index.ts'

/** One event of a batch, with where it came from. */
export interface Arrival {
  messageId: string
  envelope: Envelope
  event: MemberEvent
  /** Fingerprint of what it says. */
  print: string
}
