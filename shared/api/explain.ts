import type { FactUse } from '../domain/audience/condition.ts'
import { calendarOf } from '../domain/calendar.ts'
import type { Member } from '../domain/member/member.ts'
import type { GateAnswer, Receipt, ReceiptOutcome } from '../domain/receipt.ts'
import type { Campaign, Rulebook } from '../domain/rulebook/rulebook.ts'
import { type Language, type Reason, say, told } from '../domain/words/index.ts'
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
  /** Why, in words; with `got`, what the last of it came to. */
  why: string
  because: Reason[]
  /** With `waits`: until when, ISO 8601, where that is known. */
  until?: string
  /** Oldest first. */
  moments: Moment[]
}

export interface Moment {
  at: string
  outcome: ReceiptOutcome
  reason: string
  because: Reason
  kind?: Receipt['kind']
  step?: string
  rulebook: string
  gates: (Omit<GateAnswer, 'until' | 'reason'> & { reason: string; because: Reason; until?: string })[]
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
  language?: Language
}

const DONE: readonly ReceiptOutcome[] = ['sent', 'granted', 'issued', 'opened']
const WAITING: readonly ReceiptOutcome[] = ['entered', 'split', 'moved', 'decided', 'held', 'waiting']

/**
 * Explains what each campaign gave a member, newest first, and then why the live ones without any decision gave nothing.
 * Pure. An empty answer to a question about one campaign: there is no such campaign.
 */
export function explain(input: ExplainInput): Explanation[] {
  const { reactions, rulebook, campaign } = input
  const names = new Map(rulebook?.campaigns.map((each) => [each.id, each.name]))
  const receipts = reactions.flatMap((reaction) => reaction.receipts).filter((each) => isAsked(each.campaign))
  const entries = Map.groupBy(receipts, (receipt) => `${receipt.campaign}\n${receipt.key}`)
  const decided = [...entries.values()].map((each) => explainEntry(each, names, input)).sort(newestFirst)
  const touched = new Set(receipts.map((receipt) => receipt.campaign))
  const untouched = rulebook?.campaigns.filter((each) => isAsked(each.id) && !touched.has(each.id)) ?? []
  return [...decided, ...untouched.map((each) => explainAbsence(each, input, rulebook!))]

  function isAsked(id: string): boolean {
    return campaign === undefined || id === campaign
  }
}

function explainEntry(
  receipts: readonly Receipt[],
  names: Map<string, string>,
  { member, language }: ExplainInput,
): Explanation {
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
    ...whyOf(whysOf(verdict, telling), language),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    moments: ordered.map((receipt) => momentOf(receipt, language)),
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

function whyOf(because: Reason[], language: Language | undefined): Pick<Explanation, 'why' | 'because'> {
  return { why: because.map((reason) => say(reason, language)).join('; '), because }
}

function whysOf(verdict: Verdict, receipts: readonly Receipt[]): Reason[] {
  const telling: Record<Verdict, (receipt: Receipt) => boolean> = {
    got: (each) => DONE.includes(each.outcome),
    unknown: (each) => each.outcome === 'unknown',
    heldOut: (each) => each.outcome === 'heldOut',
    waits: (each) => WAITING.includes(each.outcome),
    // That it ended says less than what stopped it.
    didNotGet: (each) => !['entered', 'split', 'moved', 'ended', 'goal', 'decided', 'waiting'].includes(each.outcome),
  }
  const receipt = receipts.findLast(telling[verdict]) ?? receipts.at(-1)!
  const stopped = receipt.gates?.find((gate) => gate.answer !== 'go')
  return stopped && stopped.reason.is !== receipt.reason.is ? [receipt.reason, stopped.reason] : [receipt.reason]
}

function heldUntil(receipts: readonly Receipt[]): number | undefined {
  return receipts.at(-1)!.gates?.find((gate) => gate.answer === 'hold')?.until
}

function momentOf(receipt: Receipt, language: Language | undefined): Moment {
  const { at, outcome, reason, kind, step, rulebook, gates = [], facts = [] } = receipt
  return {
    at: new Date(at).toISOString(),
    outcome,
    ...told({ reason }, language),
    kind,
    step,
    rulebook,
    gates: gates.map(({ until, ...gate }) => ({
      ...told(gate, language),
      ...(until && { until: new Date(until).toISOString() }),
    })),
    facts,
  }
}

function newestFirst(a: Explanation, b: Explanation): number {
  return Date.parse(b.moments.at(-1)!.at) - Date.parse(a.moments.at(-1)!.at)
}

/** Nothing was ever decided: neither did its trigger come, or come in time, nor could it be said who is meant. */
function explainAbsence(campaign: Campaign, input: ExplainInput, rulebook: Rulebook): Explanation {
  const { member, now, language } = input
  const calendar = calendarOf(rulebook.settings.zone)
  const subject = { member, now, calendar, until: Number.POSITIVE_INFINITY }
  const belongs = campaign.audience.holds(subject)
  const eligible = { is: belongs ? 'eligible.now' : 'eligible.notNow' } as const
  const asked: Receipt = {
    at: now,
    campaign: campaign.id,
    rulebook: rulebook.version,
    key: '',
    outcome: 'notEntered',
    reason: { is: 'journey.asked' },
    gates: [{ gate: 'eligible', answer: belongs ? 'go' : 'skip', reason: eligible }],
    facts: campaign.audience.observe(subject),
  }
  return {
    campaign: campaign.id,
    name: campaign.name,
    verdict: 'didNotGet',
    done: [],
    ...whyOf([triggerAbsence(campaign, input, rulebook), eligible], language),
    moments: [momentOf(asked, language)],
  }
}

function triggerAbsence({ trigger }: Campaign, { member, reactions }: ExplainInput, rulebook: Rulebook): Reason {
  if (trigger.kind === 'event') {
    const { type: event } = trigger
    const times = reactions.filter((reaction) => reaction.type === event).length
    return times === 0 ? { is: 'trigger.notOnRecord', event } : { is: 'trigger.otherwise', event, times }
  }
  if (trigger.kind === 'date') return { is: 'trigger.noBirthday' }
  const audience = rulebook.audiences.find((each) => each.id === trigger.audience)?.name ?? trigger.audience
  if (trigger.kind === 'schedule') return { is: 'trigger.notScheduled', audience }
  const entered = member.audiences[trigger.audience]
  if (entered === undefined) return { is: 'trigger.notIn', audience }
  const since = new Date(entered).toISOString().slice(0, 10)
  return { is: trigger.on === 'left' ? 'trigger.stillIn' : 'trigger.wasIn', audience, since }
}
