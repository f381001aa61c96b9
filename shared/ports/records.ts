import type { Envelope, Fault } from '../contract/index.ts'

/**
 * What happened to a member, kept: the event, what was decided and why. Put last, after everything that follows from
 * the event has been handed over: a record's existence says so.
 */
export interface ReactionRecord {
  memberId: string
  /** The event's name (events/identity); for reactions to time, derived from the member's version. */
  id: string
  type: string
  occurredAt: number
  /** The `now` of the reaction. */
  reactedAt: number
  /** The bus's id of the delivery that was accepted: another one with the same event id is a duplicate. */
  delivery: string
  /** Fingerprint of what the event says, where it happens once. What is from before has none. */
  print?: string
  /** JSON: the event's detail, receipts, rulebook and world versions (domain/receipt). */
  body: string
  /** Epoch seconds after which it may go. */
  expiresAt: number
}

/** Under which delivery an event was accepted, of which type, and what it said. */
export type AcceptedAs = Pick<ReactionRecord, 'type' | 'delivery' | 'print'>

export interface Records {
  /**
   * Which of these exist, by {@link recordKey}, and what was accepted there. Without `consistent` one that was put a moment
   * ago may be missing.
   */
  accepted(
    keys: readonly { memberId: string; id: string }[],
    options?: { consistent?: boolean },
  ): Promise<Map<string, AcceptedAs>>
  /** Puts them all, over what may be there. */
  put(records: readonly ReactionRecord[]): Promise<void>
  /** Puts it unless it is there: `false` where it was. */
  putNew(record: ReactionRecord): Promise<boolean>
  /** All of a member's, in no order. */
  list(memberId: string): Promise<ReactionRecord[]>
  /** Notes a duplicate delivery once: `false` where this delivery was noted before. */
  noteDuplicate(memberId: string, id: string, delivery: string, expiresAt: number): Promise<boolean>
  /** Records and duplicates of a member go. */
  erase(memberId: string): Promise<void>
  /**
   * Accepted by type and duplicates (whole flights among them), and the sum of what `countsOf` finds in the bodies:
   * by going through all records, for repair and not for show.
   */
  count(countsOf: (body: string) => Readonly<Record<string, number>>): Promise<{
    acceptedByType: Record<string, number>
    duplicates: number
    inBodies: Record<string, number>
  }>
}

/** The key under which is returned what a record says. */
export function recordKey(memberId: string, id: string): string {
  return `${memberId}\n${id}`
}

/** Whole-flight events, which have no member: noted once each, so that a redelivery is recognised. */
export interface Flights {
  /** Whether an event of this name was accepted before, under whatever delivery. */
  seen(id: string): Promise<boolean>
  /**
   * Notes the event, once every passenger has been sent on: `accepted`. A further delivery of it is a `duplicate`, the
   * first time; one that was noted already comes `again`. One that says something else is a `conflict`, and is not noted.
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
  /** Derived from the delivery, so that the same one is set aside once. */
  key: string
  setAsideAt: number
  fault: Fault
  envelope: Envelope
  /** Cards that it names: by each of them it is found. */
  cards: readonly string[]
}

export interface SetAsides {
  /** `false` where it was there already. However large an event the bus has brought, it is kept whole. */
  put(entry: SetAside): Promise<boolean>
  /** Puts it in the place of the one with its key: `false` where there is none any more. */
  replace(entry: SetAside): Promise<boolean>
  /** One page in the order of keys: not more than `chars` in all, but for one that is larger by itself. */
  list(options: {
    cursor?: string | undefined
    limit: number
    chars?: number
  }): Promise<{ entries: SetAside[]; cursor?: string | undefined }>
  /** Those that name a card, in no order. */
  about(card: string): Promise<SetAside[]>
  remove(key: string): Promise<boolean>
}
