import type { FactUse } from '../domain/audience/condition.ts'
import { calendarOf } from '../domain/calendar.ts'
import type { Member } from '../domain/member/member.ts'
import type { GateAnswer, Receipt, ReceiptOutcome } from '../domain/receipt.ts'
import type { Campaign, Rulebook } from '../domain/rulebook/rulebook.ts'
import type { Reaction } from './reactions.ts'

export type Verdict = 'got' | 'unknown' | 'heldOut' | 'waits' | 'didNotGet'

/** One way of a member through one campaign, or why there was none. For machines; `explain-text.ts` puts it in words. */
export interface Explanation {
  campaign: string
  name: string
  /** What the entry was for, such as `complaint:CMP-1`; absent where nothing was ever decided. */
  key?: string
  verdict: Verdict
  /** The arms it went on in, by split. */
  arms?: Record<string, string>
  /** What was done, in the end. */
  done: { at: string; kind?: Receipt['kind']; outcome: ReceiptOutcome }[]
  /** Why, in one sentence; with `got`, what the last of it came to. */
  why: string
  /** With `waits`: until when, ISO 8601, where that is known. */
  until?: string
  /** Oldest first. */
  moments: Moment[]
}

export interface Moment {
  at: string
  outcome: ReceiptOutcome
  reason: string
  kind?: Receipt['kind']
  step?: string
  rulebook: string
  gates: (Omit<GateAnswer, 'until'> & { until?: string })[]
  facts: FactUse[]
}

export interface ExplainInput {
  member: Member
  reactions: readonly Reaction[]
  /** The live one; undefined where nothing was published. */
  rulebook: Rulebook | undefined
  now: number
  /** Only this campaign. */
  campaign?: string
}

const DONE: readonly ReceiptOutcome[] = ['sent', 'granted', 'issued', 'opened']
const WAITING: readonly ReceiptOutcome[] = ['entered', 'split', 'decided', 'held', 'waiting']

/**
 * Explains what each campaign gave a member, newest first, and then why the live ones without any decision gave nothing.
 * Pure. An empty answer to a question about one campaign: there is no such campaign.
 */
export function explain(input: ExplainInput): Explanation[] {
  const { member, reactions, rulebook, campaign } = input
  const names = new Map(rulebook?.campaigns.map((each) => [each.id, each.name]))
  const receipts = reactions.flatMap((reaction) => reaction.receipts).filter((each) => isAsked(each.campaign))
  const entries = Map.groupBy(receipts, (receipt) => `${receipt.campaign}\n${receipt.key}`)
  const decided = [...entries.values()].map((each) => explainEntry(each, names, member)).sort(newestFirst)
  const touched = new Set(receipts.map((receipt) => receipt.campaign))
  const untouched = rulebook?.campaigns.filter((each) => isAsked(each.id) && !touched.has(each.id)) ?? []
  return [...decided, ...untouched.map((each) => explainAbsence(each, input, rulebook!))]

  function isAsked(id: string): boolean {
    return campaign === undefined || id === campaign
  }
}

function explainEntry(receipts: readonly Receipt[], names: Map<string, string>, member: Member): Explanation {
  const ordered = receipts.toSorted((a, b) => a.at - b.at)
  const { campaign, key } = ordered[0]!
  const journey = member.journeys.find((each) => each.campaign === campaign && each.key === key)
  const telling = tellingOf(ordered)
  const verdict = verdictOf(telling)
  const arms = ordered.at(-1)!.arms
  const until = verdict === 'waits' ? (heldUntil(telling) ?? journey?.wakeAt) : undefined
  return {
    campaign,
    name: names.get(campaign) ?? campaign,
    key,
    verdict,
    ...(arms && { arms }),
    done: doneOf(ordered).map(({ at, kind, outcome }) => ({ at: new Date(at).toISOString(), kind, outcome })),
    why: whyOf(verdict, telling),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    moments: ordered.map(momentOf),
  }
}

/** Who is on their way already does not enter once more: that tells nothing of the way. */
function tellingOf(receipts: readonly Receipt[]): readonly Receipt[] {
  const onTheWay = receipts.filter((each) => each.outcome !== 'notEntered')
  return onTheWay.length > 0 ? onTheWay : receipts
}

