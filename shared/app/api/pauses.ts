import * as z from 'zod'
import { isStopped, PAYMENTS } from '../../domain/campaign/world.ts'
import { MEASURES, pauseOf } from '../../domain/sending/reputation.ts'
import type { WorldState } from '../../ports/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { sweep } from './going-live.ts'
import { type ApiContext, ok, type Refusal, refuse, route } from './http.ts'
import { campaignsOf, noSuchCampaign } from './live-rulebook.ts'

/** Pausing every campaign at once. */
const ALL = 'all'

const order = z.object({ campaign: z.string().min(1).max(100) })

/** No claim of the campaign succeeds from here on; what is pending waits. */
export const pause = route(order, async ({ campaign }, context, { by }) => {
  const { ports, now } = context
  const unknown = await refuseUnknown(context, campaign)
  if (unknown) return unknown
  const at = now()
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      if (Object.hasOwn(before.paused, campaign)) return undefined
      const paused = { ...before.paused, [campaign]: { since: at, by } }
      return { state: { ...before, paused }, what: { is: 'paused', what: campaign } }
    },
    { at, by },
  )
  return ok({ changed, paused: state.paused })
})

/**
 * Ends a campaign for everybody on their way through it, as of now: what is not in somebody's hands is taken back at once,
 * by its claim, and all members are looked at so that they leave. Nobody begins until it is resumed.
 */
export const stop = route(order, async ({ campaign }, context, { by }) => {
  const { ports, now } = context
  if (campaign === ALL || campaign === PAYMENTS) return ONE_CAMPAIGN
  const unknown = await refuseUnknown(context, campaign)
  if (unknown) return unknown
  const at = now()
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      if (isStopped(before, campaign)) return undefined
      return {
        state: { ...before, stops: { ...before.stops, [campaign]: { at, by } } },
        what: { is: 'stopped', what: campaign },
      }
    },
    { at, by },
  )
  const sweeping = state.rulebook !== undefined && (await sweep(context, state.rulebook))
  return ok({ changed, stopped: stoppedIn(state), sweeping })
})

const ONE_CAMPAIGN = refuse(
  400,
  'bad-request',
  ({ api }) => api.oneCampaign,
  ({ api }) => api.oneCampaignHint,
)

/** Campaigns that nobody begins, since when and by whom. */
export function stoppedIn(state: WorldState): Record<string, { since: number; by: string }> {
  const stops = Object.entries(state.stops ?? {}).filter(([campaign]) => isStopped(state, campaign))
  return Object.fromEntries(stops.map(([campaign, { at: since, by }]) => [campaign, { since, by }]))
}

/**
 * A campaign that was stopped begins again with who comes from now on; who left stays away. `resume all` lifts only `pause all`: a campaign paused by itself stays so, and so does the sender, whose bounces or
 * complaints are counted anew once it is resumed. So are automatic payments: from now on as much again may be paid.
 */
export const resume = route(order, async ({ campaign }, { ports, now }, { by }) => {
  const at = now()
  const measure = MEASURES.find((each) => pauseOf(each) === campaign)
  if (measure && Object.hasOwn((await ports.world.read()).paused, campaign)) await ports.reputation.forget(measure)
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      const wasStopped = isStopped(before, campaign)
      if (!Object.hasOwn(before.paused, campaign) && !wasStopped) return undefined
      const { [campaign]: _resumed, ...paused } = before.paused
      const { [campaign]: stop, ...others } = before.stops ?? {}
      const resumed = {
        ...(campaign === PAYMENTS && { paymentsResumedAt: at }),
        ...(stop && wasStopped && { stops: { ...others, [campaign]: { ...stop, resumed: true as const } } }),
      }
      return { state: { ...before, paused, ...resumed }, what: { is: 'resumed', what: campaign } }
    },
    { at, by },
  )
  const stopped = stoppedIn(state)
  const others = [...Object.keys(state.paused), ...Object.keys(stopped)]
  if (!changed) {
    return refuse(
      409,
      'not-paused',
      ({ api }) => api.notPaused(campaign),
      ({ api }) => api.pausedAre(others.join(', ')),
    )
  }
  return ok({ changed, paused: state.paused, stopped })
})

/** A misspelt pause would leave the campaign running. Journeys of the version before may still be under way. */
async function refuseUnknown(context: ApiContext, campaign: string): Promise<Refusal | undefined> {
  const { rulebook, previousRulebook } = await context.ports.world.read()
  const versions = [rulebook, previousRulebook].filter((version) => version !== undefined)
  const books = await Promise.all(versions.map((version) => context.rulebooks.load(version)))
  const ids = [...new Set(books.flatMap(campaignsOf)), ALL, PAYMENTS]
  return ids.includes(campaign) ? undefined : noSuchCampaign(campaign, ids)
}
