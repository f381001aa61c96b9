import { mayGoAgain } from '../actions/email/again.ts'
import { channelIdOf } from '../actions/kinds.ts'
import { calendarOf, MINUTE } from '../calendar.ts'
import { boundedMails, capsOf } from '../member/mails.ts'
import type { Journey, MailNote, Member, PendingAction } from '../member/member.ts'
import type { GateName, Reason } from '../reason.ts'
import type { Campaign, Cap, Rulebook, Settings } from '../rulebook/rulebook.ts'
import { askGates, claimGates } from './gates/index.ts'
import { subjectOf } from './turn.ts'
import type { WorldHints } from './world.ts'

/** Only a claim younger than this may call out: whoever comes later knows that the call is over, or never was. */
export const CLAIM_IS_GOOD_FOR = MINUTE

export type Claim =
  /** Claimed: write `member`, then act once. */
  | { claim: 'go'; member: Member; action: PendingAction; campaign: Campaign }
  /** Not (or no longer) to be done. */
  | { claim: 'gone' }
  /** Somebody else is at it, or was until a moment ago, for a message of their own that comes again if they die: leave it to them. */
  | { claim: 'busy' }
  /** It was claimed, and its outcome was not reported. */
  | { claim: 'unknown'; action: PendingAction }
  | { claim: 'hold'; gate: GateName; reason: Reason; until: number }
  | { claim: 'skip'; gate: GateName; reason: Reason }

/**
 * Decide, then claim: there is a queue between a decision and the action. What must still hold is asked again of the member
 * as they are now, and the claim counts against the caps in the same write. Pure; `rulebook` is the action's own version,
 * `live` the one whose settings hold over all campaigns. `retried`: the message that asks comes again, so that whoever
 * claimed for it has ended without a word.
 */
export function claim(
  member: Member,
  actionId: string,
  rulebook: Rulebook | undefined,
  world: WorldHints,
  now: number,
  live: Rulebook | undefined = rulebook,
  retried = false,
): Claim {
  const action = member.pending.find((each) => each.actionId === actionId)
  const campaign = action && rulebook?.campaigns.find((each) => each.id === action.campaign)
  const journey = member.journeys.find((each) => each.awaiting === actionId)
  if (!action || !campaign || !rulebook || !journey) return { claim: 'gone' }
  if (action.state === 'claimed') {
    const isOver = retried || now - (action.claimedAt ?? 0) >= CLAIM_IS_GOOD_FOR
    return isOver ? { claim: 'unknown', action } : { claim: 'busy' }
  }
  if (action.state === 'handed' || (action.state === 'unknown' && !mayGoAgain(action))) return { claim: 'gone' }
  // It is in the ledger already, and with a person: whatever has closed since, what becomes of it is asked there.
  const isWaiting = action.waitsUntil !== undefined
  const stopped = isWaiting
    ? undefined
    : firstStop(member, action, campaign, journey, (live ?? rulebook).settings, world, now)
  if (stopped?.answer === 'hold')
    return { claim: 'hold', gate: stopped.gate, reason: stopped.reason, until: stopped.until ?? now }
  if (stopped) return { claim: 'skip', gate: stopped.gate, reason: stopped.reason }
  const claimed: PendingAction = { ...action, state: 'claimed', claimedAt: now, claims: (action.claims ?? 0) + 1 }
  return {
    claim: 'go',
    member: withClaim(member, claimed, campaign, capsOf(live, rulebook)),
    action: claimed,
    campaign,
  }
}

/** Takes a claim back, as if it had not been: the mail was certainly not sent and may be later. */
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

function withClaim(member: Member, action: PendingAction, campaign: Campaign, caps: readonly Cap[]): Member {
  const pending = member.pending.map((each) => (each.actionId === action.actionId ? action : each))
  const channel = channelIdOf(action.plan)
  if (channel === undefined) return { ...member, pending }
  const others = member.mails.filter((each) => each.actionId !== action.actionId)
  return { ...member, pending, mails: boundedMails([mailNote(action, channel, campaign), ...others], caps) }
}

/** What caps count later, in few words: only what is not as usual for the class. */
function mailNote(
  { actionId, claimedAt = 0 }: PendingAction,
  channel: string,
  { id, class: kind, tags, guardrails }: Campaign,
): MailNote {
  const counts = guardrails.countsTowardCaps
  return {
    actionId,
    ...(channel !== 'email' && { channel }),
    campaign: id,
    class: kind,
    claimedAt,
    ...(counts !== (kind === 'marketing') && { counts }),
    ...(tags.length > 0 && { tags }),
  }
}

function firstStop(
  member: Member,
  action: PendingAction,
  campaign: Campaign,
  journey: Journey,
  settings: Settings,
  world: WorldHints,
  now: number,
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
