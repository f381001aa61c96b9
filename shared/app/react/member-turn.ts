import { idIn } from '../../contract/identity.ts'
import { airlineEvents, type Fault, type MemberEvent } from '../../contract/index.ts'
import { OF_A_FLIGHT } from '../../contract/of-a-flight.ts'
import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import { refusalOf } from '../../domain/member/fold/refusal.ts'
import { LIMITS, type Member, type PendingAction, type UnrecordedReaction } from '../../domain/member/member.ts'
import { newMember } from '../../domain/member/new.ts'
import { recall, remember } from '../../domain/member/seen.ts'
import { type OwnEvent, type Passage, type ReactContext, type Reaction, react } from '../../domain/react.ts'
import type { Receipt, RecordBody, WayGone } from '../../domain/receipt.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { listOfReport, type MailWord, wordsOfReceipts, wordsOfReport } from '../../domain/sending/mail-words.ts'
import { type Counting, countingIn, countLevels, countReaction } from '../../domain/targets/counted.ts'
import { addMonths, type CountsByMonth } from '../../domain/targets/counts.ts'
import type {
  AcceptedAs,
  AssignmentNote,
  CounterChange,
  FinderWord,
  Membership,
  ReactionRecord,
  StoredMember,
} from '../../ports/index.ts'
import { countMails, type MailsByMonth } from '../feedback/deliverability.ts'
import { type HeardOf, heardFrom, type SuppressedNow, suppressedBy } from '../feedback/reputation.ts'
import { countAnswer } from '../satisfaction/count-answer.ts'
import type { Arrival } from './arrival.ts'
import { countedOf, waysGone } from './counted.ts'
import { happenedOf } from './happened.ts'
import { addChanges, analysesOf, type Changes, changesOf, type Moved, nothingMoved, saidOf } from './moved.ts'
import { detailOf, mustBeKept, recordOf, unrecordedOf } from './record.ts'
import { carriedOf, type Standing, standingOf } from './standing.ts'
import { addTo, type Counts, sumCounts, tallyOf } from './tally.ts'
import { indexedWake } from './wake-index.ts'

/** What a member's turn comes to: the write, and everything that follows it. Pure. */
export interface TurnResult {
  memberId: string
  /** The version of the member's item, if it is written. */
  version: number
  /** Undefined: nothing changed, nothing to write. */
  write?: StoredMember
  /** How the counters of `status` move. */
  counts: Counts
  /** How the counters of campaigns and audiences move. */
  counted: CounterChange[]
  /** How the months' figures move. */
  months: CountsByMonth
  /** What became of emails, for the lists of emails. */
  mailWords: MailWord[]
  /** The same, counted. */
  mails: MailsByMonth
  /** What receivers reported of our emails; each report once. */
  heard: HeardOf[]
  /** Addresses that nobody may write to any more. Repeated with each repeated report. */
  suppressed: SuppressedNow[]
  actions: PendingAction[]
  announcements: string[]
  messages: OwnEvent[]
  /** What the index of audiences is to say, as of this turn's write. */
  memberships: Membership[]
  /** By which names the index is to find the member, as of this turn's write. */
  finders: FinderWord[]
  /** The definitions of the analyses that the member was assigned to. */
  analyses: Analysis[]
  /** What the index of assignments is to say, as of this turn's write. */
  assignments: AssignmentNote[]
  /** Day cohorts whose sums have to be made again. */
  touched: { analysis: string; day: string; memberId: string }[]
  /** Put when everything above is handed over. */
  records: ReactionRecord[]
  /** Deliveries of events that were accepted before. */
  duplicates: { memberId: string; id: string; delivery: string }[]
  /** Another event under the name of one that was accepted. */
  conflicts: Arrival[]
  /** Events that the member cannot take any more, and why. */
  refused: { arrival: Arrival; fault: Fault }[]
  /** Accepted before under this very delivery: the record must be there, or is put now. */
  again: ReactionRecord[]
  /** Errors over single events. These are tried again; what the others came to stands. */
  failed: { arrival: Arrival; error: unknown }[]
  /** How many of the events this turn took; the rest is for the next. */
  took: number
  /** Everything else that is kept of the member is deleted. */
  erased: boolean
}

/** A member as read, decoded once; a new one where nothing is stored. */
export interface OnHand {
  memberId: string
  stored: StoredMember | undefined
  member: Member
}

export function onHandOf(memberId: string, stored: StoredMember | undefined): OnHand {
  return { memberId, stored, member: stored ? memberOf(stored) : newMember(memberId) }
}

/**
 * Decoded members by what was written of them, so that the next turn need not decode again. Members are never changed
 * in place.
 */
const known = new WeakMap<StoredMember, Member>()

export function memberOf(stored: StoredMember): Member {
  return known.get(stored) ?? decodeMember(stored)
}

