import { createMemoryPorts, type MemoryPorts } from '../../adapters/memory/index.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { type Overlap, overlapsAmong } from '../../domain/preview/overlaps.ts'
import { addWords, noWords, type UnknownWord, unknownWords, wordsAsked } from '../../domain/preview/words.ts'
import type { RecordBody } from '../../domain/receipt.ts'
import type { Bundle } from '../../domain/rulebook/content.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { type BroughtMember, bring, everybodyIn } from './brought.ts'
import { memoryPipeline, type Step } from './pipeline.ts'
import { publishTo } from './publish.ts'
import { type CampaignReport, type Decisions, reporter, type Watch } from './report.ts'

export type { Step } from './pipeline.ts'

/** Where it stood, and why it was not accepted. */
export interface SetAsideLine {
  where: string
  message: string
  hint?: string | undefined
}

export const SET_ASIDES_SHOWN = 10

export interface Rehearsal {
  members: number
  events: { accepted: number; duplicates: number; setAside: number }
  /** The first of those set aside. */
  setAsides: SetAsideLine[]
  campaigns: Record<string, CampaignReport>
  /** How many are in each audience at the end. */
  audiences: Record<string, number>
  /** What is spent of each budget, minor units, and on which day. */
  budgets: Record<string, { currency: string; limitMinor: number; spentMinor: number; byDay: Record<string, number> }>
  /** Campaigns that wrote, or would write, to the same members for one reason. */
  overlaps: Overlap[]
  /** Words that the rules ask for and no member has. */
  unknown: UnknownWord[]
  /** From when on it decided, and until when there were events, epoch ms. */
  span: { from: number; to: number }
  /** Whose days and clock it goes by. */
  zone: string
  decisions: Decisions
}

export interface RehearsalOptions {
  /** The rulebook as it would be published, and compiled. */
  bundle: Bundle
  rulebook: Rulebook
  /** Members to begin with, beside those that the events make. */
  brought?: readonly BroughtMember[]
  steps: AsyncIterable<Step>
  /** Before this instant events are folded and nothing is decided: the rulebook goes live then. */
  from?: number | undefined
  /** The rehearsal ends then, epoch ms. */
  to?: number | undefined
  /** Only this campaign is reported on; the others act all the same. */
  campaign?: string | undefined
  /** Shown what is decided, member by member. */
  watch?: Watch
  /** Whether nobody asks which campaigns write to the same members. */
  withoutOverlaps?: boolean
}

/** What would have happened: the rulebook on past events, by the pipeline's own functions, in virtual time, to nobody. */
export async function rehearse({
  bundle,
  rulebook,
  brought = [],
  steps,
  from,
  to,
  campaign,
  watch,
  withoutOverlaps = false,
}: RehearsalOptions): Promise<Rehearsal> {
  const clock = { now: 0 }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const calendar = calendarOf(rulebook.settings.zone)
  const isAsked = (id: string) => campaign === undefined || id === campaign
  const report = reporter(
    rulebook.campaigns.filter(({ id }) => isAsked(id)),
    calendar,
    watch,
  )
  const pipeline = memoryPipeline({ ports: observed(ports, report), rulebooks, clock })
  await bring(ports, brought)
  const span = await play({ steps, from, to }, pipeline, clock, () => publishTo(ports, rulebook, clock.now))
  const everybody = await everybodyIn(ports)
  for (const { journeys } of everybody)
    for (const journey of journeys) if (journey.endedAt === undefined) report.waiting(journey.campaign)

  const tally = await ports.tally.read()
  const { campaigns, decisions } = report.finish(span.to)
  const spent = await ports.ledger.spent(Object.keys(rulebook.budgets))
  const budgets = Object.values(rulebook.budgets).map(({ id, currency, limitMinor }) => {
    const byDay = spentByDay(id, campaigns)
    return [id, { currency, limitMinor, spentMinor: spent[id] ?? 0, byDay }] as const
  })
  const setAsides = await ports.setAsides.list({ limit: SET_ASIDES_SHOWN })
  const accepted = Object.entries(tally).filter(([key]) => key.startsWith('accepted.'))
  return {
    members: tally.members ?? 0,
    events: {
      accepted: accepted.reduce((sum, [, count]) => sum + count, 0),
      duplicates: tally.duplicates ?? 0,
      setAside: tally.setAside ?? 0,
    },
    setAsides: setAsides.entries.map(({ envelope, fault: { message, hint } }) => {
      return { where: envelope.id, message, ...(hint !== undefined && { hint }) }
    }),
    campaigns,
    decisions,
    audiences: await audienceSizes(rulebook, ports),
    budgets: Object.fromEntries(budgets),
    overlaps: withoutOverlaps
      ? []
      : overlapsAmong(everybody, rulebook, { now: clock.now, calendar }).filter((each) => each.campaigns.some(isAsked)),
    unknown: unknownWords(wordsAsked(bundle), addWords(noWords(), everybody)),
    span,
    zone: rulebook.settings.zone,
  }
}

