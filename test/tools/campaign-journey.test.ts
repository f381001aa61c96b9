import { beforeEach, describe, expect, test } from 'vitest'
import type { LocalControl } from '../../shared/app/api/http.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** How many stand where in a campaign, and the members behind each number, as the API tells it. */

const NOON = Date.parse('2026-10-05T04:00:00Z')
const at = new Date(NOON - 60_000).toISOString()
const campaign = (steps: string) => `campaign: apology
name: Apology
trigger: complaint.filed
guardrails: { oncePer: complaint, whileCaseOpen: true }
audience: { hasEmail: true }
steps: ${steps}
`

let api: ApiInMemory
let reactor: Reactor

beforeEach(async () => {
  api = apiInMemory(NOON)
  const loaded = await publish('[{ wait: 2h }, { email: sorry }]')
  reactor = reactorOf(loaded.rulebook, NOON, api.ports)
})

async function publish(steps: string) {
  const files = {
    ...smallRulebook,
    'campaigns/apology.yaml': campaign(steps),
    'templates/sorry/en.mjml': smallRulebook['templates/hello/en.mjml']!,
  }
  const loaded = await loadRulebook(files, templateBuilder(files))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
  return loaded
}

const enrol = (memberId: string, more: object = {}) =>
  reactor.take([
    envelope('member.enrolled', {
      id: `e-${memberId}`,
      occurredAt: at,
      memberId,
      givenName: memberId,
      email: `${memberId}@example.com`,
      consent: { email: true },
      ...more,
    }),
  ])
const complain = (memberId: string, id = memberId) =>
  reactor.take([
    envelope('complaint.filed', {
      id: `c-${id}`,
      occurredAt: at,
      memberId,
      complaintId: `C-${id}`,
      category: 'baggage',
    }),
  ])
const journey = async () => (await api.call('GET', '/v1/campaigns/apology/journey', 'li')).body
const behind = async (counter: string) => {
  const { context } = api
  const response = await handleApi(
    {
      method: 'GET',
      path: '/v1/journey-members/apology',
      query: { by: 'li', counter },
      headers: {},
      body: new Uint8Array(),
    },
    context,
  )
  return JSON.parse(response.body)
}

describe('the numbers of a campaign', () => {
  test('begin with nothing, and say since when they count', async () => {
    expect(await journey()).toMatchObject({ since: null, at: {}, ways: {}, kept: [], elsewhere: 0 })
    await enrol('A')
    await complain('A')
    expect(await journey()).toMatchObject({ since: '2026-10-05T04:00:00.000Z', at: { 1: 1 }, ways: { 'begin.on': 1 } })
  })

  test('lead to the members behind them', async () => {
    await enrol('A')
    await enrol('B', { email: undefined })
    await complain('A')
    await complain('B')
    expect((await journey()).kept).toEqual([
      expect.objectContaining({ step: 'begin', outcome: 'notEntered', gate: 'eligible', members: 1, now: null }),
    ])
    expect(await behind('kept/begin/notEntered/eligible')).toMatchObject({
      count: 1,
      members: [{ memberId: 'B', name: 'B' }],
    })
    expect(await behind('at/1')).toMatchObject({ count: 1, members: [{ memberId: 'A' }] })
  })

  test('of who stands somewhere now lead to nobody who has gone on', async () => {
    await enrol('A')
    await enrol('B')
    await complain('A')
    await complain('B')
    reactor.now += 3 * 3_600_000
    await reactor.take([
      envelope('booking.created', {
        id: 'b',
        occurredAt: at,
        memberId: 'A',
        pnr: 'ABCDEF',
        flights: [],
        fare: { amount: 1, currency: 'CNY' },
      }),
    ])
    await reactor.take([envelope('survey.answered', { id: 's', occurredAt: at, memberId: 'A', nps: 3 })])
    const { at: stand } = await journey()
    expect(stand).toEqual({ 1: 1, 2: 1 })
    expect(await behind('at/1')).toMatchObject({ count: 1, members: [{ memberId: 'B' }] })
    expect(await behind('at/2')).toMatchObject({ count: 1, members: [{ memberId: 'A' }] })
  })

  test('of somebody who was erased stay, and lead to them no more', async () => {
    await enrol('A')
    await complain('A')
    await reactor.take([envelope('member.erased', { id: 'x', occurredAt: at, memberId: 'A' })])
    await reactor.drain()
    expect(await journey()).toMatchObject({ at: {}, ways: { 'begin.on': 1 } })
    expect(await behind('way/begin.on')).toEqual({ count: 1, remembered: 0, members: [] })
  })

  test('are of one version of the campaign: who is on another one is counted apart', async () => {
    await enrol('A')
    await complain('A')
    await publish('[{ wait: 3h }, { email: sorry }]')
    expect(await journey()).toMatchObject({ since: null, at: {}, elsewhere: 1 })
  })

  test('which was never asked for is no counter', async () => {
    expect((await behind('secret/1')).error.code).toBe('bad-request')
  })
})

test('a recount puts right what a process that died did not count', async () => {
  await enrol('A')
  await enrol('B', { email: undefined })
  await complain('A')
  await complain('B')
  reactor.now += 3 * 3_600_000
  await reactor.take([envelope('survey.answered', { id: 's', occurredAt: at, memberId: 'A', nps: 3 })])
  const before = await journey()
  expect(before.ways).toEqual({ 'begin.on': 1, '1.on': 1 })
  const { hash } = (await api.context.rulebooks.load((await api.ports.world.read()).rulebook!)).campaigns.find(
    ({ id }) => id === 'apology',
  )!
  await api.ports.counters.add(
    [
      { set: `journey/apology/${hash}`, name: 'at/2', by: 4 },
      { set: `journey/apology/${hash}`, name: 'way/1.on', by: 2 },
      { set: `journey/apology/${hash}`, name: 'kept/begin/notEntered/eligible', by: -1 },
    ],
    NOON,
  )
  api.context.local = { atRest: (work) => work() } as LocalControl
  const { body } = await api.call('POST', '/v1/recount', 'li')
  expect(body.corrected.map(({ count }: { count: string }) => count.split(' ')[1])).toEqual(
    expect.arrayContaining(['at/2', 'way/1.on', 'kept/begin/notEntered/eligible']),
  )
  expect(await journey()).toEqual(before)
})
