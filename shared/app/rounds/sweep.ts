import * as z from 'zod'
import { ownEvent } from '../../contract/own-event.ts'
import { type WorldHints, wasStopped } from '../../domain/campaign/world.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Ports, StoredMember } from '../../ports/index.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { changeWorld } from '../world/change-world.ts'

const PAGE = 200
/** A page every few seconds: a million members take some hours, and the day's emails are not held up. */
const SECONDS_BETWEEN_PAGES = 2

const order = z.object({ rulebook: z.string(), cursor: z.string().nullish() })

/**
 * Shows a new rulebook to the members it could concern, page by page: the one permitted scan. Each page sends the
 * message for the next, so that it continues after a crash; a newer publish ends it. The last page notes that everybody
 * has been shown it: rounds by the clock wait for that. Members on a stopped campaign's journey are woken too, and
 * leave it.
 */
export async function sweep(
  body: string,
  {
    ports,
    rulebooks,
    live,
    now,
  }: {
    ports: Pick<Ports, 'members' | 'queues' | 'world'>
    rulebooks: RulebookCache
    live: string | undefined
    now: number
  },
): Promise<void> {
  const { rulebook: version, cursor } = order.parse(JSON.parse(body))
  if (version !== live) return
  const rulebook = await rulebooks.load(version)
  const page = await ports.members.page({ cursor: cursor ?? undefined, limit: PAGE })
  const asked = rulebook.audiences.map(({ baseline }) => baseline)
  const world = await ports.world.read()
  const unseen = page.members.filter((stored) => isUnseen(stored, asked, world))
  const id = `published:${version}:${world.version}`
  const events = unseen.map(({ memberId }) => ownEvent({ type: 'member.woken', id, memberId, fields: {} }, now))
  if (events.length > 0) await ports.queues.send('events', events)
  if (page.cursor === undefined) return noteShown(version, ports, now)
  const next = JSON.stringify({ rulebook: version, cursor: page.cursor })
  await ports.queues.send('sweeps', [next], { delaySeconds: unseen.length > 0 ? SECONDS_BETWEEN_PAGES : 0 })
}

/** A member who cannot be read is woken too: the fault is seen there, and holds up nobody else. */
function isUnseen(stored: StoredMember, asked: readonly string[], world: Pick<WorldHints, 'stops'>): boolean {
  try {
    const { baselines, mergedInto, erasedAt, journeys } = decodeMember(stored)
    if (mergedInto || erasedAt) return false
    const isStopped = journeys.some((journey) => journey.endedAt === undefined && wasStopped(world, journey))
    return isStopped || asked.some((baseline) => !baselines.includes(baseline))
  } catch {
    return true
  }
}

async function noteShown(version: string, { world }: Pick<Ports, 'world'>, now: number): Promise<void> {
  await changeWorld(
    world,
    (before) => {
      if (before.rulebook !== version || before.shown === version) return undefined
      return { state: { ...before, shown: version }, what: { is: 'shown', version } }
    },
    { at: now, by: 'wingback' },
  )
}
