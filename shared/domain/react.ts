import type { Announcement } from '../contract/announcements.ts'
import type { About, MemberEvent, WingbackEvent } from '../contract/index.ts'
import { mayGoAgain } from './actions/email/again.ts'
import { giveUpMessages } from './actions/message/outcomes.ts'
import type { Family } from './audience/facts/index.ts'
import { familiesChanged } from './audience/facts/reads.ts'
import { calendarOf, MINUTE } from './calendar.ts'
import { evaluateAudiences } from './campaign/audiences.ts'
import { enterByDate } from './campaign/days.ts'
import { enterByEvent } from './campaign/enter.ts'
import { leaveCampaigns } from './campaign/exit.ts'
import { askHeldAgain, forgetEnded, tellJourneys, walkReady } from './campaign/journeys.ts'
import { foldOutcome, isOutcome } from './campaign/outcomes.ts'
import { enterByRound } from './campaign/scheduled-rounds.ts'
import type { OwnEvent, ReactContext, Turn } from './campaign/turn.ts'
import { meetNewVersions } from './campaign/versions.ts'
import { decodeMember } from './member/codec.ts'
import { foldFacts, isFactEvent } from './member/fold/index.ts'
import { refusalOf } from './member/fold/refusal.ts'
import { addJoins } from './member/joins.ts'
import type { Member, PendingAction } from './member/member.ts'
import { erased, forgotten, tombstone } from './member/merge.ts'
import type { Receipt } from './receipt.ts'

export type { OwnEvent, ReactContext } from './campaign/turn.ts'
export type { WorldHints } from './campaign/world.ts'

export interface Reaction {
  member: Member
  receipts: Receipt[]
  announcements: Announcement[]
  /** To hand to their queues, after the member is written. */
  actions: PendingAction[]
  entered: string[]
  left: string[]
  /** Wingback's own events about other members: what one card hands to another in a merge. */
  messages: OwnEvent[]
  /** When the member must be looked at again though nothing happens; Infinity: never. */
  wakeAt: number
}

/** An action without an outcome is not handed over again before this, then not before twice as long, and so on. */
const HAND_OVER_AGAIN_AFTER = 5 * MINUTE
const HANDOVERS_DOUBLE_AT_MOST = 8
/** A merged card is handed to its survivor ever more seldom, in the end once a week: what it knew may be a refusal. */
const HAND_DOWNS_DOUBLE_AT_MOST = 11
/** A worker that had begun before somebody was erased may end after it: what it leaves is erased this much later. */
const ERASE_AGAIN_AFTER = 15 * MINUTE
/** How many past wakes one reaction catches up with; the rest is due at once and comes next. */
const WAKES_AT_MOST = 60
/** Before a rulebook is published, days are counted in UTC. */
const NO_ZONE = 'UTC'

/**
 * The one function that decides: what becomes of a member when something happens to them. Pure: the same input gives
 * the same output. Wakes that are due by `now` come first, each as of its due time; then the event; then what follows.
 *
 * The event must be new to the member (domain/member/seen tells), and one that it can take (`refusalOf`); outcomes of
 * actions may be repeated.
 */
export function react(member: Member, event: MemberEvent, context: ReactContext): Reaction {
  if (member.erasedAt !== undefined) return afterErasure(member, event, context.now)
  const turn: Turn = {
    draft: { ...member },
    now: context.now,
    context,
    calendar: calendarOf(context.rulebook?.settings.zone ?? NO_ZONE),
    receipts: [],
    announcements: [],
    actions: [],
    entered: [],
    left: [],
    messages: [],
  }
  catchUp(turn, context.now)
  turn.now = context.now
  fold(turn, event)
  const wakeAt = settle(turn, touchedBy(event, member, turn.draft))
  const { draft, receipts, announcements, actions, entered, left, messages } = turn
  return { member: draft, receipts, announcements, actions, entered, left, messages, wakeAt }
}

/** Goes through what was due before now, in its order. A fresh member has nothing due. */
function catchUp(turn: Turn, now: number): void {
  for (let wakes = 0; wakes < WAKES_AT_MOST; wakes++) {
    const due = turn.draft.wakeAt
    if (due === undefined || due > now) return
    turn.now = due
    const next = settle(turn, [])
    if (next <= due) return
  }
}

