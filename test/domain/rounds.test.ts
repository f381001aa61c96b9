import { beforeAll, describe, expect, test } from 'vitest'
import type { Alert } from '../../shared/app/alerts.ts'
import { goRound } from '../../shared/app/rounds/go-round.ts'
import { sweep } from '../../shared/app/rounds/sweep.ts'
import { withLive } from '../../shared/app/world/go-live.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { PACE } from '../../shared/domain/campaign/scheduled-rounds.ts'
import type { RecordBody } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports, WorldState } from '../../shared/ports/index.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** A Sunday, four in the afternoon in Shanghai. */
const start = at('2026-06-07T08:00:00Z')
const monday = at('2026-06-08T02:00:00Z')

const flyers = 'audience: flyers\nwho: { tier: gold }'
const weekly = `campaign: weekly
trigger: { schedule: { cron: "0 10 * * MON" }, audience: flyers }
steps: [{ serviceTask: { title: Call } }]`
const welcome = `campaign: welcome
trigger: { audience: flyers, includeExisting: true }
steps: [{ serviceTask: { title: Call } }]`

const slowly = weekly.replace('steps:', 'limits: { perMinute: 2 }\nsteps:')

let rulebook: Rulebook
let before: Rulebook
let launched: Rulebook
beforeAll(async () => {
  before = await rulebookOf({ audiences: [flyers] })
  rulebook = await rulebookOf({ audiences: [flyers], campaigns: [weekly] })
  launched = await rulebookOf({ audiences: [flyers], campaigns: [welcome] })
})

const enrolled = (memberId: string, tier = 'gold', minutes = 0) =>
  envelope('member.enrolled', {
    id: `enrolled-${memberId}`,
    occurredAt: new Date(start - HOUR + minutes * MINUTE).toISOString(),
    memberId,
    tier,
  })
const tierOf = (memberId: string, tier: string, n: number) =>
  envelope('member.updated', {
    id: `tier-${memberId}-${n}`,
    occurredAt: new Date(start + n).toISOString(),
    memberId,
    tier,
  })

interface Turning extends Reactor {
  world: WorldState
  alerts: Alert[]
  go(broken?: Partial<Ports>): ReturnType<typeof goRound>
  /** What became of the campaign, by member. */
  outcomes(...ids: string[]): Promise<Record<string, string[]>>
}

/** A rulebook that is live and was shown to all, on a Sunday; the members enrolled under it, or the one before. */
async function turning(live: Rulebook, members: readonly string[], enrolledUnder = live): Promise<Turning> {
  const earlier = reactorOf(enrolledUnder, start)
  await earlier.take(members.map((id) => enrolled(id)))
  const { ports } = earlier
  const world: WorldState = { ...withLive({ version: 1, paused: {} }, live, start), shown: live.version }
  const alerts: Alert[] = []
  const turned: Turning = Object.assign(reactorOf(live, start, ports), {
    world,
    alerts,
    go: (broken: Partial<Ports> = {}) =>
      goRound({
        ports: { ...ports, ...broken },
        rulebooks: { load: async () => live, get: () => live },
        world: turned.world,
        now: turned.now,
        alert: (what) => alerts.push(what),
      }),
    async outcomes(...ids: string[]) {
      const entries = ids.map(async (id) => {
        const bodies = (await ports.records.list(id)).map(({ body }) => JSON.parse(body) as RecordBody)
        return [id, bodies.flatMap(({ receipts }) => receipts).map(({ outcome }) => outcome)] as const
      })
      return Object.fromEntries(await Promise.all(entries))
    },
  })
  return turned
}

const IN = ['entered', 'decided']

