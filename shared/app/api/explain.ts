import type { FactUse } from '../../domain/audience/condition.ts'
import { calendarOf } from '../../domain/calendar.ts'
import type { Reason } from '../../domain/reason.ts'
import type { GateAnswer, Receipt, ReceiptOutcome } from '../../domain/receipt.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { textsIn } from '../../domain/texts/index.ts'
import type { Language } from '../../domain/texts/language.ts'
import { inWords, say } from '../../domain/texts/say.ts'
import { triggerAbsence } from './absence.ts'
import type { ExplainInput } from './explain-input.ts'
import { localTime } from './local-time.ts'
import { factWays, gathered, type Otherwise, type OtherwiseContext, otherwiseOf, reasonPart } from './otherwise.ts'
import { standingStops } from './standing.ts'
import {
  decidingReceipt,
  doneOf,
  heldUntil,
  notDoneOf,
  tellingOf,
  tellingReceipt,
  type Verdict,
  verdictOf,
  whysOf,
} from './verdict.ts'

/** One way of a member through one campaign, or why there was none. For machines; `explain-text.ts` puts it in words. */
export interface Explanation {
  campaign: string
  name: string
  /** What the entry was for, such as `complaint:CMP-1`; absent where nothing was ever decided. */
  key?: string | undefined
  verdict: Verdict
  /** The arms it went on in, by split. */
  arms?: Record<string, string>
  /** What was done, in the end. */
  done: Action[]
  /** Actions that came to nothing, and why. */
  notDone: (Action & { why: string; because: Reason[] })[]
  /** Why, in words; with `got`, what the last of it came to. */
  why: string
  because: Reason[]
  /** What would have had to be different when it was decided. */
  otherwise?: Otherwise | undefined
  /** With `waits`: until when, ISO 8601, where that is known. */
  until?: string | undefined
  /** Oldest first. */
  moments: Moment[]
}

/** What became of one action. */
export interface Action {
  at: string
  kind?: Receipt['kind']
  outcome: ReceiptOutcome
  /** What would have turned this action alone, where there are several. */
  otherwise?: Otherwise | undefined
}

export interface Moment {
  at: string
  outcome: ReceiptOutcome
  reason: string
  because: Reason
  kind?: Receipt['kind']
  /** Over which channel, where there was a choice, or it is one of the airline's own. */
  channel?: string
  /** Channels that were preferred to it and do not reach the member. */
  notOver?: { channel: string; reason: string; because: Reason }[]
  step?: string | undefined
  rulebook: string
  gates: (Omit<GateAnswer, 'until' | 'reason'> & { reason: string; because: Reason; until?: string | undefined })[]
  /** `called`: the name of an audience that is asked about. */
  facts: (FactUse & { called?: string })[]
  otherwise?: Otherwise | undefined
}

/**
 * Explains what each campaign gave a member, newest first, and then why the live ones without any decision gave nothing.
 * Pure. An empty answer to a question about one campaign: there is no such campaign.
 */
export function explain(input: ExplainInput): Explanation[] {
  const { reactions, rulebook, campaign } = input
  const names = new Map(rulebook?.campaigns.map((each) => [each.id, nameFor(each, input.language)]))
  const zone = rulebook?.settings.zone ?? 'UTC'
  const receipts = reactions
    .flatMap((reaction) => reaction.receipts)
    .filter((each) => isAsked(each.campaign))
    .map((receipt) => ({ ...receipt, reason: readIn(zone, receipt.reason) }))
  const entries = Map.groupBy(receipts, (receipt) => `${receipt.campaign}\n${receipt.key}`)
  const decided = [...entries.values()].map((each) => explainEntry(each, names, input)).sort(newestFirst)
  const touched = new Set(receipts.map((receipt) => receipt.campaign))
  const untouched = rulebook?.campaigns.filter((each) => isAsked(each.id) && !touched.has(each.id)) ?? []
  return [...decided, ...untouched.map((each) => explainAbsence(each, input, rulebook!))]

  function isAsked(id: string): boolean {
    return campaign === undefined || id === campaign
  }
}

/** A reason that was kept with a time in UTC has it by the clock of the page, too. */
function readIn(zone: string, reason: Reason): Reason {
  if (reason.is !== 'approval.awaited') return reason
  return { ...reason, local: localTime(`${reason.until.replace(' ', 'T')}:00Z`, zone) }
}

