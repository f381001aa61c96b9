import { beforeEach, describe, expect, test } from 'vitest'
import { announcements } from '../../shared/contract/announcements.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** What the console does for a member: the API's answers, and what comes of its events. */

const NOW = Date.parse('2026-10-05T02:00:00Z')
let api: ApiInMemory
let reactor: Reactor
const said: { type: string; detail: object }[] = []

beforeEach(async () => {
  api = apiInMemory(NOW)
  reactor = reactorOf(undefined, NOW, api.ports)
  said.length = 0
  const publish = async (some: readonly { type: string; detail: object }[]) => void said.push(...some)
  api.ports.bus.publish = publish as typeof api.ports.bus.publish
  const profile = { givenName: 'Grace', familyName: 'Dunmoor', email: 'grace@example.com', consent: { email: true } }
  await reactor.take([
    envelope('member.enrolled', { id: 'e1', memberId: 'M1', occurredAt: '2026-09-01T00:00:00Z', ...profile }),
    envelope('member.enrolled', { id: 'e2', memberId: 'M2', occurredAt: '2026-09-01T00:00:00Z' }),
  ])
})

const post = (path: string, body: object = {}) => api.call('POST', path, 'li', body)
const get = async (path: string) => (await api.call('GET', path, 'li')).body
const newest = async () => (await get('/v1/history')).history[0]

describe('consent', () => {
  const no = { channel: 'email', purpose: 'marketing', granted: false, source: 'phone' }
  const marketing = async () => (await get('/v1/members/M1/consents')).consents[0]

  test('that is told to a colleague counts, with whom and how; the airline’s systems hear it', async () => {
    expect(await marketing()).toMatchObject({ standing: true, words: [{ by: 'copy', event: 'member.enrolled' }] })
    expect(await post('/v1/members/M1/consents', no)).toMatchObject({ status: 200 })
    await reactor.drain()
    expect(profileOf(await reactor.member('M1')).consentEmail).toBe(false)
    expect(await marketing()).toMatchObject({
      channel: 'email',
      purpose: 'marketing',
      standing: false,
      words: [{ granted: false, by: 'person', source: 'phone', toldTo: 'li' }, { by: 'copy' }],
    })
    const heard = said.find(({ type }) => type === 'consent.changed')
    expect(announcements['consent.changed'].parse(heard?.detail)).toMatchObject({ granted: false, source: 'phone' })
    expect(await newest()).toMatchObject({ by: 'li', what: expect.stringContaining('no to marketing by email') })
  })

  test('over a channel that is not there is refused before it is sent', async () => {
    const settings = { zone: 'UTC', locale: 'en', mail: { from: 'a@b.example' }, holdoutSalt: 's' }
    const documents = { 'wingback.yaml': { airline: { name: 'X' }, ...settings } }
    await api.call('PUT', '/v1/rulebooks', 'li', packBundle({ format: 1, documents, templates: {} }))
    expect(await post('/v1/members/M1/consents', { ...no, channel: 'wechat' })).toMatchObject({
      status: 422,
      body: { error: { code: 'unknown-channel' } },
    })
    expect(await post('/v1/members/M1/consents', { ...no, source: 'rumour' })).toMatchObject({ status: 400 })
    expect(await post('/v1/members/NOBODY/consents', no)).toMatchObject({ status: 404 })
  })
})

describe('a merge', () => {
  test('says which card goes on, and the other one leads there', async () => {
    expect(await post('/v1/members/M1/merge', { into: 'M2' })).toMatchObject({ status: 200, body: { into: 'M2' } })
    await reactor.drain()
    expect(await get('/v1/members/M1')).toMatchObject({ mergedInto: 'M2' })
    expect(profileOf(await reactor.member('M2')).givenName).toBe('Grace')
  })

  test('of one person’s two cards is refused', async () => {
    expect(await post('/v1/members/M1/merge', { into: 'M1' })).toMatchObject({ status: 409 })
    await post('/v1/members/M1/merge', { into: 'M2' })
    await reactor.drain()
    expect(await post('/v1/members/M2/merge', { into: 'M1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'one-person' } },
    })
  })
})

describe('an erasure', () => {
  test('says what is left until nothing is; who asked for it stays in the history, and no card', async () => {
    expect(await get('/v1/members/M1/erasure')).toMatchObject({ erasedAt: null, isDone: false, left: { records: 1 } })
    expect(await post('/v1/members/M1/erasure')).toMatchObject({ status: 200 })
    const bodies = reactor.taken('events') as unknown as Envelope[]
    await reactor.take(bodies)
    expect(await get('/v1/members/M1/erasure')).toMatchObject({ isDone: false, left: { records: 1 } })
    await reactor.drain()
    expect(await get('/v1/members/M1/erasure')).toMatchObject({ isDone: true, left: { records: 0 } })
    const { by, what } = await newest()
    expect({ by, what }).toEqual({ by: 'li', what: expect.stringMatching(/^erased member [\w-]{16,}$/) })
    expect(await post('/v1/members/M1/erasure')).toMatchObject({ body: { error: { code: 'member-erased' } } })
  })
})