/** What has been done counts first; then what keeps the rest from being done. */
function verdictOf(receipts: readonly Receipt[]): Verdict {
  if (doneOf(receipts).length > 0) return 'got'
  if (latestByAction(receipts).some((each) => each.outcome === 'unknown')) return 'unknown'
  if (receipts.some((each) => each.outcome === 'heldOut')) return 'heldOut'
  return WAITING.includes(receipts.at(-1)!.outcome) ? 'waits' : 'didNotGet'
}

/** Of each action the latest receipt, and every receipt that is about none. */
function latestByAction(receipts: readonly Receipt[]): Receipt[] {
  const latest = new Map(receipts.map((each, index) => [each.actionId ?? `#${index}`, each]))
  return [...latest.values()]
}

function doneOf(receipts: readonly Receipt[]): Receipt[] {
  return latestByAction(receipts).filter((each) => DONE.includes(each.outcome))
}

function whyOf(verdict: Verdict, receipts: readonly Receipt[]): string {
  const telling: Record<Verdict, (receipt: Receipt) => boolean> = {
    got: (each) => DONE.includes(each.outcome),
    unknown: (each) => each.outcome === 'unknown',
    heldOut: (each) => each.outcome === 'heldOut',
    waits: (each) => WAITING.includes(each.outcome),
    // That it ended says less than what stopped it.
    didNotGet: (each) => !['entered', 'split', 'ended', 'goal', 'decided', 'waiting'].includes(each.outcome),
  }
  const receipt = receipts.findLast(telling[verdict]) ?? receipts.at(-1)!
  const stopped = receipt.gates?.find((gate) => gate.answer !== 'go')
  return stopped && !receipt.reason.includes(stopped.reason) ? `${receipt.reason} (${stopped.reason})` : receipt.reason
}

function heldUntil(receipts: readonly Receipt[]): number | undefined {
  return receipts.at(-1)!.gates?.find((gate) => gate.answer === 'hold')?.until
}

function momentOf({ at, outcome, reason, kind, step, rulebook, gates = [], facts = [] }: Receipt): Moment {
  return {
    at: new Date(at).toISOString(),
    outcome,
    reason,
    kind,
    step,
    rulebook,
    gates: gates.map(({ until, ...gate }) => ({ ...gate, ...(until && { until: new Date(until).toISOString() }) })),
    facts,
  }
}

function newestFirst(a: Explanation, b: Explanation): number {
  return Date.parse(b.moments.at(-1)!.at) - Date.parse(a.moments.at(-1)!.at)
}

/** Nothing was ever decided: neither did its trigger come, or come in time, nor could it be said who is meant. */
function explainAbsence(campaign: Campaign, input: ExplainInput, rulebook: Rulebook): Explanation {
  const calendar = calendarOf(rulebook.settings.zone)
  const subject = { member: input.member, now: input.now, calendar, until: Number.POSITIVE_INFINITY }
  const belongs = campaign.audience.holds(subject)
  const audience = belongs ? 'would be eligible now' : 'would not be eligible now either'
  return {
    campaign: campaign.id,
    name: campaign.name,
    verdict: 'didNotGet',
    done: [],
    why: `never entered: ${triggerAbsence(campaign, input, rulebook)}; ${audience}`,
    moments: [
      {
        at: new Date(input.now).toISOString(),
        outcome: 'notEntered',
        reason: 'asked now, for this explanation',
        rulebook: rulebook.version,
        gates: [{ gate: 'eligible', answer: belongs ? 'go' : 'skip', reason: audience }],
        facts: campaign.audience.observe(subject),
      },
    ],
  }
}

function triggerAbsence({ trigger }: Campaign, { member, reactions }: ExplainInput, rulebook: Rulebook): string {
  if (trigger.kind === 'event') {
    const times = reactions.filter((reaction) => reaction.type === trigger.type).length
    if (times === 0) return `its trigger, ${trigger.type}, is not on record for this member`
    return `${trigger.type} happened ${times === 1 ? 'once' : `${times} times`}, but not as the trigger asks for, or before this campaign was published`
  }
  if (trigger.kind === 'date') return 'the birthday has not come round since it was published, or is not known'
  const name = rulebook.audiences.find((each) => each.id === trigger.audience)?.name ?? trigger.audience
  const since = member.audiences[trigger.audience]
  if (since === undefined) return `the member is not in the audience "${name}"`
  const day = new Date(since).toISOString().slice(0, 10)
  if (trigger.on === 'left') return `the member is in the audience "${name}" (since ${day}) and has not left it`
  return `the member is in the audience "${name}" since ${day}: those found in it at the first look do not enter`
}
