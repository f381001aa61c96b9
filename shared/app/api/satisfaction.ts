import * as z from 'zod'
import { calendarOf } from '../../domain/calendar.ts'
import { driversOf } from '../../domain/scores/satisfaction/drivers.ts'
import { byTopic, type PairSums, type Sums } from '../../domain/scores/satisfaction/sums.ts'
import { EVERYWHERE, satisfactionSet } from '../satisfaction/count-answer.ts'
import { findHotSpots } from '../satisfaction/hot-spots.ts'
import { ok, route } from './http.ts'
import { liveRulebook } from './live-rulebook.ts'
import { month } from './month.ts'

const PLACES_SHOWN = 50

/** What drives low scores in a month, for a route, a station or everywhere; which places there are; and the hot spots of last week. */
export const showSatisfaction = route(
  z.object({
    month: month.optional(),
    place: z
      .string()
      .regex(/^([A-Z]{3}(-[A-Z]{3})?|all)$/, 'a route PEK-SHA, a station PEK, or all')
      .default(EVERYWHERE),
  }),
  async ({ month: asked, place }, context) => {
    const { ports, now } = context
    const zone = (await liveRulebook(context))?.settings.zone ?? 'UTC'
    const month = asked ?? calendarOf(zone).dateOf(now()).slice(0, 7)
    const [all, withNps, index] = [
      satisfactionSet.of(month, place),
      satisfactionSet.withNps(month, place),
      satisfactionSet.places(month),
    ]
    const [sets, spots] = await Promise.all([
      ports.counters.read([all, withNps, index]),
      findHotSpots(ports, zone, now()),
    ])
    const countsOf = (set: string) => sets.get(set)?.counts ?? {}
    const answers = countsOf(index)
    const places = Object.entries(answers)
      .map(([name, count]) => ({ place: name, answers: count }))
      .sort((a, b) => b.answers - a.answers || (a.place < b.place ? -1 : 1))
    return ok({
      zone,
      month,
      place,
      answers: answers[place] ?? 0,
      topics: driversOf(byTopic<Sums>(countsOf(all)), byTopic<PairSums>(countsOf(withNps))),
      places: places.slice(0, PLACES_SHOWN),
      ...spots,
    })
  },
)
