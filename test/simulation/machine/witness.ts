import type { Announcement } from '../../../shared/contract/announcements.ts'
import type { Envelope } from '../../../shared/contract/index.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import type { QueueName } from '../../../shared/pipeline.ts'
import type { GrantOutcome, GrantRequest, OutgoingMail } from '../../../shared/ports/index.ts'

/** Where something stands among everything that was seen, and when it was. */
export interface Seen {
  seq: number
  at: number
}

/** What is seen from outside while a story is played: by the airline, the queues, SES, the ledger and the bus. */
export interface Witness {
  /** Put on the bus, or into the queue of events by a link in a mail. */
  puts: (Seen & { envelope: Envelope; poison: boolean })[]
  /** A function took a message, and is done with it: from then on it must act on what it was told. */
  messages: Map<string, { queue: QueueName; body: string; takenAt: number; doneAt?: number }>
  /** What SES took, whatever it answered; `claim`: when the sender last wrote the member before, if it did. */
  mails: (Seen & { mail: OutgoingMail; claim?: Seen | undefined; answered: boolean })[]
  /** Messages that the bus took for the airline's gateways, whatever it answered; `claim` as of a mail. */
  messagesReady: (Seen & { ready: Announcement<'message.ready'>['detail']; claim?: Seen | undefined })[]
  /** What the ledger was asked and answered. */
  grants: (Seen & { request: GrantRequest; outcome: GrantOutcome })[]
  announcements: (Seen & { announcement: Announcement })[]
  rulebooks: Map<string, Rulebook>
  /** The world as somebody wrote it. */
  /** `paused`: campaigns that are paused or stopped: no mail of theirs is claimed. */
  worlds: (Seen & { rulebook?: string | undefined; paused: string[] })[]
  /** Sums that a nightly run found to be others than those of their members. */
  wrongSums: string[]
  strikes: (Seen & { kind: string; call: string })[]
  /** For the story: what happened, in words. */
  log: (Seen & { what: string })[]
}

export function newWitness(): Witness {
  return {
    puts: [],
    messages: new Map(),
    mails: [],
    messagesReady: [],
    grants: [],
    announcements: [],
    rulebooks: new Map(),
    worlds: [],
    wrongSums: [],
    strikes: [],
    log: [],
  }
}