describe('by a schedule', () => {
  test('everybody in the audience enters, once, at the instant and not before', async () => {
    const turned = await turning(rulebook, ['M1', 'M2'])
    await turned.take([enrolled('M3', 'silver')])
    expect(await turned.go()).toEqual({ handed: 0, nextAt: monday })
    turned.now = monday
    expect(await turned.go()).toEqual({ handed: 2, nextAt: monday + 7 * DAY })
    expect(await turned.go()).toMatchObject({ handed: 0 })
    await turned.drain()
    expect(await turned.outcomes('M1', 'M2', 'M3')).toEqual({ M1: IN, M2: IN, M3: [] })
    turned.now = monday + 7 * DAY
    await turned.go()
    await turned.drain()
    expect((await turned.outcomes('M1')).M1).toEqual([...IN, ...IN])
  })

  test('two functions at the same instant hand nobody anything twice', async () => {
    const turned = await turning(rulebook, ['M1', 'M2', 'M3'])
    turned.now = monday
    await Promise.all([turned.go(), turned.go(), turned.go()])
    await turned.drain()
    expect(await turned.outcomes('M1', 'M2')).toEqual({ M1: IN, M2: IN })
    const rounds = await turned.ports.rounds.list()
    expect(rounds).toMatchObject([{ id: 'weekly:2026-06-08T02:00Z', handed: 3, endedAt: monday }])
  })

  test.each([
    ['before it has begun', (ports: Ports) => ({ rounds: failing(ports.rounds, 'write', 'before') })],
    ['as it has begun', (ports: Ports) => ({ rounds: failing(ports.rounds, 'write', 'after') })],
    ['before a page is read', (ports: Ports) => ({ audiences: failing(ports.audiences, 'page', 'before') })],
    ['before a page is sent', (ports: Ports) => ({ queues: failing(ports.queues, 'send', 'before') })],
    ['after a page was sent', (ports: Ports) => ({ queues: failing(ports.queues, 'send', 'after') })],
    ['between pages', (ports: Ports) => ({ rounds: failing(ports.rounds, 'write', 'after', 2) })],
    ['before the last page is noted', (ports: Ports) => ({ rounds: failing(ports.rounds, 'write', 'before', 4) })],
  ])('a process that ends %s loses nobody', async (_, breakIt) => {
    const ids = Array.from({ length: 2_500 }, (_, i) => `M${i}`)
    const turned = await turning(rulebook, [])
    await turned.ports.audiences.put(
      ids.map((memberId) => ({ audience: 'flyers', memberId, version: 1, since: start })),
      start,
    )
    turned.now = monday
    await expect(turned.go(breakIt(turned.ports))).rejects.toThrow()
    turned.now += MINUTE
    await turned.go()
    const handed = turned.taken('events').map((event) => JSON.stringify([event.detail]))
    expect(new Set(handed.map((each) => JSON.parse(each)[0].memberId)).size).toBe(2_500)
    expect(new Set(handed.map((each) => JSON.parse(each)[0].id))).toEqual(new Set(['weekly:2026-06-08T02:00Z']))
  })

  test('an event that comes twice is the same', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.now = monday
    await turned.go()
    const events = turned.taken('events') as never as Parameters<Turning['take']>[0]
    await turned.take(events)
    turned.now += 3 * HOUR
    await turned.take(events)
    expect((await turned.outcomes('M1')).M1).toEqual(IN)
    expect(await turned.ports.tally.read()).not.toHaveProperty('duplicates')
  })

  test('so many a minute, and the rest in the next', async () => {
    const ids = Array.from({ length: PACE + 500 }, (_, i) => `M${i}`)
    const turned = await turning(rulebook, [])
    await turned.ports.audiences.put(
      ids.map((memberId) => ({ audience: 'flyers', memberId, version: 1, since: start })),
      start,
    )
    turned.now = monday + 1000
    expect(await turned.go()).toEqual({ handed: PACE, nextAt: monday + MINUTE })
    expect(await turned.go()).toEqual({ handed: 0, nextAt: monday + MINUTE })
    turned.now = monday + MINUTE
    expect(await turned.go()).toMatchObject({ handed: 500 })
    expect(await turned.ports.rounds.list()).toMatchObject([{ handed: PACE + 500, endedAt: turned.now }])
  })

  test('no faster than the campaign may send', async () => {
    const turned = await turning(await rulebookOf({ audiences: [flyers], campaigns: [slowly] }), ['M1', 'M2', 'M3'])
    turned.now = monday
    expect(await turned.go()).toEqual({ handed: 2, nextAt: monday + MINUTE })
    turned.now = monday + MINUTE
    expect(await turned.go()).toMatchObject({ handed: 1 })
  })

  test('who has left the audience meanwhile does not enter, and the record says why', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.now = monday
    await turned.go()
    const events = turned.taken('events') as never as Parameters<Turning['take']>[0]
    await turned.take([tierOf('M1', 'silver', 1)])
    await turned.take(events)
    const [record] = (await turned.ports.records.list('M1')).filter(({ type }) => type === 'campaign.due')
    expect(JSON.parse(record!.body)).toMatchObject({
      detail: { campaign: 'weekly', round: 'weekly:2026-06-08T02:00Z' },
      receipts: [{ outcome: 'notEntered', gates: [{ gate: 'eligible', answer: 'skip' }] }],
    })
  })

  test('after a standstill it is made up for within freshFor, and later noted as missed and told', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.now = monday + 23 * HOUR
    expect(await turned.go()).toMatchObject({ handed: 1 })
    const late = await turning(rulebook, ['M1'])
    late.now = monday + 25 * HOUR
    expect(await late.go()).toMatchObject({ handed: 0 })
    await late.go()
    expect(late.alerts).toEqual(['round-missed'])
    expect(await late.ports.rounds.list()).toMatchObject([{ missed: true, handed: 0 }])
  })

  test('what was due before the rulebook was live is not made up for', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.world = withLive(turned.world, before, monday - HOUR)
    turned.world = withLive(turned.world, rulebook, monday + HOUR)
    turned.now = monday + 2 * HOUR
    expect(await turned.go()).toMatchObject({ handed: 0 })
  })

  test('publishing something else in between changes nothing', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.world = withLive(turned.world, { ...rulebook, version: 'another' }, monday + 1)
    turned.now = monday + MINUTE
    expect(await turned.go()).toMatchObject({ handed: 1 })
  })

  test('a paused campaign waits, and goes on where it was', async () => {
    const turned = await turning(rulebook, ['M1'])
    turned.world = { ...turned.world, paused: { weekly: { since: start, by: 'me' } } }
    turned.now = monday
    expect(await turned.go()).toMatchObject({ handed: 0 })
    turned.world = { ...turned.world, paused: {} }
    turned.now = monday + 5 * HOUR
    expect(await turned.go()).toMatchObject({ handed: 1 })
    expect(turned.alerts).toEqual([])
  })

  test('it waits until the audience was shown to everybody, which a sweep says', async () => {
    const turned = await turning(rulebook, ['M1'], before)
    const { ports } = turned
    turned.world = { ...turned.world, shown: undefined }
    await ports.world.write({ ...turned.world, version: 1 }, { at: 0, by: 'Li', what: 'published it' })
    turned.now = monday
    expect(await turned.go()).toMatchObject({ handed: 0 })
    const rulebooks = { load: async () => rulebook, get: () => rulebook }
    const order = JSON.stringify({ rulebook: rulebook.version, cursor: null })
    // One who cannot be read holds nobody up: what is wrong is seen when they are woken.
    await ports.members.write({ memberId: 'BAD', version: 1, state: '{"format":99}' })
    await sweep(order, { ports, rulebooks, live: rulebook.version, now: turned.now })
    const woken = ports.queues.take('events', 10).map(({ body }) => JSON.parse(body).detail.memberId)
    expect(woken).toEqual(['BAD'])
    turned.world = await ports.world.read()
    expect(turned.world.shown).toBe(rulebook.version)
    expect(await turned.go()).toMatchObject({ handed: 1 })
  })
})

