import { mayGoAgain } from '../actions/email/again.ts'
import { channelIdOf } from '../actions/index.ts'
import { calendarOf, MINUTE } from '../calendar.ts'
import { boundedMails, capsOf } from '../member/mails.ts'
import type { Cause, Journey, MailNote, Member, PendingAction } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import { campaignById } from '../rulebook/campaign-by-id.ts'
import type { Campaign, Cap, Rulebook, Settings } from '../rulebook/rulebook.ts'
import { askGates, claimGates } from './gates/index.ts'
import { subjectOf } from './turn.ts'
import type { WorldHints } from './world.ts'

/**
 * Only a claim younger than this may lead to a call. Whoever finds an older one knows that the call is over, or never
 * happened.
 */
export const CLAIM_IS_GOOD_FOR = MINUTE

export type Claim =
  /** Claimed: write `member`, then act once. */
  | { claim: 'go'; member: Member; action: PendingAction; campaign: Campaign }
  /** Not to be done (any more). */
  | { claim: 'gone' }
  /**
   * Another worker has claimed it, or had until a moment ago, for a message that will be retried if that worker dies: leave
   * it alone.
   */
  | { claim: 'busy' }
  /** It was claimed, and no outcome was reported. */
  | { claim: 'unknown'; action: PendingAction }
  | { claim: 'hold'; gate: GateName; reason: Reason; until: number }
  | { claim: 'skip'; gate: GateName; reason: Reason }

/** What a claim needs to know. */
export interface Asked {
  /** The action's own version. Undefined: no longer known. */
  rulebook: Rulebook | undefined
  /** The rulebook whose settings apply to all campaigns. If absent: the action's own. */
  live?: Rulebook | undefined
  world: WorldHints
  now: number
  /** The message is a retry, so the worker that claimed for it ended without an answer. */
  retried?: boolean
}

/**
 * Decide, then claim: between a decision and its action lies a queue. The gates are asked again with the member's current
 * state, and the claim counts against the caps in the same write. Pure.
 */
export function claim(member: Member, actionId: string, { rulebook, live, world, now, retried = false }: Asked): Claim {
  const action = member.pending.find((each) => each.actionId === actionId)
  const campaign = action && campaignById(rulebook, action.campaign)
  const journey = member.journeys.find((each) => each.awaiting === actionId)
  if (!action || !campaign || !rulebook || !journey) return { claim: 'gone' }
  if (action.state === 'claimed') {
    const isOver = retried || now - (action.claimedAt ?? 0) >= CLAIM_IS_GOOD_FOR
    return isOver ? { claim: 'unknown', action } : { claim: 'busy' }
  }
  if (action.state === 'handed' || (action.state === 'unknown' && !mayGoAgain(action))) return { claim: 'gone' }
  const inForce = live ?? rulebook
  // It is in the ledger already, and waits for a person. Whatever gate has closed since, the ledger decides what happens to
  // it.
  const isWaiting = action.waitsUntil !== undefined
  const stopped = isWaiting
    ? undefined
    : firstStop(member, { action, campaign, journey }, { settings: inForce.settings, world, now })
  if (stopped?.answer === 'hold')
    return { claim: 'hold', gate: stopped.gate, reason: stopped.reason, until: stopped.until ?? now }
  if (stopped) return { claim: 'skip', gate: stopped.gate, reason: stopped.reason }
  const claimed: PendingAction = { ...action, state: 'claimed', claimedAt: now, claims: (action.claims ?? 0) + 1 }
  return {
    claim: 'go',
    member: withClaim(member, claimed, campaign, journey, capsOf(inForce, rulebook)),
    action: claimed,
    campaign,
  }
}

/** Takes a claim back completely: the email was certainly not sent, and may be later. */
export function unclaim(member: Member, actionId: string): Member {
  return {
    ...member,
    pending: member.pending.map((each) =>
      each.actionId === actionId
        ? { ...each, state: 'decided', claimedAt: undefined, claims: (each.claims ?? 1) - 1 }
        : each,
    ),
    mails: member.mails.filter((mail) => mail.actionId !== actionId),
  }
}

function withClaim(
  member: Member,
  action: PendingAction,
  campaign: Campaign,
  { cause }: Journey,
  caps: readonly Cap[],
): Member {
  const pending = member.pending.map((each) => (each.actionId === action.actionId ? action : each))
  const channel = channelIdOf(action.plan)
  if (channel === undefined) return { ...member, pending }
  const others = member.mails.filter((each) => each.actionId !== action.actionId)
  return { ...member, pending, mails: boundedMails([mailNote(action, channel, campaign, cause), ...others], caps) }
}

/** What caps count later, kept short: only what differs from the class's defaults. */
function mailNote(
  { actionId, claimedAt = 0 }: PendingAction,
  channel: string,
  { id, class: kind, tags, guardrails }: Campaign,
  cause: Cause,
): MailNote {
  const counts = guardrails.countsTowardCaps
  return {
    actionId,
    ...(channel !== 'email' && { channel }),
    campaign: id,
    class: kind,
    claimedAt,
    ...(counts !== (kind === 'marketing') && { counts }),
    ...(cause.leg !== undefined && isOfCancellation(cause) && { cancelled: cause.leg }),
    ...(tags.length > 0 && { tags }),
  }
}

/** From then on the member knows of the cancellation: the law asks how long before departure that was. */
function isOfCancellation({ type, fields }: Cause): boolean {
  return type === 'member.disrupted' && fields.kind === 'cancellation'
}

function firstStop(
  member: Member,
  { action, campaign, journey }: { action: PendingAction; campaign: Campaign; journey: Journey },
  { settings, world, now }: { settings: Settings; world: WorldHints; now: number },
) {
  const { stop } = askGates(claimGates, {
    member,
    campaign,
    settings,
    spec: action.plan,
    journey,
    actionId: action.actionId,
    subject: subjectOf({ draft: member, now, calendar: calendarOf(settings.zone) }, journey),
    world,
    now,
  })
  return stop
}