function explainEntry(receipts: readonly Receipt[], names: Map<string, string>, input: ExplainInput): Explanation {
  const ordered = receipts.toSorted((a, b) => a.at - b.at)
  const { campaign, key, arms } = ordered.at(-1)!
  const journey = input.member.journeys.find((each) => each.campaign === campaign && each.key === key)
  const onTheWay = tellingOf(ordered)
  const verdict = verdictOf(onTheWay)
  const telling = tellingReceipt(verdict, onTheWay)
  const otherwise = otherwiseOfReceipt(decidingReceipt(telling, ordered), input)
  const done = doneOf(ordered)
  const notDone = notDoneOf(ordered)
  const until =
    verdict === 'waits' ? ((journey?.held && journey.wakeAt) ?? heldUntil(onTheWay) ?? journey?.wakeAt) : undefined
  return {
    campaign,
    name: names.get(campaign) ?? campaign,
    key,
    verdict,
    ...(arms && { arms }),
    done: done.map(actionOf),
    notDone: notDone.map((each) => ({ ...actionOf(each), ...whyOf(whysOf(each), input.language) })),
    ...whyOf(whysOf(telling), input.language),
    ...(otherwise && { otherwise }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    moments: ordered.map((receipt) => momentOf(receipt, input)),
  }

  function actionOf(receipt: Receipt): Action {
    const { at, kind, outcome } = receipt
    const alone = done.length + notDone.length === 1
    const turned = alone ? undefined : otherwiseOfReceipt(decidingReceipt(receipt, ordered), input)
    return { at: new Date(at).toISOString(), kind, outcome, ...(turned && { otherwise: turned }) }
  }
}

function otherwiseOfReceipt(receipt: Receipt, input: ExplainInput): Otherwise | undefined {
  const rulebook =
    input.rulebookOf?.(receipt.rulebook) ?? (input.rulebook?.version === receipt.rulebook ? input.rulebook : undefined)
  return otherwiseOf(receipt, contextOf(campaignById(rulebook, receipt.campaign), input))
}

function contextOf(campaign: Campaign | undefined, { rulebook, language = 'en' }: ExplainInput): OtherwiseContext {
  const zone = rulebook?.settings.zone ?? 'UTC'
  return { campaign, language, localTime: (instant) => localTime(new Date(instant).toISOString(), zone) }
}

function whyOf(because: Reason[], language: Language | undefined): Pick<Explanation, 'why' | 'because'> {
  return { why: because.map((reason) => say(reason, language)).join(textsIn(language).explain.semicolon), because }
}

function momentOf(receipt: Receipt, input: ExplainInput): Moment {
  const { language } = input
  const { at, outcome, reason, kind, channel, notOver, step, rulebook, gates = [], facts = [] } = receipt
  const otherwise = otherwiseOfReceipt(receipt, input)
  return {
    at: new Date(at).toISOString(),
    outcome,
    ...inWords({ reason }, language),
    kind,
    ...(channel !== undefined && { channel }),
    ...(notOver && {
      notOver: notOver.map(({ channel: id, reason: why }) => inWords({ channel: id, reason: why }, language)),
    }),
    step,
    rulebook,
    gates: gates.map(({ until, ...gate }) => ({
      ...inWords(gate, language),
      ...(until && { until: new Date(until).toISOString() }),
    })),
    facts: facts.map((each) => withName(each, input)),
    ...(otherwise && { otherwise }),
  }
}

/** An audience is told by its name. */
function withName(used: FactUse, { rulebook, language }: ExplainInput): Moment['facts'][number] {
  const audience = used.fact === 'audience' && rulebook?.audiences.find(({ id }) => id === used.asked)
  return audience ? { ...used, called: nameFor(audience, language) } : used
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
  const facts = campaign.audience.observe(subject)
  const context = contextOf(campaign, input)
  const { reason, part } = triggerAbsence(campaign, input, rulebook, subject, context)
  const missing = belongs
    ? []
    : [{ gate: 'eligible' as const, ways: factWays(campaign.audience.shape, facts, true, context) }]
  const stops = standingStops(member, campaign, rulebook.settings)
  const stopped = stops.map(({ gate, reason }) => ({ gate, ...reasonPart(reason, {}, context) }))
  const otherwise = gathered('all', [part, ...missing, ...stopped])
  const asked: Receipt = {
    at: now,
    campaign: campaign.id,
    rulebook: rulebook.version,
    key: '',
    outcome: 'notEntered',
    reason: { is: 'journey.asked' },
    gates: [{ gate: 'eligible', answer: belongs ? 'go' : 'skip', reason: eligible }, ...stops],
    facts,
  }
  return {
    campaign: campaign.id,
    name: nameFor(campaign, language),
    verdict: 'didNotGet',
    done: [],
    notDone: [],
    ...whyOf([reason, eligible], language),
    ...(otherwise && { otherwise }),
    moments: [momentOf(asked, input)],
  }
}
