import { idIn } from '../../contract/identity.ts'
import { airlineEvents, type Fault, type MemberEvent } from '../../contract/index.ts'
import { OF_A_FLIGHT } from '../../contract/of-a-flight.ts'
import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import { refusalOf } from '../../domain/member/fold/refusal.ts'
import { LIMITS, type Member, type PendingAction, type UnrecordedReaction } from '../../domain/member/member.ts'
import { newMember } from '../../domain/member/new.ts'
import { movedSeats, seatsOf } from '../../domain/member/seats.ts'
import { recall, remember } from '../../domain/member/seen.ts'
import { type OwnEvent, type ReactContext, type Reaction, react } from '../../domain/react.ts'
import type { Receipt } from '../../domain/receipt.ts'
import type { AcceptedAs, Membership, ReactionRecord, SeatTaken, StoredMember } from '../../ports/index.ts'
import { type HeardOf, heardFrom, type SuppressedNow, suppressedBy } from '../feedback/reputation.ts'
import type { Arrival } from './arrival.ts'
import { detailOf, mustBeKept, recordOf, unrecordedOf } from './record.ts'
import { carriedOf, type Standing, standingOf } from './standing.ts'
import { addTo, type Counts, sumCounts, tallyOf } from './tally.ts'
import { indexedWake } from './wake-index.ts'

/** What a member's turn comes to: the write, and everything that follows it. Pure. */
export interface MemberTurn {
  memberId: string
  /** Of the item, should it be written. */
  version: number
  /** Undefined: nothing changed, nothing to write. */
  write?: StoredMember
  /** Read before: what the counters move from. */
  counts: Counts
  /** What receivers said of our mail, for the first time. */
  heard: HeardOf[]
  /** Addresses that nobody is to write to any more: told again each time a report comes again. */
  suppressed: SuppressedNow[]
  actions: PendingAction[]
  announcements: string[]
  messages: OwnEvent[]
  /** What the index of audiences is to say, as of this turn's write. */
  memberships: Membership[]
  /** What the index of who is booked on which leg is to say, as of this turn's write. */
  seats: SeatTaken[]
  /** Put after everything above is handed over. */
  records: ReactionRecord[]
  /** Deliveries of events that were accepted before. */
  duplicates: { memberId: string; id: string; delivery: string }[]
  /** Told under the name of an event that was accepted before, and said something else. */
  conflicts: Arrival[]
  /** What cannot be put into the member any more, and why. */
  refused: { arrival: Arrival; fault: Fault }[]
  /** Accepted before under this very delivery: its record must be there, or is put now. */
  again: ReactionRecord[]
  /** What was thrown over one event alone: it is tried again, and what came of the others stands. */
  failed: { arrival: Arrival; error: unknown }[]
  /** How many of the events it was for: the rest is for the next turn. */
  took: number
  /** Everything else that is kept of the member goes. */
  erased: boolean
}

/** A member as read, decoded once: new where nothing is stored. */
export interface OnHand {
  memberId: string
  stored: StoredMember | undefined
  member: Member
}

export function onHandOf(memberId: string, stored: StoredMember | undefined): OnHand {
  return { memberId, stored, member: stored ? memberOf(stored) : newMember(memberId) }
}

/**
 * What is written is known without reading it again: where a store gives back the very object (in memory), and from one
 * write of a batch to the next. Nobody alters a member in place.
 */
const known = new WeakMap<StoredMember, Member>()

export function memberOf(stored: StoredMember): Member {
  return known.get(stored) ?? decodeMember(stored)
}

export interface TurnContext extends ReactContext {
  /** What a record says was accepted, by its id: asked for events the cache does not reach, and for what is unrecorded. */
  acceptedAs(recordId: string): AcceptedAs | undefined
}

/** What an item carries of reactions that are not recorded yet; their records are put before it takes on more. */
const UNRECORDED_CHARS_AT_MOST = 16 * 1024

/** Events of these types happen once: they are remembered, and their records put. */
const happensOnce = (event: MemberEvent): boolean =>
  Object.hasOwn(airlineEvents, event.type) || OWN_THAT_HAPPEN_ONCE.has(event.type)
const OWN_THAT_HAPPEN_ONCE = new Set<string>([...Object.values(OF_A_FLIGHT), 'campaign.due', 'email.unsubscribed'])

/** Records to be asked for, by their ids. */
export interface RecordsToAsk {
  /** Of events that the cache cannot tell: whether they were accepted decides what is counted. */
  unsure: string[]
  /** Of reactions that are not known to be recorded: one that is not found is handed over again, which does no harm. */
  unrecorded: string[]
}

