import * as z from 'zod'
import { PAYMENTS } from '../../domain/campaign/world.ts'
import { MEASURES, pauseOf } from '../../domain/sending/reputation.ts'
import { changeWorld } from '../world/change-world.ts'
import { type ApiContext, type ApiResponse, ok, refuse, route } from './http.ts'
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
      return { state: { ...before, paused }, what: `paused ${campaign}` }
    },
    { at, by },
  )
  return ok({ changed, paused: state.paused })
})

/**
 * `resume all` lifts only `pause all`: a campaign paused by itself stays so, and so does the sender, whose bounces or
 * complaints are counted anew once it is resumed. So are automatic payments: from now on as much again may be paid.
 */
export const resume = route(order, async ({ campaign }, { ports, now }, { by }) => {
  const at = now()
  const measure = MEASURES.find((each) => pauseOf(each) === campaign)
  if (measure && Object.hasOwn((await ports.world.read()).paused, campaign)) await ports.reputation.forget(measure)
  const { state, changed } = await changeWorld(
    ports.world,
    (before) => {
      if (!Object.hasOwn(before.paused, campaign)) return undefined
      const { [campaign]: _resumed, ...paused } = before.paused
      const resumed = campaign === PAYMENTS && { paymentsResumedAt: at }
      return { state: { ...before, paused, ...resumed }, what: `resumed ${campaign}` }
    },
    { at, by },
  )
  const others = Object.keys(state.paused)
  if (!changed) {
    const hint = others.length > 0 ? `paused are: ${others.join(', ')}` : 'nothing is paused'
    return refuse(409, 'not-paused', `${campaign} is not paused`, hint)
  }
  return ok({ changed, paused: state.paused })
})

/** A misspelt pause would leave the campaign running. Journeys of the version before may still be under way. */
async function refuseUnknown(context: ApiContext, campaign: string): Promise<ApiResponse | undefined> {
  const { rulebook, previousRulebook } = await context.ports.world.read()
  const versions = [rulebook, previousRulebook].filter((version) => version !== undefined)
  const books = await Promise.all(versions.map((version) => context.rulebooks.load(version)))
  const ids = [...new Set(books.flatMap(campaignsOf)), ALL, PAYMENTS]
  return ids.includes(campaign) ? undefined : noSuchCampaign(campaign, ids)
}
