import type { Envelope, Fault } from '../contract/index.ts'

/**
 * What happened to a member: the event, the decisions and their reasons. Written last, after everything that follows from
 * the event was handed over: if the record exists, all of that is done.
 */
export interface ReactionRecord {
  memberId: string
  /** The event's name (events/identity). For reactions to time it is derived from the member's version. */
  id: string
  type: string
  occurredAt: number
  /** The `now` of the reaction. */
  reactedAt: number
  /** The bus's id of the accepted delivery. Another delivery with the same event id is a duplicate. */
  delivery: string
  /** Fingerprint of the content, for events that happen once. Older records have none. */
  print?: string
  /** JSON: the event's detail, receipts, versions of rulebook and world (domain/receipt). */
  body: string
  /** Epoch seconds after which it may be deleted. */
  expiresAt: number
}

/** An accepted event: its type, its delivery and the fingerprint of its content. */
export type AcceptedAs = Pick<ReactionRecord, 'type' | 'delivery' | 'print'>

export interface Records {
  /**
   * Which of these exist, by {@link recordKey}, and what was accepted there. Without `consistent`, a record written a moment
   * ago may be missing.
   */
  accepted(
    keys: readonly { memberId: string; id: string }[],
    options?: { consistent?: boolean },
  ): Promise<Map<string, AcceptedAs>>
  /** Writes them all, replacing existing ones. */
  put(records: readonly ReactionRecord[]): Promise<void>
  /** Writes it unless it exists: `false` if it does. */
  putNew(record: ReactionRecord): Promise<boolean>
  /** All records of a member, unordered. */
  list(memberId: string): Promise<ReactionRecord[]>
  /** Records a duplicate delivery once: `false` if it was recorded before. */
  noteDuplicate(memberId: string, id: string, delivery: string, expiresAt: number): Promise<boolean>
  /** Deletes the records and duplicates of a member. What they counted in their months stays, as of erased members. */
  erase(memberId: string): Promise<void>
  /** One page of all records: for counting anew, not for display. */
  page(cursor?: string): Promise<{
    records: Pick<ReactionRecord, 'reactedAt' | 'body'>[]
    cursor?: string | undefined
  }>
  /**
   * Accepted events by type, duplicates (whole flights included), and the sum of what `countsOf` finds in the bodies. Scans
   * all records: for repair, not for display.
   */
  count(countsOf: (body: string) => Readonly<Record<string, number>>): Promise<{
    acceptedByType: Record<string, number>
    duplicates: number
    inBodies: Record<string, number>
  }>
}

/** The key of a record in the answer of {@link Records.accepted}. */
export function recordKey(memberId: string, id: string): string {
  return `${memberId}\n${id}`
}

/** Events about a whole flight, which have no member. Each is recorded once, so that a redelivery is recognised. */
export interface Flights {
  /** Whether an event of this name was accepted before, in any delivery. */
  seen(id: string): Promise<boolean>
  /**
   * Records the event, once all passengers were sent on. `accepted`: it is new. `duplicate`: another delivery of it, for the
   * first time. `again`: a delivery that was recorded before. `conflict`: it has other content, and is not recorded.
   */
  accept(event: {
    id: string
    type: string
    delivery: string
    print: string
    expiresAt: number
  }): Promise<'accepted' | 'again' | 'duplicate' | 'conflict'>
}

/** An event that was not accepted, whole, with the reason. */
export interface SetAside {
  /** Derived from the delivery, so that a redelivery is set aside once. */
  key: string
  setAsideAt: number
  fault: Fault
  envelope: Envelope
  /** The cards it names. It can be found by each of them. */
  cards: readonly string[]
}

export interface SetAsides {
  /** `false` if it was there already. It is kept whole, however large an event the bus accepts. */
  put(entry: SetAside): Promise<boolean>
  /** Replaces the one with the same key: `false` if there is none any more. */
  replace(entry: SetAside): Promise<boolean>
  /** One page in the order of keys, at most `chars` in all, unless a single one is larger. */
  list(options: {
    cursor?: string | undefined
    limit: number
    chars?: number
  }): Promise<{ entries: SetAside[]; cursor?: string | undefined }>
  /** Those that name a card, unordered. */
  about(card: string): Promise<SetAside[]>
  /** The one with this key. */
  read(key: string): Promise<SetAside | undefined>
  remove(key: string): Promise<boolean>
}
