import * as z from 'zod'
import { ownEvent } from '../../contract/own-event.ts'
import { type WorldHints, wasStopped } from '../../domain/campaign/world.ts'
import { decodeMember } from '../../domain/member/codec.ts'
import type { Ports, StoredMember } from '../../ports/index.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { changeWorld } from '../world/change-world.ts'

const PAGE = 200
/** A page every few seconds: a base of a million takes some hours, and the mails of the day are not held up. */
const SECONDS_BETWEEN_PAGES = 2

const order = z.object({ rulebook: z.string(), cursor: z.string().nullish() })

/**
 * Shows a new rulebook to the members it could concern, a page at a time: the one permitted scan. Each page sends for
 * the next, so that it goes on where it was after any crash; a newer publish ends it. The last one says that it was shown
 * to everybody: what goes through an audience by the clock waits for that. Who is on their way through a campaign that was
 * stopped is woken too, and leaves.
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

/** One who cannot be read is woken too: what is wrong is seen there, and holds nobody else up. */
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
      return { state: { ...before, shown: version }, what: `shown ${version} to every member` }
    },
    { at: now, by: 'wingback' },
  )
}