describe('at its launch', () => {
  test('a campaign that is new on an old audience includes who is in it, once', async () => {
    const turned = await turning(launched, ['M1', 'M2'], before)
    expect(await turned.go()).toMatchObject({ handed: 2, nextAt: Number.POSITIVE_INFINITY })
    await turned.drain()
    await turned.go()
    await turned.drain()
    expect(await turned.outcomes('M1', 'M2')).toEqual({ M1: IN, M2: IN })
    turned.world = withLive(withLive(turned.world, before, start + DAY), launched, start + 2 * DAY)
    turned.now = start + 3 * DAY
    expect(await turned.go()).toMatchObject({ handed: 0 })
  })

  test('who enters while it goes on enters once: by the trigger itself', async () => {
    const turned = await turning(launched, ['M1'], before)
    turned.now = start + MINUTE
    await turned.take([tierOf('M1', 'silver', 1), tierOf('M1', 'gold', 2)])
    await turned.go()
    await turned.drain()
    expect((await turned.outcomes('M1')).M1).toEqual(IN)
  })

  test('who is included at the first look is not included once more', async () => {
    const turned = await turning(launched, ['M1'])
    expect((await turned.outcomes('M1')).M1).toEqual(IN)
    await turned.go()
    await turned.drain()
    const { M1 } = await turned.outcomes('M1')
    expect(M1?.filter((outcome) => outcome === 'entered')).toHaveLength(1)
  })
})
