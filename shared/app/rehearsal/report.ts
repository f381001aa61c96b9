import type { Announcement } from '../../contract/announcements.ts'
import { messageIdOf } from '../../domain/actions/message/message.ts'
import type { Calendar } from '../../domain/calendar.ts'
import type { Receipt, RecordBody } from '../../domain/receipt.ts'
import type { Campaign } from '../../domain/rulebook/rulebook.ts'
import type { GrantRequest, OutgoingMail, ReactionRecord } from '../../ports/index.ts'
import { type Assigned, assignedCounter } from './assigned.ts'

/** What a rehearsal tells of one campaign. Money in minor units of its budget's currency. */
export interface CampaignReport {
  entered: number
  /** Mails and messages. */
  sent: number
  offered: number
  granted: number
  /** Tasks for people. */
  tasks: number
  /** Actions that would have been done, had the member not been held out. */
  heldOut: number
  /** Members with such an action: what people read as held out. */
  heldOutMembers: number
  /** Journeys that ended before their steps were over. */
  exited: number
  /** Journeys that are on their way when the rehearsal ends. */
  waiting: number
  skipped: Record<string, number>
  /** Who met the trigger and did not enter, by gate. */
  notEntered: Record<string, number>
  /** What became of the members in each arm, by split and arm. */
  arms: Record<string, Record<string, ArmReport>>
  /** The share that it holds out. */
  holdout: number
  assigned: Assigned
  /** What pays for it. */
  budget?: string
  costMinor: number
  /** What was granted: miles, and minor units by currency. */
  compensation: Record<string, number>
  /** By day of the airline's zone. */
  days: Record<string, Day>
  examples: Example[]
}

export interface ArmReport {
  /** Journeys that went on in it. */
  entered: number
  sent: number
  offered: number
  granted: number
  heldOut: number
  skipped: number
  goals: number
}

export interface Day {
  entered: number
  sent: number
  offered: number
  granted: number
  heldOut: number
  skipped: number
  costMinor: number
}

/** One member's way, to look at. */
export interface Example {
  memberId: string
  receipts: Receipt[]
  mails: { subject: string; text: string; html: string }[]
  messages: { channel: string; text: string }[]
}

type MessageReady = Announcement<'message.ready'>['detail']

function isMessage(announcement: Announcement): announcement is Announcement<'message.ready'> {
  return announcement.type === 'message.ready'
}

/** What was done to one member, in an order that two rehearsals can be compared by. */
export type Decisions = Map<string, string[]>

/** Shown what is decided, member by member. */
export interface Watch {
  receipt(memberId: string, receipt: Receipt): void
  grant(request: GrantRequest): void
}

const EXAMPLES = 5
const RECEIPTS_AN_EXAMPLE = 30

/** Collects a rehearsal's receipts, grants, mails and messages into its report. */
export function reporter(
  campaigns: readonly Pick<Campaign, 'id' | 'budget' | 'goal' | 'guardrails'>[],
  calendar: Calendar,
  watch?: Watch,
) {
  const reports = new Map(
    campaigns.map(({ id, budget, guardrails: { holdout } }) => [
      id,
      { ...emptyReport(), holdout, ...(budget && { budget }) },
    ]),
  )
  const assigned = new Map(campaigns.map((campaign) => [campaign.id, assignedCounter(campaign)]))
  const decisions: Decisions = new Map()
  const heldOut = new Map(campaigns.map(({ id }) => [id, new Set<string>()]))
  const mails = new Map<string, OutgoingMail>()
  const messages = new Map<string, MessageReady>()

  function take(memberId: string, receipt: Receipt): void {
    const report = reports.get(receipt.campaign)
    if (!report) return
    count(report, receipt, dayOf(report, receipt.at))
    countArms(report, receipt)
    if (receipt.outcome === 'heldOut') heldOut.get(receipt.campaign)?.add(memberId)
    assigned.get(receipt.campaign)?.take(memberId, receipt)
    keepExample(report, memberId, receipt)
    if (isDecisive(receipt)) decisions.set(memberId, [...(decisions.get(memberId) ?? []), lineOf(receipt)])
  }

  function dayOf(report: CampaignReport, at: number): Day {
    const date = calendar.dateOf(at)
    report.days[date] ??= { entered: 0, sent: 0, offered: 0, granted: 0, heldOut: 0, skipped: 0, costMinor: 0 }
    return report.days[date]
  }

  return {
    records(records: readonly ReactionRecord[]): void {
      for (const { memberId, body } of records) {
        for (const receipt of (JSON.parse(body) as RecordBody).receipts) {
          take(memberId, receipt)
          watch?.receipt(memberId, receipt)
        }
      }
    },
    grant(request: GrantRequest): void {
      watch?.grant(request)
      const report = reports.get(request.campaign)
      if (!report) return
      const unit = request.currency ?? request.kind
      report.compensation[unit] = (report.compensation[unit] ?? 0) + request.amount
      // What the law owes costs no budget, and comes in several currencies.
      if (request.basis === 'statutory') return
      report.costMinor += request.costMinor
      dayOf(report, request.now).costMinor += request.costMinor
    },
    mail(mail: OutgoingMail): void {
      mails.set(mail.tags.action ?? '', mail)
    },
    announce(announcements: readonly Announcement[]): void {
      for (const each of announcements.filter(isMessage)) messages.set(each.detail.messageId, each.detail)
    },
    waiting(campaign: string): void {
      const report = reports.get(campaign)
      if (report) report.waiting += 1
    },
    /** `until`: so far events reached. */
    finish(until: number): { campaigns: Record<string, CampaignReport>; decisions: Decisions } {
      for (const [id, report] of reports) {
        report.heldOutMembers = heldOut.get(id)?.size ?? 0
        report.assigned = assigned.get(id)?.count(until) ?? report.assigned
        for (const example of report.examples) {
          const actions = new Set(example.receipts.flatMap(({ actionId }) => (actionId ? [actionId] : [])))
          const own = [...actions].flatMap((action) => mails.get(action) ?? [])
          example.mails = own.map(({ subject, text, html }) => ({ subject, text, html }))
          const told = [...actions].flatMap((action) => messages.get(messageIdOf(action)) ?? [])
          example.messages = told.map(({ channel, text }) => ({ channel, text }))
        }
      }
      for (const lines of decisions.values()) lines.sort()
      return { campaigns: Object.fromEntries(reports), decisions }
    },
  }
}

