import type { Announcement } from '../contract/announcements.ts'
import type { MemberEvent, WingbackEvent } from '../contract/index.ts'
import { mayGoAgain } from './actions/email/again.ts'
import { giveUpMessages } from './actions/message/outcomes.ts'
import { tellOverdue } from './actions/service-task/due.ts'
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
import { keepTier, tellTierByAirline } from './campaign/tier.ts'
import type { OwnEvent, Passage, ReactContext, Turn } from './campaign/turn.ts'
import { meetNewVersions } from './campaign/versions.ts'
import { decodeMember } from './member/codec.ts'
import { foldFacts, isFactEvent } from './member/fold/index.ts'
import { refusalOf } from './member/fold/refusal.ts'
import { addJoins } from './member/joins.ts'
import type { Member, PendingAction } from './member/member.ts'
import { erased, forgotten, tombstone } from './member/merge.ts'
import type { Receipt } from './receipt.ts'
import type { Analysis } from './results/assignment.ts'
import { foldIntoAssignments } from './results/fold.ts'
import { withWhatItsTextSays } from './scores/complaints/unsorted.ts'

export type { OwnEvent, Passage, ReactContext } from './campaign/turn.ts'
export type { WorldHints } from './campaign/world.ts'

export interface Reaction {
  member: Member
  receipts: Receipt[]
  announcements: Announcement[]
  /** To hand to their queues, after the member is written. */
  actions: PendingAction[]
  entered: string[]
  left: string[]
  /** Wingback's own events: what one card hands to another in a merge, and what became due of this member. */
  messages: OwnEvent[]
  /** The definitions of the analyses the member was assigned to. */
  analyses: Analysis[]
  /** How their journeys went on. */
  passed: Passage[]
  /** When the member must be looked at again even if nothing happens; Infinity: never. */
  wakeAt: number
}

/** An action without an outcome is handed over again after this time, then after twice as long, and so on. */
const HAND_OVER_AGAIN_AFTER = 5 * MINUTE
const HANDOVERS_DOUBLE_AT_MOST = 8
/** A merged card is handed to its survivor at growing intervals, at the end once a week: what it knows may be a refusal. */
const HAND_DOWNS_DOUBLE_AT_MOST = 11
/** A worker that started before an erasure may end after it: what it leaves behind is erased this much later. */
const ERASE_AGAIN_AFTER = 15 * MINUTE
/** How many past wakes one reaction makes up for; the rest is due at once and comes next. */
const WAKES_AT_MOST = 60
/** Before a rulebook is published, days are counted in UTC. */
const NO_ZONE = 'UTC'

/**
 * The one function that decides: what happens to a member because of an event. Pure: the same input gives the same output.
 * First come the wakes due by `now`, each as of its due time; then the event; then what follows.
 *
 * The event must be new to the member (domain/member/seen decides) and acceptable (`refusalOf`); outcomes of actions may be
 * repeated.
 */
export function react(member: Member, told: MemberEvent, context: ReactContext): Reaction {
  if (member.erasedAt !== undefined) return afterErasure(member, told, context.now)
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
    analyses: [],
    passed: [],
  }
  const event = withWhatItsTextSays(told, context.rulebook?.models.complaints)
  catchUp(turn, context.now)
  turn.now = context.now
  fold(turn, event)
  tellTierByAirline(turn, member, event)
  const wakeAt = settle(turn, touchedBy(event, member, turn.draft), event)
  foldIntoAssignments(turn, member, event)
  const { draft, receipts, announcements, actions, entered, left, messages, analyses, passed } = turn
  return { member: draft, receipts, announcements, actions, entered, left, messages, analyses, passed, wakeAt }
}