function fold(turn: Turn, event: MemberEvent): void {
  if (event.type === 'member.merged') {
    merge(turn, event)
  } else if (event.type === 'member.erased') {
    turn.draft = { ...erased(turn.draft, turn.now), wakeAt: turn.now + ERASE_AGAIN_AFTER }
    turn.messages.push(...turn.draft.aliases.map(forget))
  } else if (event.type === 'member.forgotten') {
    if (turn.draft.mergedInto !== undefined) turn.draft = forgotten(turn.draft)
  } else if (event.type === 'campaign.due') {
    enterByRound(turn, event)
  } else if (event.type === 'email.unsubscribed') {
    unsubscribe(turn, event)
  } else if (isFactEvent(event)) {
    if (refusalOf(turn.draft, event, turn.context.rulebook)) return
    foldFacts(turn.draft, event)
    askHeldAgain(turn, event)
    tellJourneys(turn, event)
    enterByEvent(turn, event)
  } else if (isOutcome(event)) {
    if (refusalOf(turn.draft, event, turn.context.rulebook)) return
    foldOutcome(turn, event)
    tellJourneys(turn, event)
    enterByEvent(turn, event)
  }
}

/** What a link says is the person's own word, for each purpose. The airline's systems are told: they have not heard it. */
function unsubscribe(
  turn: Turn,
  { id, occurredAt, memberId, card, purposes }: About<WingbackEvent<'email.unsubscribed'>>,
): void {
  for (const purpose of purposes) {
    const said = { channel: 'email', granted: false, purpose, source: 'unsubscribe' } as const
    const about = { id: `${id}:${purpose}`, memberId }
    fold(turn, { type: 'consent.changed', ...about, card, occurredAt, ...said })
    const detail = { ...about, occurredAt: new Date(occurredAt).toISOString(), ...said }
    turn.announcements.push({ type: 'consent.changed', detail })
  }
}

/**
 * Since when cards are one person's is noted, though they are known to be: it may have been said earlier than it was heard of. A
 * card merged into itself, or into one that it has absorbed, is the person already: no other circle comes so far.
 */
function merge(
  turn: Turn,
  { card, into, occurredAt: at, isKnown }: Extract<MemberEvent, { type: 'member.merged' }>,
): void {
  const { memberId, aliases, joins } = turn.draft
  const cards = [card ?? memberId, into] as const
  if (cards[0] !== cards[1]) turn.draft.joins = addJoins(joins, [{ cards, at }])
  if (isKnown || into === memberId || aliases.includes(into)) return
  turn.draft = { ...tombstone(turn.draft, into), wakeAt: turn.now }
}

/** An event touches what it replaced; one of Wingback's own also the mails, which are claimed outside of any reaction. */
function touchedBy(event: MemberEvent, before: Member, after: Member): Family[] {
  const changed = familiesChanged(before, after)
  return isOutcome(event) ? [...changed, 'mails'] : changed
}

/**
 * Brings everything that goes by time, and what follows from what was touched, up to `turn.now`. Gives the instant at
 * which that is due again.
 */
function settle(turn: Turn, touched: readonly Family[]): number {
  if (turn.draft.erasedAt !== undefined) return turn.draft.wakeAt ?? Number.POSITIVE_INFINITY
  if (turn.draft.mergedInto !== undefined) return handDown(turn)
  const audiencesChange = evaluateAudiences(turn, touched)
  const nextDay = enterByDate(turn)
  giveUpMessages(turn)
  meetNewVersions(turn)
  const nextExit = leaveCampaigns(turn)
  walkReady(turn)
  handOverAgain(turn)
  forgetEnded(turn)
  const wakeAt = Math.min(
    audiencesChange,
    nextDay,
    nextExit,
    ...turn.draft.journeys.map(wakeOf),
    ...turn.draft.pending.map(wakeOfPending),
  )
  turn.draft.wakeAt = Number.isFinite(wakeAt) ? wakeAt : undefined
  return wakeAt
}