/** Outcomes that are a member's fate, not a step on the way. */
const DECISIVE = new Set<string>([
  'entered',
  'sent',
  'granted',
  'refused',
  'issued',
  'opened',
  'heldOut',
  'skipped',
  'failed',
  'exited',
])

export function isDecisive({ outcome }: Receipt): boolean {
  return DECISIVE.has(outcome)
}

/** A decision as one line that can be compared: of what was skipped with the gate, of a grant with what it is worth. */
export function lineOf({ campaign, key, step, kind, outcome, gates, reason }: Receipt): string {
  const gate = outcome === 'skipped' ? gates?.at(-1)?.gate : undefined
  const worth = 'amount' in reason && 'unit' in reason ? `${reason.amount}-${reason.unit}` : undefined
  return [campaign, key, step ?? '', kind ?? '', [outcome, gate ?? worth].filter(Boolean).join(':')].join(' ')
}

function emptyReport(): CampaignReport {
  return {
    entered: 0,
    sent: 0,
    offered: 0,
    granted: 0,
    tasks: 0,
    heldOut: 0,
    heldOutMembers: 0,
    exited: 0,
    waiting: 0,
    skipped: {},
    notEntered: {},
    holdout: 0,
    assigned: { members: 0, over: 0, goals: 0 },
    arms: {},
    costMinor: 0,
    compensation: {},
    days: {},
    examples: [],
  }
}

function count(report: CampaignReport, { outcome, gates }: Receipt, day: Day): void {
  const gate = gates?.at(-1)?.gate ?? 'other'
  switch (outcome) {
    case 'entered':
      report.entered += 1
      day.entered += 1
      break
    case 'notEntered':
      report.notEntered[gate] = (report.notEntered[gate] ?? 0) + 1
      break
    case 'sent':
      report.sent += 1
      day.sent += 1
      break
    case 'issued':
      report.offered += 1
      day.offered += 1
      break
    case 'granted':
      report.granted += 1
      day.granted += 1
      break
    case 'opened':
      report.tasks += 1
      break
    case 'exited':
      report.exited += 1
      break
    case 'heldOut':
      report.heldOut += 1
      day.heldOut += 1
      break
    case 'skipped':
    case 'refused':
    case 'failed': {
      const why = outcome === 'skipped' ? gate : outcome
      report.skipped[why] = (report.skipped[why] ?? 0) + 1
      day.skipped += 1
      break
    }
    // Said in the examples, and no number of the report.
    case 'decided':
    case 'held':
    case 'unknown':
    case 'reversed':
    case 'waiting':
    case 'split':
    case 'moved':
    case 'ended':
    case 'goal':
    case 'handed':
    case 'expired':
      break
  }
}

/** What an arm counts, by what a receipt says. */
const COUNTED_OF_ARMS: Partial<Record<Receipt['outcome'], keyof ArmReport>> = {
  split: 'entered',
  sent: 'sent',
  issued: 'offered',
  granted: 'granted',
  heldOut: 'heldOut',
  skipped: 'skipped',
  goal: 'goals',
}

/** A receipt counts in every arm that its journey goes on in; that it takes an arm, in that one. */
function countArms(report: CampaignReport, { outcome, split: taken, arms = {} }: Receipt): void {
  const what = COUNTED_OF_ARMS[outcome]
  if (!what) return
  for (const [split, arm] of Object.entries(arms)) {
    if (taken !== undefined && split !== taken) continue
    report.arms[split] ??= {}
    report.arms[split][arm] ??= { entered: 0, sent: 0, offered: 0, granted: 0, heldOut: 0, skipped: 0, goals: 0 }
    report.arms[split][arm][what] += 1
  }
}

/** The first members who entered are the examples, with all their receipts of the campaign. */
function keepExample(report: CampaignReport, memberId: string, receipt: Receipt): void {
  let example = report.examples.find((each) => each.memberId === memberId)
  if (!example && receipt.outcome === 'entered' && report.examples.length < EXAMPLES) {
    example = { memberId, receipts: [], mails: [], messages: [] }
    report.examples.push(example)
  }
  if (example && example.receipts.length < RECEIPTS_AN_EXAMPLE) example.receipts.push(receipt)
}
