import { calendarOf, MINUTE } from '../../domain/calendar.ts'
import type { Ports, WorldState } from '../../ports/index.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Went } from './go-round.ts'

export interface BriefingDependencies {
  ports: Pick<Ports, 'departures' | 'finders' | 'members' | 'legNames' | 'bus'>
  rulebooks: RulebookCache
  world: WorldState
  now: number
  /** Where the pages of briefings are. */
  baseUrl: string
  onError(error: unknown): void
}

/** In one run at most: each reads everybody on board. The rest is for the next minute. */
const AT_MOST = 20

/**
 * Announces, hours before departure, that the briefing of each leg is ready: as long before as the rulebook says. One that cannot be told is
 * tried again each minute, until the flight departs.
 */
export async function tellBriefings({
  ports,
  rulebooks,
  world,
  now,
  baseUrl,
  onError,
}: BriefingDependencies): Promise<Went> {
  const nothing = { handed: 0, nextAt: Number.POSITIVE_INFINITY }
  if (world.rulebook === undefined) return nothing
  const { settings, models } = await rulebooks.load(world.rulebook)
  const before = settings.briefings
  if (before === undefined) return nothing
  const coming = await ports.departures.next(now, AT_MOST + 1)
  const due = coming.slice(0, AT_MOST).filter(({ departsAt }) => departsAt <= now + before)
  const next = coming[due.length]
  const nextAt = next ? Math.max(next.departsAt - before, now + MINUTE) : Number.POSITIVE_INFINITY
  if (due.length === 0) return { handed: 0, nextAt }
  // Scores come with it: not at each start of a function that is called every minute.
  const { announcementFor } = await import('../briefing/announce.ts')
  const moment = { now, calendar: calendarOf(settings.zone), models, carriers: settings.carriers, baseUrl }
  let told = 0
  for (const departure of due) {
    try {
      const announcement = await announcementFor(departure, ports, moment)
      if (announcement) await ports.bus.publish([announcement])
      await ports.departures.told(departure)
      told++
    } catch (error) {
      onError(error)
    }
  }
  return { handed: told, nextAt: told < due.length ? now + MINUTE : nextAt }
}
