import * as z from 'zod'
import { ALL_MARKETING, analysisOf } from '../../domain/results/analysis.ts'
import type { Analysis } from '../../domain/results/assignment.ts'
import { reportOf } from '../../domain/results/report/report.ts'
import { SLICED_BY, type SlicedBy } from '../../domain/results/report/slices.ts'
import { type ReportView, viewOf } from '../../domain/results/report/view.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import { USUAL_MEASURE } from '../../domain/rulebook/measure.ts'
import type { Language } from '../../domain/texts/language.ts'
import { cohortsOf } from '../results/cohorts.ts'
import { recount } from '../results/recount.ts'
import { type ApiContext, ok, refuse, route, WAIT_AT_MOST_MS } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'

/** How the holdout of all marketing is asked for: no campaign can be called so. */
const ALL = 'all'

const day = z.iso.date('a day such as 2026-09-01 is expected')
const days = { from: day.optional(), to: day.optional() }

interface Asked {
  from?: string | undefined
  to?: string | undefined
  by?: SlicedBy | undefined
  brief?: boolean
}

/** What each campaign came to, as it is measured now: no slices, no looks. */
export const listResults = route(z.object(days), async (asked, context, { language }) => {
  if (isBackwards(asked)) return backwards(asked)
  const byCampaign = [...Map.groupBy(await context.ports.results.analyses(), ({ campaign }) => campaign).values()]
  const current = await Promise.all(byCampaign.map((some) => currentOf(some, asked, context)))
  const reports = await reportsOf(current, { ...asked, brief: true }, context)
  return ok({
    names: await namesOf(context, language),
    reports: reports.sort((a, b) => (a.analysis.campaign < b.analysis.campaign ? -1 : 1)),
  })
})

/** One campaign: the newest analysis first, those of earlier versions that were measured otherwise after it. */
export const showResults = route(
  z.object({ ...days, campaign: z.string().max(100), by: z.enum(SLICED_BY).optional() }),
  async ({ campaign: given, ...asked }, context, { language }) => {
    if (isBackwards(asked)) return backwards(asked)
    const campaign = given === ALL ? ALL_MARKETING : given
    const all = await context.ports.results.analyses()
    const some = all.filter((analysis) => analysis.campaign === campaign)
    const rulebook = await liveRulebook(context)
    const known = [...new Set([...campaignsOf(rulebook), ...all.map((each) => each.campaign)])]
    if (some.length === 0 && campaign !== ALL_MARKETING && !known.includes(campaign))
      return noSuchCampaign(given, known)
    const reports = await reportsOf(some, asked, context)
    return ok({ names: await namesOf(context, language), reports: reports.sort(newestFirst) })
  },
)

/** In a request there is time for a small airline's members; in AWS the nightly run compares what closed lately. */
export const recountResults = route(z.object({}), async (_input, { ports, now }) => {
  return ok(await recount(ports, { now: now(), repairs: true, msAtMost: WAIT_AT_MOST_MS / 2 }))
})

async function reportsOf(analyses: readonly Analysis[], asked: Asked, context: ApiContext): Promise<ReportView[]> {
  const { limits } = ((await liveRulebook(context))?.settings.measure ?? USUAL_MEASURE).harm
  const { from, to, by, brief = false } = asked
  const now = context.now()
  return Promise.all(
    analyses.map(async (analysis) => {
      const cohorts = await cohortsOf(analysis, context.ports, { now, ...(from && { from }), ...(to && { to }) })
      return viewOf(reportOf(analysis, cohorts, { now, limits, by, brief }))
    }),
  )
}

/** By the last day on which somebody was assigned. */
function newestFirst(a: ReportView, b: ReportView): number {
  return (a.days?.to ?? '') > (b.days?.to ?? '') ? -1 : 1
}

/**
 * The one analysis of a campaign that is listed: that of the live rulebook, else the one of the latest day asked for. The members
 * and sums of the others are not read, however many there were.
 */
async function currentOf(some: readonly Analysis[], { from, to }: Asked, context: ApiContext): Promise<Analysis> {
  const rulebook = await liveRulebook(context)
  const campaign = campaignById(rulebook, some[0]!.campaign)
  const live = campaign && rulebook && analysisOf(campaign, rulebook).id
  const isLive = to === undefined && some.find(({ id }) => id === live)
  if (isLive || some.length === 1) return isLive || some[0]!
  const days = { ...(from && { from }), ...(to && { to }) }
  const lastDays = await Promise.all(
    some.map(async (analysis) => {
      const parts = await context.ports.results.parts(analysis.id, days)
      return {
        analysis,
        last:
          parts
            .map(({ day }) => day)
            .sort()
            .at(-1) ?? '',
      }
    }),
  )
  return lastDays.reduce((newest, each) => (each.last > newest.last ? each : newest)).analysis
}

async function namesOf(context: ApiContext, language: Language): Promise<Record<string, string>> {
  const rulebook = await liveRulebook(context)
  return Object.fromEntries(rulebook?.campaigns.map((each) => [each.id, nameFor(each, language)]) ?? [])
}

function isBackwards({ from = '', to = '9999' }: Asked): boolean {
  return from > to
}

function backwards({ from, to }: Asked) {
  return refuse(400, 'bad-request', `from: ${from} is after ${to}`)
}