/** Makes up for everything due before now, in order. A new member has nothing due. */
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
    const said = { channel: 'email', granted: false, source: 'unsubscribe' } as const
    for (const purpose of event.purposes)
      decideConsent(turn, { ...event, ...said, purpose, id: `${event.id}:${purpose}` })
  } else if (event.type === 'consent.told') {
    if (!refusalOf(turn.draft, event, turn.context.rulebook)) decideConsent(turn, event)
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

type Decision = Pick<
  WingbackEvent<'consent.told'>,
  'id' | 'memberId' | 'occurredAt' | 'channel' | 'granted' | 'purpose'
> & {
  card?: string | undefined
  source: Announcement<'consent.changed'>['detail']['source']
}

/**
 * What a person decided themselves, by a link or by telling a colleague. It is announced, because the airline's systems have
 * not heard of it.
 */
function decideConsent(turn: Turn, decision: Decision): void {
  const { id, memberId, card, occurredAt, channel, granted, purpose, source } = decision
  const told = { id, memberId, channel, granted, purpose, source }
  fold(turn, { type: 'consent.changed', ...told, card, occurredAt })
  const detail = { ...told, occurredAt: new Date(occurredAt).toISOString() }
  turn.announcements.push({ type: 'consent.changed', detail })
}

/**
 * Records since when cards belong to one person, even if that is known: a merge may have been dated earlier than it arrived.
 * A card merged into itself, or into one it has absorbed, already is that person; no other circle gets this far.
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

/**
 * What an event touched: what it replaced; for Wingback's own events also the emails, which are claimed outside of any
 * reaction.
 */
function touchedBy(event: MemberEvent, before: Member, after: Member): Family[] {
  const changed = familiesChanged(before, after)
  return isOutcome(event) ? [...changed, 'mails'] : changed
}

/**
 * Brings everything that depends on time, and what follows from what was touched, up to `turn.now`. Returns the instant at
 * which that is due again.
 */
function settle(turn: Turn, touched: readonly Family[], event?: MemberEvent): number {
  if (turn.draft.erasedAt !== undefined) return turn.draft.wakeAt ?? Number.POSITIVE_INFINITY
  if (turn.draft.mergedInto !== undefined) return handDown(turn)
  const tier = keepTier(turn, touched, event)
  const audiencesChange = evaluateAudiences(turn, tier.touched)
  const nextDay = enterByDate(turn)
  giveUpMessages(turn)
  const nextOverdue = tellOverdue(turn)
  meetNewVersions(turn)
  const nextExit = leaveCampaigns(turn)
  walkReady(turn)
  handOverAgain(turn)
  forgetEnded(turn)
  const wakeAt = Math.min(
    audiencesChange,
    tier.until,
    nextDay,
    nextExit,
    nextOverdue,
    ...turn.draft.journeys.map(wakeOf),
    ...turn.draft.pending.map(wakeOfPending),
  )
  turn.draft.wakeAt = Number.isFinite(wakeAt) ? wakeAt : undefined
  return wakeAt
}

/** A merged card hands its state to the survivor, at growing intervals, until the survivor has confirmed it. */
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
 * Hands actions without an outcome to their queue again, whatever led to the member: deliveries are idempotent by action id.
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
 * When to wake for a pending action. Never for one in a queue, which retries it until its outcome is sent, and then keeps it
 * as a dead letter. What waits for a person is stored nowhere else, and a gateway's answer is given up in time.
 */
function wakeOfPending(action: PendingAction): number {
  if (isWaiting(action)) return handOverAt(action)
  return action.answerBy ?? Number.POSITIVE_INFINITY
}

function isWaiting({ handedAt, waitsUntil = 0 }: PendingAction): boolean {
  return waitsUntil > handedAt
}

/** Nothing is kept of what comes after an erasure. The erasure is passed on to cards that may not know of it yet. */
function afterErasure(member: Member, event: MemberEvent, now: number): Reaction {
  const isDue = member.wakeAt !== undefined && member.wakeAt <= now
  const absorbed = event.type === 'member.absorbed' ? absorbedIn(event) : undefined
  const isNew = absorbed !== undefined && !member.aliases.includes(absorbed.memberId)
  const late = absorbed ? [absorbed.memberId, ...absorbed.aliases] : []
  const aliases = [...new Set([...member.aliases, ...late])]
  const assigned = isNew ? withThoseOf(absorbed, member) : member.assigned
  const cards = isDue || event.type === 'member.erased' ? aliases : late
  return {
    member: { ...member, aliases, assigned, ...(isDue && { wakeAt: undefined }) },
    receipts: [],
    announcements: [],
    actions: [],
    entered: [],
    left: [],
    messages: [...cards.map(forget), ...erasedWith(member, event)],
    analyses: [],
    passed: [],
    wakeAt: Number.POSITIVE_INFINITY,
  }
}

/** A merge dated before the erasure that arrives after it: the survivor is the person who asked to be erased. */
function erasedWith({ memberId, erasedAt = 0 }: Member, event: MemberEvent): OwnEvent[] {
  if (event.type !== 'member.merged' || event.into === memberId || event.occurredAt > erasedAt) return []
  return [{ memberId: event.into, type: 'member.erased', id: `${memberId}:erased`, fields: {} }]
}

/** The state of a card that arrives too late to be absorbed. */
function absorbedIn({ absorbedId, state }: Extract<MemberEvent, { type: 'member.absorbed' }>): Member {
  return decodeMember({ memberId: absorbedId, state })
}

/** The results of a card that arrives too late still belong to the person: they are included in the sums. */
function withThoseOf({ assigned }: Member, member: Member): Member['assigned'] {
  const known = new Set(member.assigned.map(({ analysis }) => analysis))
  return [...member.assigned, ...assigned.filter(({ analysis }) => !known.has(analysis))]
}

function forget(card: string): OwnEvent {
  return { memberId: card, type: 'member.forgotten', id: `${card}:forgotten`, fields: {} }
}