export interface TurnContext extends ReactContext {
  /**
   * What a record says was accepted, by its id. Known for events that the member's cache cannot tell, and for
   * unrecorded reactions.
   */
  acceptedAs(recordId: string): AcceptedAs | undefined
}

/** An item carries unrecorded reactions up to this size. Their records are put before it takes on more. */
const UNRECORDED_CHARS_AT_MOST = 16 * 1024

/** Events of these types happen once: they are remembered and get a record. */
const happensOnce = (event: MemberEvent): boolean =>
  Object.hasOwn(airlineEvents, event.type) || OWN_THAT_HAPPEN_ONCE.has(event.type)
const OWN_THAT_HAPPEN_ONCE = new Set<string>([
  ...Object.values(OF_A_FLIGHT),
  'campaign.due',
  'email.unsubscribed',
  'consent.told',
  'task.taken',
  'task.noted',
  'task.closed',
  'task.overdue',
])

/** Records to be asked for, by their ids. */
export interface RecordsToAsk {
  /** Of events that the cache cannot tell. Read consistently: it decides what is counted. */
  unsure: string[]
  /** Of reactions that may not be recorded. One that is not found is handed over again, which does no harm. */
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
): TurnResult {
  const version = (stored?.version ?? 0) + 1
  const turn: TurnResult = {
    memberId,
    version,
    counts: {},
    months: {},
    mailWords: [],
    mails: {},
    heard: [],
    suppressed: [],
    actions: [],
    announcements: [],
    messages: [],
    memberships: [],
    finders: [],
    analyses: [],
    counted: [],
    assignments: [],
    touched: [],
    records: [],
    duplicates: [],
    conflicts: [],
    refused: [],
    again: [],
    failed: [],
    took: 0,
    erased: false,
  }
  const moved = nothingMoved()
  let member = finishUnrecorded(before, turn, moved, context)
  const receipts: Receipt[] = []
  const passed: Passage[] = []
  const counting = countingIn(context)

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
    const months = countedBy(reaction, { member, isKept: stored !== undefined || member !== before }, event, counting)
    addMonths(turn.months, months)
    turn.counted.push(...countAnswer(member, event, counting.calendar))
    const heard = heardFrom(event, member)
    turn.heard.push(...heard)
    countMails(turn.mails, reaction.member, { event, receipts: reaction.receipts, heard, monthOf: counting.monthOf })
    turn.mailWords.push(...wordsOfReport(event, member), ...wordsOfReceipts(memberId, reaction.receipts))
    turn.suppressed.push(...suppressedBy(event, member))
    const changes = changesOf(member, reaction.member, context.now)
    addChanges(moved, changes)
    turn.analyses.push(...reaction.analyses)
    const ways = waysGone(reaction.passed, context).map(({ set, name }) => [set, name] as const)
    member = keep(reaction, arrival, { changes, months, ways }, turn, context)
    receipts.push(...reaction.receipts)
    passed.push(...reaction.passed)
  }

  // If nothing was taken, no item is created.
  if (!stored && member === before) return turn
  turn.counts = sumCounts([turn.counts, tallyOf(stored ? before : undefined, member, receipts)])
  turn.counted.push(
    ...countedOf({ before: stored && before, after: member, receipts, passed }, context),
    ...happenedOf(turn.counts, memberId, context.now),
  )
  const state = encodeMember(member)
  const wakeAt = indexedWake(stored?.wakeAt, member.wakeAt, context.now)
  if (wakeAt !== stored?.wakeAt || isChanged(before, member, { from: stored?.state, to: state })) {
    turn.write = { memberId, version, state, wakeAt }
    known.set(turn.write, member)
  }
  // An erased member no longer says which audiences they were in, so all are told.
  if (turn.erased) for (const { id } of context.rulebook?.audiences ?? []) moved.audiences.add(id)
  const written = turn.write ?? stored
  if (written) Object.assign(turn, saidOf(member, moved, written.version))
  return turn
}

/** How a reaction moves the months' figures. */
function countedBy(
  reaction: Reaction,
  { member, isKept }: { member: Member; isKept: boolean },
  event: MemberEvent,
  counting: Counting,
): CountsByMonth {
  const months: CountsByMonth = {}
  countReaction(months, member, reaction, event, counting)
  // An event of which nothing is kept makes no member.
  const isMember = isKept || reaction.member !== member || happensOnce(event)
  if (isMember) countLevels(months, isKept ? member : undefined, reaction.member, counting)
  return months
}

/**
 * Whether the item has to be written. That a reaction has been recorded is no reason by itself: it is written with the
 * next change.
 */
function isChanged(before: Member, after: Member, state: { from: string | undefined; to: string }): boolean {
  if (state.to === state.from) return false
  if (after.unrecorded.length >= before.unrecorded.length) return true
  return encodeMember({ ...after, unrecorded: before.unrecorded }) !== state.from
}

