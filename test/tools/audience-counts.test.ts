import { beforeEach, describe, expect, test } from 'vitest'
import { handleApi } from '../../shared/app/api/index.ts'
import { beginDay } from '../../shared/app/rounds/begin-day.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** How many are in an audience, how that moves, and what it shares with another, as the API tells it. */

const NOON = Date.parse('2026-10-05T04:00:00Z')
const DAY = 86_400_000
const files = {
  ...smallRulebook,
  'audiences/gold.yaml': 'audience: gold\nname: Gold\nwho: { tier: gold }\n',
  'audiences/chinese.yaml': 'audience: chinese\nname: Chinese\nwho: { locale: zh-CN }\n',
  'campaigns/hello.yaml': `campaign: hello
name: Hello
trigger: { audience: gold }
steps: [{ email: hello }]
`,
}
let api: ApiInMemory
let reactor: Reactor

beforeEach(async () => {
  api = apiInMemory(NOON)
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
  reactor = reactorOf(loaded.rulebook, NOON, api.ports)
})

let ids = 0
const tell = (memberId: string, fields: object) =>
  reactor.take([
    envelope('member.updated', {
      id: `u-${++ids}`,
      occurredAt: new Date(reactor.now - 60_000 + ids).toISOString(),
      memberId,
      ...fields,
    }),
  ])
const minute = async () => beginDay(api.ports, api.context.rulebooks, await api.ports.world.read(), api.clock.now)
async function get(path: string, query: Record<string, string> = {}) {
  const request = { method: 'GET', path, query: { by: 'li', ...query }, headers: {}, body: new Uint8Array() }
  const { status, body } = await handleApi(request, api.context)
  return { status, ...JSON.parse(body) }
}
const goOn = (ms: number) => {
  api.clock.now += ms
  reactor.now += ms
}

test('counts who is in and who of them can be reached, whatever else changes of them', async () => {
  await tell('A', { tier: 'gold', email: 'a@example.com', consent: { email: true } })
  await tell('B', { tier: 'gold' })
  await tell('C', { tier: 'silver' })
  expect(await get('/v1/audience-counts/gold')).toMatchObject({ members: 2, reachable: 1, came: 2, went: 0 })
  await tell('A', { consent: { email: false } })
  await tell('B', { tier: 'silver' })
  expect(await get('/v1/audience-counts/gold')).toMatchObject({ members: 1, reachable: 0, came: 2, went: 1 })
  expect(
    (await get('/v1/audiences')).audiences.find((each: { audience: string }) => each.audience === 'gold'),
  ).toMatchObject({
    members: 1,
    inAWeek: null,
  })
})

test('says how that moved by day, and since a week ago', async () => {
  await tell('A', { tier: 'gold' })
  await minute()
  await tell('B', { tier: 'gold' })
  await tell('A', { tier: 'silver' })
  goOn(DAY)
  await minute()
  await tell('C', { tier: 'gold' })
  const { days } = await get('/v1/audience-counts/gold')
  expect(days).toEqual([
    { date: '2026-10-05', members: 1, came: 1, went: 1 },
    { date: '2026-10-06', members: 1, came: 1, went: 0 },
  ])
  goOn(6 * DAY)
  const { audiences } = await get('/v1/audiences')
  expect(audiences.find((each: { audience: string }) => each.audience === 'gold').inAWeek).toBe(1)
})

test('leads to who came and who went', async () => {
  await tell('A', { tier: 'gold', givenName: 'Ann' })
  await tell('A', { tier: 'silver' })
  await tell('B', { tier: 'gold' })
  expect(await get('/v1/audiences/gold/moves', { which: 'went' })).toMatchObject({
    count: 1,
    members: [{ memberId: 'A', name: 'Ann' }],
  })
  expect((await get('/v1/audiences/gold/moves', { which: 'came' })).count).toBe(2)
})

test('names the campaigns that use it', async () => {
  expect((await get('/v1/audience-counts/gold')).usedBy).toEqual([{ campaign: 'hello', name: 'Hello' }])
  expect((await get('/v1/audience-counts/chinese')).usedBy).toEqual([])
})

describe('an overlap', () => {
  test('is of the smaller one, and exact where all of it was looked at', async () => {
    for (const id of ['A', 'B', 'C']) await tell(id, { tier: 'gold' })
    await tell('A', { locale: 'zh-CN' })
    await tell('D', { locale: 'zh-CN' })
    expect(await get('/v1/audience-overlaps/gold', { with: 'chinese' })).toMatchObject({
      ...{ smaller: 'chinese', other: 'gold', members: 2, looked: 2, both: 1, isAll: true },
    })
  })

  test('of many is of those that were looked at, and says so', async () => {
    for (let i = 0; i < 450; i++) await tell(`M${1000 + i}`, { tier: 'gold', locale: i < 440 ? 'zh-CN' : 'en' })
    expect(await get('/v1/audience-overlaps/gold', { with: 'chinese' })).toMatchObject({
      ...{ smaller: 'chinese', members: 440, looked: 400, both: 400, isAll: false },
    })
  })

  test('with itself is refused', async () => {
    expect(await get('/v1/audience-overlaps/gold', { with: 'gold' })).toMatchObject({ status: 400 })
  })
})

test('no list gives more than 100 at once', async () => {
  expect(await get('/v1/audiences/gold', { limit: '101' })).toMatchObject({ status: 400 })
  expect(await get('/v1/history', { limit: '101' })).toMatchObject({ status: 400 })
})
