import { beforeEach, expect, test } from 'vitest'
import { beginDay } from '../../shared/app/rounds/begin-day.ts'
import { announcementSchemas } from '../../shared/contract/announcements.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What drives low scores, from answers to surveys to the API; and hot spots, to the bus and to a task. */

/** A Monday morning in the zone of the rulebook. */
const NOW = Date.parse('2026-10-12T02:00:00Z')
const DAY = 86_400_000
let api: ApiInMemory
let reactor: Reactor
let ids = 0

beforeEach(async () => {
  api = apiInMemory(NOW)
  reactor = reactorOf(await rulebookOf({}), NOW, api.ports)
})

function answer(daysAgo: number, ratings: Record<string, number>, more: object = {}) {
  ids += 1
  const at = new Date(NOW - daysAgo * DAY).toISOString()
  const leg = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', scheduledDeparture: at }
  const said = { id: `s${ids}`, memberId: `M${ids % 7}`, occurredAt: at, ratings, nps: 4, flight: leg }
  return envelope('survey.answered', { ...said, ...more })
}

const shown = async (query: Record<string, string> = {}) => (await api.get('/v1/satisfaction', 'li', query)).body
/** Every answer by somebody of their own: nobody answers about one flight twice. */
const told = (all: ReturnType<typeof answer>[]) =>
  reactor.take(all.map((each, i) => ({ ...each, detail: { ...(each.detail as object), memberId: `N${ids}x${i}` } })))

test('answers are counted by month, for their route, their station and everywhere', async () => {
  await told(Array.from({ length: 40 }, (_, i) => answer(2, { food: i % 2 ? 2 : 4, seat: 3 }, { nps: i % 2 ? 1 : 9 })))
  await told([answer(40, { food: 1 }), answer(2, { food: 1 }, { flight: undefined })])
  expect(await shown({ place: 'PEK-SHA' })).toMatchObject({
    month: '2026-10',
    answers: 40,
    topics: [
      { topic: 'food', answers: 40, performance: { mean: 3 }, importance: { correlation: 1 }, priority: 0.5 },
      { topic: 'seat', answers: 40, performance: { mean: 3 } },
    ],
    places: [
      { place: 'all', answers: 41 },
      { place: 'PEK', answers: 40 },
      { place: 'PEK-SHA', answers: 40 },
    ],
  })
  expect(await shown({ month: '2026-09' })).toMatchObject({ answers: 1, topics: [{ topic: 'food', answers: 1 }] })
  expect(await shown({ place: 'CAN' })).toMatchObject({ answers: 0, topics: [] })
  expect((await api.get('/v1/satisfaction', 'li', { place: 'Peking' })).status).toBe(400)
})

test('an answer that comes again, or is corrected, is counted once; and the member keeps what was worst', async () => {
  const first = answer(2, { food: 2, seat: 1 }, { memberId: 'M1' })
  const { id: _, ...same } = first.detail as Record<string, unknown>
  await reactor.take([first, first])
  await reactor.take([
    envelope('survey.answered', {
      ...same,
      id: 'later',
      occurredAt: new Date(NOW).toISOString(),
      ratings: { food: 5, seat: 5 },
    }),
  ])
  expect(await shown()).toMatchObject({ answers: 1 })
  expect((await reactor.member('M1')).surveys).toMatchObject([{ rating: 5 }])
  await reactor.take([answer(1, { food: 2, seat: 1 }, { memberId: 'M2' })])
  expect((await reactor.member('M2')).surveys).toMatchObject([{ lowest: 'seat' }])
})

test('a drop by more than chance is announced and a task opened, once', async () => {
  const rated = (i: number, mean: number) => Math.min(5, Math.max(1, mean + [-1, 0, 0, 1][i % 4]!))
  await told(Array.from({ length: 80 }, (_, i) => answer(20 + (i % 40), { food: rated(i, 4), seat: rated(i, 4) })))
  await told(Array.from({ length: 30 }, (_, i) => answer(3, { food: rated(i, 2), seat: rated(i, 4) })))
  const { week, hotSpots } = await shown()
  expect(week).toBe('2026-10-05')
  expect(hotSpots.map(({ place, topic }: { place: string; topic: string }) => `${place} ${topic}`).sort()).toEqual([
    'PEK food',
    'PEK-SHA food',
    'all food',
  ])

  await publish()
  await publish()
  const announced = api.ports.bus.announcements.filter(({ type }) => type === 'satisfaction.dropped')
  expect(announced.map(({ detail }) => detail)).toContainEqual(
    expect.objectContaining({
      memberId: 'wingback',
      place: 'PEK-SHA',
      topic: 'food',
      week,
      answers: 30,
      answersBefore: 80,
    }),
  )
  for (const { detail } of announced)
    expect(Object.keys(detail).sort()).toEqual(
      Object.keys((announcementSchemas()['satisfaction.dropped'] as { properties: object }).properties).sort(),
    )
  expect((await api.ports.tasks.of('service', 'open', { limit: 10 })).tasks).toHaveLength(3)
})

/** The first minute of a day. */
async function publish() {
  const rulebook = await rulebookOf({})
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  await beginDay(api.ports, rulebooks, { ...(await api.ports.world.read()), rulebook: rulebook.version }, api.clock.now)
  api.clock.now += DAY
}
