import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { answerLink } from '../../../shared/app/links/answer.ts'
import { linkKeys } from '../../../shared/app/links/keys.ts'
import { profileOf } from '../../../shared/domain/member/profile.ts'
import { signLink } from '../../../shared/domain/message/links.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { at, envelope } from '../../support/events.ts'
import { type Reactor, reactorOf } from '../../support/reactor.ts'
import { rulebookOf } from '../../support/rulebook.ts'

/** The page that says what is computed of a member, and on which they object: from the link to the member's item. */

const KEY = 'a key of sixteen characters or more'
const now = at('2026-10-12T04:00:00Z')
const token = signLink({ kind: 'unsubscribe', memberId: 'M1', purpose: 'marketing' }, [KEY])
let ports: MemoryPorts
let reactor: Reactor
let rulebook: Rulebook

beforeEach(async () => {
  ports = createMemoryPorts({ now: () => now })
  rulebook = await rulebookOf({ audiences: ['audience: at-risk\nwho: { churnRisk: { atLeast: 0 } }'] })
  reactor = reactorOf(rulebook, now, ports)
  await enrol('en')
})

async function enrol(locale: string) {
  const occurredAt = '2026-10-01T00:00:00Z'
  const leg = { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', scheduledDeparture: occurredAt }
  await reactor.take([
    envelope('member.enrolled', { id: `e${locale}`, memberId: 'M1', occurredAt, givenName: 'Mei', locale }),
    envelope('flight.completed', { id: 'f1', memberId: 'M1', occurredAt, ...leg, cabin: 'Y', distanceKm: 1075 }),
  ])
}

const ask = (method: string, body = '', link = token) =>
  answerLink(
    { method, path: `/u/${link}`, query: { about: 'scores' }, headers: {}, body: Buffer.from(body) },
    { ports, rulebook, keys: linkKeys(async () => KEY), now },
  )

describe('the page on what is computed', () => {
  test('says it in plain words, and does nothing when it is opened', async () => {
    for (const method of ['GET', 'HEAD']) expect(await ask(method)).toMatchObject({ status: 200 })
    const { body } = await ask('GET')
    expect(body).toContain('how likely you are to fly with us again')
    expect(body).toContain('value="objected"')
    expect(reactor.taken('events')).toEqual([])
    expect(ports.bus.announcements.map(({ type }) => type)).not.toContain('profiling.changed')
  })

  test('its button objects: the member has no score any more, and the airline is told', async () => {
    expect((await reactor.member()).audiences).toHaveProperty('at-risk')
    const { status, body } = await ask('POST', 'answer=objected')
    expect(status).toBe(200)
    expect(body).toContain('works out no such figures about you')
    await reactor.drain()
    const member = await reactor.member()
    expect(profileOf(member).profiling).toBe(false)
    expect(member.audiences).not.toHaveProperty('at-risk')
    expect(ports.bus.announcements.map(({ type, detail }) => ({ type, detail }))).toContainEqual({
      type: 'profiling.changed',
      detail: expect.objectContaining({ memberId: 'M1', profiling: false, source: 'page' }),
    })
    expect((await ask('GET')).body).toContain('value="allowed"')
    await ask('POST', 'answer=allowed')
    expect(ports.bus.announcements.at(-1)).toMatchObject({ detail: { profiling: true } })
  })

  test('takes back what was said of another card of the same person, too', async () => {
    const occurredAt = '2026-10-03T00:00:00Z'
    await reactor.take([envelope('member.updated', { id: 'o', memberId: 'M2', occurredAt, profiling: false })])
    await reactor.take([envelope('member.merged', { id: 'm', memberId: 'M2', occurredAt, into: 'M1' })])
    await reactor.drain()
    expect(profileOf(await reactor.member()).profiling).toBe(false)
    await ask('POST', 'answer=allowed')
    await reactor.drain()
    expect(profileOf(await reactor.member()).profiling).toBe(true)
  })

  test.each(['', 'answer=perhaps'])('what no button sends does nothing: %j', async (body) => {
    expect(await ask('POST', body)).toMatchObject({ status: 400 })
    expect(reactor.taken('events')).toEqual([])
  })

  test('is Chinese for a Chinese member, and of nobody without a genuine link', async () => {
    await enrol('zh-CN')
    await reactor.take([
      envelope('member.updated', { id: 'u', memberId: 'M1', occurredAt: '2026-10-02T00:00:00Z', locale: 'zh-CN' }),
    ])
    expect((await ask('GET')).body).toContain('我反对，请停止计算')
    const forged = signLink({ kind: 'unsubscribe', memberId: 'M1', purpose: 'marketing' }, [
      'another key of sixteen characters',
    ])
    expect(await ask('POST', 'answer=objected', forged)).toMatchObject({ status: 404 })
    expect(reactor.taken('events')).toEqual([])
  })
})

test('the page to unsubscribe leads to it', async () => {
  const request = { method: 'GET', path: `/u/${token}`, query: {}, headers: {}, body: new Uint8Array() }
  const { body } = await answerLink(request, { ports, rulebook, keys: linkKeys(async () => KEY), now })
  expect(body).toContain('<a href="?about=scores">')
})