export function recordsToAsk(member: Member, arrivals: readonly Arrival[]): RecordsToAsk {
  const overflows = member.seen.length + arrivals.length > LIMITS.seen
  const unsure = arrivals.filter(
    ({ event }) => happensOnce(event) && (overflows || recall(member, event.id, event.occurredAt) !== 'new'),
  )
  const names = new Set(unsure.flatMap(({ event }) => [event.id, idIn(event.id)]))
  const unrecorded = member.unrecorded.map((each) => each.id).filter((id) => !names.has(id))
  return { unsure: [...names], unrecorded }
}

/** Reacts to a member's events one after the other, in one read and one write. */
export function takeTurn(
  { memberId, stored, member: before }: OnHand,
  arrivals: readonly Arrival[],
  context: TurnContext,
): MemberTurn {
  const version = (stored?.version ?? 0) + 1
  const turn: MemberTurn = {
    memberId,
    version,
    counts: {},
    heard: [],
    suppressed: [],
    actions: [],
    announcements: [],
    messages: [],
    memberships: [],
    seats: [],
    records: [],
    duplicates: [],
    conflicts: [],
    refused: [],
    again: [],
    failed: [],
    took: 0,
    erased: false,
  }
  const moved = { audiences: new Set<string>(), seats: new Set<string>() }
  let member = finishUnrecorded(before, turn, moved, context)
  const receipts: Receipt[] = []

  for (const arrival of arrivals) {
    if (turn.took > 0 && weightOf(member.unrecorded) > UNRECORDED_CHARS_AT_MOST) break
    turn.took++
    const { event } = arrival
    const standing = standingIn(member, arrival, context)
    if (standing !== 'new') {
      noteKnown(standing, member, arrival, turn, context)
      continue
    }
    const fault = member.erasedAt === undefined ? refusalOf(member, event, context.rulebook) : undefined
    if (fault) {
      turn.refused.push({ arrival, fault })
      continue
    }
    const reaction = reactionTo(arrival, member, turn, context)
    if (!reaction) continue
    turn.heard.push(...heardFrom(event, member))
    turn.suppressed.push(...suppressedBy(event, member))
    const changes = { audiences: changedAudiences(member, reaction.member), seats: movedSeats(member, reaction.member) }
    for (const audience of changes.audiences) moved.audiences.add(audience)
    for (const leg of changes.seats) moved.seats.add(leg)
    member = keep(reaction, arrival, changes, turn, context)
    receipts.push(...reaction.receipts)
  }

  // Of whom nothing was taken no item begins.
  if (!stored && member === before) return turn
  turn.counts = sumCounts([turn.counts, tallyOf(stored ? before : undefined, member, receipts)])
  const state = encodeMember(member)
  const wakeAt = indexedWake(stored?.wakeAt, member.wakeAt, context.now)
  if (wakeAt !== stored?.wakeAt || isChanged(before, member, { from: stored?.state, to: state })) {
    turn.write = { memberId, version, state, wakeAt }
    known.set(turn.write, member)
  }
  // Of who was erased nothing says any more where they were: the index is told of every audience.
  const audiences = turn.erased ? (context.rulebook?.audiences ?? []).map(({ id }) => id) : [...moved.audiences]
  const written = turn.write ?? stored
  if (written) {
    turn.memberships = audiences.map((audience) => membershipOf(member, audience, written.version))
    turn.seats = seatsTaken(member, moved.seats, written.version)
  }
  return turn
}

/** That a reaction is recorded by now is written with the next change: by itself it is not worth a write. */
function isChanged(before: Member, after: Member, state: { from: string | undefined; to: string }): boolean {
  if (state.to === state.from) return false
  if (after.unrecorded.length >= before.unrecorded.length) return true
  return encodeMember({ ...after, unrecorded: before.unrecorded }) !== state.from
}

function reactionTo(arrival: Arrival, member: Member, turn: MemberTurn, context: TurnContext): Reaction | undefined {
  try {
    return react(member, arrival.event, context)
  } catch (error) {
    turn.failed.push({ arrival, error })
    return undefined
  }
}

function membershipOf(member: Member, audience: string, version: number): Membership {
  const since = member.audiences[audience]
  return { audience, memberId: member.memberId, version, ...(since !== undefined && { since }) }
}

function seatsTaken(member: Member, legs: ReadonlySet<string>, version: number): SeatTaken[] {
  if (legs.size === 0) return []
  const seats = seatsOf(member)
  return [...legs].map((leg) => {
    const seat = seats.get(leg)
    return { leg, memberId: member.memberId, version, ...(seat && { seat }) }
  })
}

/** Audiences that the member is in before and not after, or after and not before. */
function changedAudiences({ audiences: before }: Member, { audiences: after }: Member): string[] {
  if (before === after) return []
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (id) => before[id] === undefined || after[id] === undefined,
  )
}

function weightOf(unrecorded: readonly UnrecordedReaction[]): number {
  return unrecorded.reduce((sum, { body, announcements }) => sum + body.length + announcements.join('').length, 0)
}

