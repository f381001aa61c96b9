import * as z from 'zod'
import { airlineEvents } from '../../contract/index.ts'
import { ACTION_KINDS, definitionOf } from '../../domain/actions/index.ts'
import type { ActionKind } from '../../domain/actions/kinds.ts'
import { deedText } from '../../domain/deed.ts'
import { textsIn } from '../../domain/texts/index.ts'
import { ok, route } from './http.ts'
import { limitsNow } from './limits.ts'
import { zoneOf } from './live-rulebook.ts'
import { stoppedIn } from './pauses.ts'
import { roundsNow } from './rounds.ts'

type Counts = Record<string, number>

/** What `status` starts from, so that a count is 0 rather than absent. More outcomes appear as they are counted. */
const NOTHING_YET: Record<string, Counts> = Object.fromEntries(
  ACTION_KINDS.map((kind) => {
    const counted = [...definitionOf(kind).counted, 'held', 'skipped', 'heldOut', 'failed']
    return [kind, Object.fromEntries(counted.map((outcome) => [outcome, 0]))]
  }),
)

/** The tally's dotted names as one picture of the pipeline. */
export const status = route(z.object({}), async (_input, context, { language }) => {
  const texts = textsIn(language)
  const { ports, now, local } = context
  const [tally, queues, world, rounds, { changes }, zone] = await Promise.all([
    ports.tally.read(),
    ports.queues.depths(),
    ports.world.read(),
    roundsNow(context),
    ports.world.changes({ limit: 5 }),
    zoneOf(context),
  ])
  return ok({
    zone,
    ...pictureOf(tally),
    /** Of flights: who had no card, or one of another programme, who was found by their booking, and on how many flights there was nobody that is known. */
    passengers: {
      withoutCard: 0,
      ofOtherProgrammes: 0,
      foundByBooking: 0,
      flightsWithNobody: 0,
      ...under('passengers', tally),
    },
    queues,
    pending: tally.pending ?? 0,
    unknown: ACTION_KINDS.reduce((sum, kind) => sum + (tally[`${kind}.unknown`] ?? 0), 0),
    clock: { now: new Date(now()).toISOString(), movable: local !== undefined },
    rulebook: { live: world.rulebook ?? null, previous: world.previousRulebook ?? null, asked: world.asked ?? null },
    paused: world.paused,
    stopped: stoppedIn(world),
    underWay: Object.fromEntries(Object.entries(under('underWay', tally)).filter(([, count]) => count !== 0)),
    rounds,
    limits: await limitsNow(context),
    history: changes.toReversed().map((change) => ({ ...change, what: deedText(change.what, texts) })),
  })
})

/** Members, events and actions, by what came of them. */
export function pictureOf(tally: Counts) {
  const byType = Object.fromEntries(
    Object.entries(under('accepted', tally)).filter(([type]) => Object.hasOwn(airlineEvents, type)),
  )
  const actions = Object.fromEntries(
    Object.entries(NOTHING_YET).map(([kind, counts]) => [kind, { ...counts, ...under(kind, tally) }]),
  ) as Record<ActionKind, Counts>
  return {
    members: tally.members ?? 0,
    events: {
      accepted: Object.values(byType).reduce((sum, count) => sum + count, 0),
      duplicates: tally.duplicates ?? 0,
      setAside: tally.setAside ?? 0,
      byType,
    },
    actions,
    skippedBy: under('skippedBy', tally),
  }
}

/** `email.sent` under `email` becomes `sent`. */
function under(prefix: string, tally: Counts): Counts {
  const dotted = `${prefix}.`
  const entries = Object.entries(tally).filter(([key]) => key.startsWith(dotted))
  return Object.fromEntries(entries.map(([key, count]) => [key.slice(dotted.length), count]).sort())
}
