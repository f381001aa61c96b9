import { NOBODY } from '../../contract/task.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { type Compared, type HotSpot, hotSpotsOf } from '../../domain/scores/satisfaction/hot-spots.ts'
import { addSums, byTopic, type Sums } from '../../domain/scores/satisfaction/sums.ts'
import { ownTasks } from '../../domain/texts/en/own-tasks.ts'
import type { Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { openTask } from '../deliver/open-task.ts'
import { mondayOf, satisfactionSet } from './count-answer.ts'

/** A week is held against so many before it. */
const WEEKS_BEFORE = 12
/** Places with the most answers that are looked at, and hot spots that are told of in a day: the worst. */
const PLACES_AT_MOST = 100
const TOLD_AT_MOST = 10

/** The hot spots of the last whole week: read from the counters, a set a place and week. */
export async function findHotSpots(
  { counters }: Pick<Ports, 'counters'>,
  zone: string,
  now: number,
): Promise<{ week: string; hotSpots: HotSpot[] }> {
  const calendar = calendarOf(zone)
  const [week, ...before] = Array.from({ length: WEEKS_BEFORE + 1 }, (_, i) => mondayOf(now, calendar, -1 - i))
  const index = satisfactionSet.places(week!)
  const seen = (await counters.read([index])).get(index)?.counts ?? {}
  const places = Object.keys(seen)
    .sort((a, b) => seen[b]! - seen[a]! || (a < b ? -1 : 1))
    .slice(0, PLACES_AT_MOST)
  const sets = await counters.read(
    [week!, ...before].flatMap((each) => places.map((place) => satisfactionSet.of(each, place))),
  )
  const sumsOf = (each: string, place: string) => byTopic<Sums>(sets.get(satisfactionSet.of(each, place))?.counts ?? {})
  const compared = places.flatMap((place): Compared[] => {
    const past = before.map((each) => sumsOf(each, place))
    return Object.entries(sumsOf(week!, place)).map(([topic, sums]) => {
      const known = past.flatMap((each) => each[topic] ?? [])
      return { place, topic, week: sums, before: known.reduce(addSums, { n: 0, x: 0, xx: 0 }) }
    })
  })
  return { week: week!, hotSpots: hotSpotsOf(compared) }
}

/** Announces the hot spots of the last week and opens a task for each: once, however often it is looked. */
export async function tellHotSpots(
  ports: Pick<Ports, 'counters' | 'tasks' | 'bus'>,
  zone: string,
  now: number,
): Promise<void> {
  const { week, hotSpots } = await findHotSpots(ports, zone, now)
  for (const { by: _, ...spot } of hotSpots.slice(0, TOLD_AT_MOST)) {
    const { place, topic, answers, mean, before, answersBefore } = spot
    const name = shortHash(['hot spot', week, place, topic], 22)
    const means = { mean: twoDecimals(mean), before: twoDecimals(before) }
    const detail = { memberId: NOBODY, occurredAt: new Date(now).toISOString(), week, ...spot, ...means }
    await ports.bus.publish([{ type: 'satisfaction.dropped', detail: { id: `${name}:dropped`, ...detail } }])
    const matter = { topic, place, week, answers, ...means, weeksBefore: WEEKS_BEFORE, answersBefore }
    await openTask(
      {
        name,
        memberId: NOBODY,
        about: { actionId: name, campaign: 'satisfaction', rulebook: '' },
        ...ownTasks.dropped(matter),
        own: { is: 'dropped', ...matter },
      },
      ports,
      now,
    )
  }
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100
}