/** A merged card hands its state to the survivor, ever more seldom until the survivor has said that it has it. */
function handDown(turn: Turn): number {
  const { draft, now } = turn
  const { handedDown = 0 } = draft
  if (draft.legacy === undefined || draft.mergedInto === undefined) {
    draft.wakeAt = undefined
    return Number.POSITIVE_INFINITY
  }
  if (draft.wakeAt === undefined || draft.wakeAt <= now) {
    const { memberId, mergedInto, legacy } = draft
    turn.messages.push({
      memberId: mergedInto,
      type: 'member.absorbed',
      id: `${memberId}:absorbed`,
      fields: { absorbedId: memberId, state: legacy },
    })
    draft.handedDown = handedDown + 1
    draft.wakeAt = now + HAND_OVER_AGAIN_AFTER * 2 ** Math.min(handedDown, HAND_DOWNS_DOUBLE_AT_MOST)
  }
  return draft.wakeAt
}

function wakeOf(journey: { wakeAt?: number | undefined; endedAt?: number | undefined }): number {
  return journey.endedAt === undefined ? (journey.wakeAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
}

/**
 * Actions whose outcome has not come go to their queue once more, whatever brought us to the member: deliveries are
 * idempotent by action id.
 */
function handOverAgain(turn: Turn): void {
  turn.draft.pending = turn.draft.pending.map((action) => {
    if (handOverAt(action) > turn.now) return action
    const again = { ...action, handedAt: turn.now, handovers: action.handovers + 1 }
    turn.actions.push(again)
    return again
  })
}

function handOverAt(action: PendingAction): number {
  if (action.state === 'handed' || (action.state === 'unknown' && !mayGoAgain(action))) return Number.POSITIVE_INFINITY
  const { handedAt, handovers, waitsUntil = 0 } = action
  const again = handedAt + HAND_OVER_AGAIN_AFTER * 2 ** Math.min(handovers - 1, HANDOVERS_DOUBLE_AT_MOST)
  return isWaiting(action) ? Math.min(again, waitsUntil) : again
}

/**
 * Nobody is woken for what is with a queue: it brings a message again until its outcome is sent, and then keeps it as a
 * dead letter. What waits for a person is nowhere but here, and what a gateway is to answer for is given up in time.
 */
function wakeOfPending(action: PendingAction): number {
  if (isWaiting(action)) return handOverAt(action)
  return action.answerBy ?? Number.POSITIVE_INFINITY
}

function isWaiting({ handedAt, waitsUntil = 0 }: PendingAction): boolean {
  return waitsUntil > handedAt
}

/** Of what comes after an erasure nothing is kept. The word is passed on to cards that may not have it yet. */
function afterErasure(member: Member, event: MemberEvent, now: number): Reaction {
  const isDue = member.wakeAt !== undefined && member.wakeAt <= now
  const late = event.type === 'member.absorbed' ? cardsIn(event) : []
  const aliases = [...new Set([...member.aliases, ...late])]
  const cards = isDue || event.type === 'member.erased' ? aliases : late
  return {
    member: { ...member, aliases, ...(isDue && { wakeAt: undefined }) },
    receipts: [],
    announcements: [],
    actions: [],
    entered: [],
    left: [],
    messages: [...cards.map(forget), ...erasedWith(member, event)],
    wakeAt: Number.POSITIVE_INFINITY,
  }
}

/** A merge that was said before the erasure, and is heard of after it: whoever goes on is the person who asked to be forgotten. */
function erasedWith({ memberId, erasedAt = 0 }: Member, event: MemberEvent): OwnEvent[] {
  if (event.type !== 'member.merged' || event.into === memberId || event.occurredAt > erasedAt) return []
  return [{ memberId: event.into, type: 'member.erased', id: `${memberId}:erased`, fields: {} }]
}

/** A card that comes in too late to be absorbed, with those that it had absorbed itself. */
function cardsIn({ absorbedId, state }: Extract<MemberEvent, { type: 'member.absorbed' }>): string[] {
  return [absorbedId, ...decodeMember({ memberId: absorbedId, state }).aliases]
}

function forget(card: string): OwnEvent {
  return { memberId: card, type: 'member.forgotten', id: `${card}:forgotten`, fields: {} }
}