/**
 * Puts the events in, each at its time, and publishes the rulebook where it goes live: gives when it was live, and when the
 * last event came.
 */
async function play(
  { steps, from, to }: Pick<RehearsalOptions, 'steps' | 'from' | 'to'>,
  pipeline: ReturnType<typeof memoryPipeline>,
  clock: { now: number },
  publish: () => Promise<unknown>,
): Promise<{ from: number; to: number }> {
  const span = { from: 0, to: 0 }
  let isLive = false
  async function goLive(): Promise<void> {
    await publish()
    isLive = true
    span.from = clock.now
  }

  for await (const { entries, now } of steps) {
    if (now !== undefined && to !== undefined && now > to) break
    if (now !== undefined) {
      if (clock.now === 0) clock.now = now
      if (!isLive && now >= (from ?? now)) {
        await pipeline.advanceTo(Math.max(from ?? 0, clock.now))
        await goLive()
      }
      await pipeline.advanceTo(now)
      span.to = now
    }
    for (const entry of entries) await pipeline.put(entry)
  }
  // Without an event the clock begins where the rehearsal does.
  if (!isLive && clock.now === 0 && from !== undefined) {
    clock.now = from
    await goLive()
  }
  if (to === undefined) await pipeline.settle()
  else await pipeline.advanceTo(to)
  return span
}

/** What the campaigns that a budget pays for cost on each day, oldest first. */
function spentByDay(budget: string, campaigns: Record<string, CampaignReport>): Record<string, number> {
  const days: Record<string, number> = {}
  for (const report of Object.values(campaigns).filter((each) => each.budget === budget)) {
    for (const [date, { costMinor }] of Object.entries(report.days)) {
      if (costMinor > 0) days[date] = (days[date] ?? 0) + costMinor
    }
  }
  return Object.fromEntries(Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function audienceSizes(rulebook: Rulebook, { audiences }: MemoryPorts): Promise<Record<string, number>> {
  const counted = rulebook.audiences.map(async ({ id }) => [id, await audiences.count(id)] as const)
  return Object.fromEntries(await Promise.all(counted))
}

type Reporter = ReturnType<typeof reporter>

const NOTHING_SAID = JSON.stringify({ detail: {}, world: 0, order: 0, receipts: [] } satisfies RecordBody)

/** The ports as they are, with the report looking on. Records are only seen: nobody asks for their bodies again. */
function observed(ports: MemoryPorts, report: Reporter): MemoryPorts {
  return {
    ...ports,
    // As in a run on one machine, time stands still while a page of a sweep waits for the next.
    queues: { ...ports.queues, send: (queue, bodies) => ports.queues.send(queue, bodies) },
    records: {
      ...ports.records,
      async put(records) {
        report.records(records)
        await ports.records.put(records.map((record) => ({ ...record, body: NOTHING_SAID })))
      },
    },
    ledger: {
      ...ports.ledger,
      async grant(request) {
        const outcome = await ports.ledger.grant(request)
        if (outcome.granted && !outcome.again) report.grant(request)
        return outcome
      },
    },
    bus: {
      ...ports.bus,
      publish(announcements) {
        report.announce(announcements)
        return ports.bus.publish(announcements)
      },
    },
    mailer: {
      ...ports.mailer,
      async send(mail) {
        report.mail(mail)
        return ports.mailer.send(mail)
      },
    },
  }
}