function reactionTo(arrival: Arrival, member: Member, turn: TurnResult, context: TurnContext): Reaction | undefined {
  try {
    return react(member, arrival.event, context)
  } catch (error) {
    turn.failed.push({ arrival, error })
    return undefined
  }
}

function weightOf(unrecorded: readonly UnrecordedReaction[]): number {
  return unrecorded.reduce((sum, { body, announcements }) => sum + body.length + announcements.join('').length, 0)
}

/** Takes a reaction's results into the turn, and gives the member with its record still to be put. */
function keep(
  reaction: Reaction,
  { event, envelope, print }: Arrival,
  { changes: moved, months, ways }: { changes: Changes; months: CountsByMonth; ways: WayGone[] },
  turn: TurnResult,
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
    Object.assign(turn, { erased: true, records: [], again: [], duplicates: [], mailWords: [] })
    return member
  }
  const cohorts = [...new Set([...moved.noted, ...moved.touched])]
  const isKeptReport = listOfReport(event.type) !== undefined
  const changed =
    moved.audiences.length + moved.finders.length + cohorts.length + Object.keys(months).length + ways.length
  const kept = mustBeKept(reaction) || isKeptReport || changed > 0
  if (!once && !kept) return member
  const unrecorded = unrecordedOf(event, recordIdOf(event, turn), reaction, {
    now: context.now,
    delivery: envelope.id,
    ...(once && { print }),
    world: context.world.version,
    order: orderIn(turn),
    rulebook: context.rulebook?.version,
    moved: moved.audiences,
    finders: moved.finders,
    cohorts,
    months,
    ways,
  })
  turn.records.push(recordOf(member.memberId, unrecorded, detailOf(event)))
  return kept ? { ...member, unrecorded: [...member.unrecorded, unrecorded] } : member
}

/**
 * An event that happens once has one record, under its id. Our other events may come again and find something else due,
 * so each reaction to them has a record of its own.
 */
function recordIdOf(event: MemberEvent, turn: TurnResult): string {
  return happensOnce(event) ? event.id : `${event.id}#${orderIn(turn)}`
}

/** Whether the member knows an event already. Events that may be repeated always count as new. */
function standingIn(member: Member, arrival: Arrival, context: TurnContext): Standing {
  return member.erasedAt === undefined && happensOnce(arrival.event) ? standingOf(arrival, member, context) : 'new'
}

/** Notes an event that the member knows already. */
function noteKnown(
  standing: Exclude<Standing, 'new'>,
  member: Member,
  arrival: Arrival,
  turn: TurnResult,
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

/** The reaction that the item still carries; an empty one where it carries none. */
function unfinished(
  member: Member,
  { event, envelope, print }: Arrival,
  turn: TurnResult,
  context: TurnContext,
): UnrecordedReaction {
  const carried = carriedOf(event, member)
  if (carried) return carried
  const common = { now: context.now, delivery: envelope.id, print, world: context.world.version, order: orderIn(turn) }
  return unrecordedOf(event, event.id, { ...emptyReaction, member, wakeAt: 0 }, common)
}

/** The order number of this turn's next reaction among all of the member's. */
function orderIn(turn: TurnResult): number {
  return turn.version * 1000 + turn.records.length + turn.again.length
}

const emptyReaction = {
  receipts: [],
  announcements: [],
  actions: [],
  entered: [],
  left: [],
  messages: [],
  analyses: [],
  passed: [],
}

/**
 * Hands over again earlier reactions whose record is missing: that was not finished. They stay in the item until their
 * record is seen; recorded ones are taken out.
 */
function finishUnrecorded(member: Member, turn: TurnResult, moved: Moved, context: TurnContext): Member {
  const unfinished = member.unrecorded.filter((reaction) => !context.acceptedAs(reaction.id))
  for (const reaction of unfinished) {
    turn.records.push(recordOf(member.memberId, reaction, {}))
    turn.announcements.push(...reaction.announcements)
    turn.mailWords.push(...wordsOfReceipts(member.memberId, (JSON.parse(reaction.body) as RecordBody).receipts))
    turn.actions.push(...stillPending(member, reaction))
    const { moved: audiences = [], finders = [], cohorts = [] } = reaction
    addChanges(moved, { audiences, finders, noted: cohorts, touched: cohorts })
    turn.analyses.push(...analysesOf(member, cohorts, context.rulebook))
  }
  return unfinished.length < member.unrecorded.length ? { ...member, unrecorded: unfinished } : member
}

function stillPending(member: Member, reaction: UnrecordedReaction): PendingAction[] {
  return member.pending.filter((action) => reaction.actions.includes(action.actionId))
}