/** Takes a reaction's results into the turn, and gives the member with its record still to be put. */
function keep(
  reaction: Reaction,
  { event, envelope, print }: Arrival,
  moved: { audiences: string[]; seats: string[] },
  turn: MemberTurn,
  context: TurnContext,
): Member {
  let { member } = reaction
  const once = happensOnce(event) && member.erasedAt === undefined
  const accepted = { id: event.id, at: event.occurredAt, delivery: envelope.id, print }
  if (once) member = { ...member, ...remember(member, accepted) }
  if (once && Object.hasOwn(airlineEvents, event.type)) addTo(turn.counts, `accepted.${event.type}`, 1)
  turn.actions.push(...reaction.actions)
  turn.announcements.push(...reaction.announcements.map((each) => JSON.stringify(each)))
  turn.messages.push(...reaction.messages)
  if (member.erasedAt !== undefined || event.type === 'member.forgotten') {
    Object.assign(turn, { erased: true, records: [], again: [], duplicates: [] })
    return member
  }
  const kept = mustBeKept(reaction) || moved.audiences.length > 0 || moved.seats.length > 0
  if (!once && !kept) return member
  const unrecorded = unrecordedOf(event, recordIdOf(event, turn), reaction, {
    now: context.now,
    delivery: envelope.id,
    ...(once && { print }),
    world: context.world.version,
    order: orderIn(turn),
    rulebook: context.rulebook?.version,
    moved: moved.audiences,
    seats: moved.seats,
  })
  turn.records.push(recordOf(member.memberId, unrecorded, detailOf(event)))
  return kept ? { ...member, unrecorded: [...member.unrecorded, unrecorded] } : member
}

/**
 * What happens once has one record. What else is our own may be told again, and each telling may come upon something else that is
 * due: its record must not stand in the place of the first one's.
 */
function recordIdOf(event: MemberEvent, turn: MemberTurn): string {
  return happensOnce(event) ? event.id : `${event.id}#${orderIn(turn)}`
}

/** How an event that happens once stands to what the member knows. Whatever else is told is new each time. */
function standingIn(member: Member, arrival: Arrival, context: TurnContext): Standing {
  return member.erasedAt === undefined && happensOnce(arrival.event) ? standingOf(arrival, member, context) : 'new'
}

/** What is to be done about an event that is known already. */
function noteKnown(
  standing: Exclude<Standing, 'new'>,
  member: Member,
  arrival: Arrival,
  turn: MemberTurn,
  context: TurnContext,
): void {
  const { event, envelope } = arrival
  if (standing === 'conflict') turn.conflicts.push(arrival)
  if (standing === 'duplicate') turn.duplicates.push({ memberId: member.memberId, id: event.id, delivery: envelope.id })
  if (standing === 'unfinished') {
    const record = recordOf(member.memberId, unfinished(member, arrival, turn, context), detailOf(event))
    turn.records = turn.records.filter(({ id }) => id !== record.id)
    turn.again.push(record)
  }
}

/** The reaction to an event as the item still carries it; where it carries none, there was nothing to be lost. */
function unfinished(
  member: Member,
  { event, envelope, print }: Arrival,
  turn: MemberTurn,
  context: TurnContext,
): UnrecordedReaction {
  const carried = carriedOf(event, member)
  if (carried) return carried
  const common = { now: context.now, delivery: envelope.id, print, world: context.world.version, order: orderIn(turn) }
  return unrecordedOf(event, event.id, { ...emptyReaction, member, wakeAt: 0 }, common)
}

/** The place of the next reaction of this turn among all of the member's. */
function orderIn(turn: MemberTurn): number {
  return turn.version * 1000 + turn.records.length + turn.again.length
}

const emptyReaction = { receipts: [], announcements: [], actions: [], entered: [], left: [], messages: [] }

/**
 * Earlier reactions whose record is not there were not handed over to the end: whoever comes next does it, and they
 * stay in the item until their record is seen to be there. Those whose record is there are done, and leave.
 */
function finishUnrecorded(
  member: Member,
  turn: MemberTurn,
  moved: { audiences: Set<string>; seats: Set<string> },
  context: TurnContext,
): Member {
  const unfinished = member.unrecorded.filter((reaction) => !context.acceptedAs(reaction.id))
  for (const reaction of unfinished) {
    turn.records.push(recordOf(member.memberId, reaction, {}))
    turn.announcements.push(...reaction.announcements)
    turn.actions.push(...stillPending(member, reaction))
    for (const audience of reaction.moved ?? []) moved.audiences.add(audience)
    for (const leg of reaction.seats ?? []) moved.seats.add(leg)
  }
  return unfinished.length < member.unrecorded.length ? { ...member, unrecorded: unfinished } : member
}

function stillPending(member: Member, reaction: UnrecordedReaction): PendingAction[] {
  return member.pending.filter((action) => reaction.actions.includes(action.actionId))
}
