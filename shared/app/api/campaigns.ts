import * as z from 'zod'
import { isMapping } from '../../domain/cursor.ts'
import { unpackBundle } from '../../domain/rulebook/bundle.ts'
import { nameFor } from '../../domain/rulebook/called.ts'
import { campaignById } from '../../domain/rulebook/campaign-by-id.ts'
import type { Bundle } from '../../domain/rulebook/content.ts'
import { diffRulebooks, documentsOf } from '../../domain/rulebook/diff/index.ts'
import { withAudienceNames } from '../../domain/rulebook/diff/named.ts'
import { plainWords } from '../../domain/rulebook/diff/plain.ts'
import { conditionLines, conditionWords, limitWords, type Say, triggerWords } from '../../domain/rulebook/diff/words.ts'
import { journeyGraph } from '../../domain/rulebook/journey-graph.ts'
import { textsIn } from '../../domain/texts/index.ts'
import { LANGUAGES, languageFor } from '../../domain/texts/language.ts'
import { type ApiContext, ok, refuse, route } from './http.ts'
import { campaignsOf, liveRulebook, noSuchCampaign } from './live-rulebook.ts'
import { stoppedIn } from './pauses.ts'

const lang = z.string().max(100).default('en').transform(languageFor).pipe(z.enum(LANGUAGES))

/** The campaigns of the live rulebook, each with how it stands: at most as many as a rulebook may have. */
export const listCampaigns = route(z.object({}), async (_input, context, { language }) => {
  const [rulebook, standing] = await Promise.all([liveRulebook(context), standingNow(context)])
  const campaigns = (rulebook?.campaigns ?? []).map((campaign) => {
    const { id, class: kind, priority, budget } = campaign
    return {
      campaign: id,
      name: nameFor(campaign, language),
      class: kind,
      priority,
      budget: budget ?? null,
      ...standing(id),
    }
  })
  return ok({ version: rulebook?.version ?? null, campaigns })
})

/** One campaign of the live rulebook in words: what begins it, for whom, its guard rails, and its steps as a graph. */
export const showCampaign = route(
  z.object({ campaign: z.string().min(1).max(100), lang }),
  async ({ campaign: asked, lang }, context) => {
    const { rulebook: version } = await context.ports.world.read()
    const [rulebook, packed, standing] = await Promise.all([
      liveRulebook(context),
      version === undefined ? undefined : context.ports.rulebooks.read(version),
      standingNow(context),
    ])
    const known = campaignById(rulebook, asked)
    const written = packed && campaignIn(unpackBundle(packed), asked)
    if (!rulebook || !known || !written) return noSuchCampaign(asked, campaignsOf(rulebook))
    const say = withAudienceNames(textsIn(lang).diff, rulebook.audiences, lang)
    const { guardrails, limits, exitWhen } = written
    const begins = triggerWords(written.trigger, say)
    return ok({
      campaign: known.id,
      name: nameFor(known, lang),
      version: rulebook.version,
      class: known.class,
      priority: known.priority,
      budget: known.budget ?? null,
      goal: known.goal ? { event: known.goal.event, withinMs: known.goal.within } : null,
      ...standing(known.id),
      begins,
      /** What must all hold, a sentence each. */
      who: conditionLines(written.audience, say),
      /** What its rulebook says of each guard rail; of the others the settings hold. */
      guardrails: isMapping(guardrails)
        ? Object.fromEntries(Object.entries(guardrails).map(([name, value]) => [name, railWords(name, value, say)]))
        : {},
      limits: isMapping(limits) ? limitWords(limits, say) : null,
      exitWhen: exitWhen === undefined ? null : conditionWords(exitWhen, say),
      emailSteps: known.program.flatMap((each) =>
        each.op === 'action' && each.action.kind === 'email' ? [each.step] : [],
      ),
      journey: journeyGraph(written.steps, begins, say),
    })
  },
)

/** Durations in words, and every one of several by itself. */
function railWords(name: string, value: unknown, { rule }: Say): string {
  return (Array.isArray(value) ? value : [value]).map((each) => rule.value(name, plainWords(each))).join(rule.comma)
}

/** What changed from one published rulebook to another, in words. */
export const diffVersions = route(
  z.object({ before: z.string().min(1).max(100), after: z.string().min(1).max(100), lang }),
  async ({ before, after, lang }, { ports }) => {
    const [was, is] = await Promise.all([before, after].map((version) => ports.rulebooks.read(version)))
    const missing = !was ? before : !is ? after : undefined
    if (!was || !is) return refuse(404, 'no-such-rulebook', ({ api }) => api.noSuchRulebook(missing!))
    return ok({ before, after, changes: diffRulebooks(unpackBundle(was), unpackBundle(is), lang) })
  },
)

export function campaignIn(bundle: Bundle, id: string): Record<string, unknown> | undefined {
  return documentsOf(bundle, 'campaign').find(({ campaign }) => campaign === id)
}

/** Of any campaign: whether it runs, and how many are on their way. */
async function standingNow({ ports }: ApiContext) {
  const [tally, world] = await Promise.all([ports.tally.read(), ports.world.read()])
  const stopped = stoppedIn(world)
  return (id: string) => {
    const paused = world.paused[id] ?? world.paused.all
    const state = stopped[id] ? 'stopped' : paused ? 'paused' : 'running'
    return { state: state as 'running' | 'paused' | 'stopped', underWay: tally[`underWay.${id}`] ?? 0 }
  }
}
