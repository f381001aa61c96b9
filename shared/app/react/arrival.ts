import type { Envelope, MemberEvent } from '../../contract/index.ts'

/** One event of a batch, with where it came from. */
export interface Arrival {
  messageId: string
  envelope: Envelope
  event: MemberEvent
  /** A hash of the event's content. */
  print: string
}
