import { beforeEach, describe, expect, test } from 'vitest'
import { beginDay } from '../../shared/app/rounds/begin-day.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** 18:00 in the zone of the rulebook. */
const EVENING = Date.parse('2026-10-05T10:00:00Z')
const HOUR = 3_600_000
let api: ApiInMemory
let reactor: Reactor

beforeEach(async () => {
  api = apiInMemory(EVENING)
  const loaded = await loadRulebook(smallRulebook, templateBuilder(smallRulebook))
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
  reactor = reactorOf(loaded.rulebook, EVENING, api.ports)
})

const minute = async () => beginDay(api.ports, api.context.rulebooks, await api.ports.world.read(), api.clock.now)
const today = async () => (await api.call('GET', '/v1/today', 'li')).body
const sent = (emails: number) => api.ports.tally.add({ 'email.sent': emails })

test('what came since yesterday began is counted, whatever the minute', async () => {
  await sent(7)
  await minute()
  await sent(2)
  api.clock.now += 12 * HOUR
  await minute()
  await sent(1)
  await minute()
  expect(await today()).toMatchObject({ since: '2026-10-05T10:00:00.000Z', actions: { email: { sent: 3 } } })
  api.clock.now += 24 * HOUR
  await minute()
  expect(await today()).toMatchObject({ since: '2026-10-05T22:00:00.000Z', actions: { email: { sent: 1 } } })
})

test('where nothing ran yesterday, since today began; where nothing did, in all', async () => {
  await sent(5)
  expect(await today()).toMatchObject({ since: null, actions: { email: { sent: 5 } } })
  await minute()
  await sent(1)
  expect(await today()).toMatchObject({ since: '2026-10-05T10:00:00.000Z', actions: { email: { sent: 1 } } })
})

describe('the members behind a figure', () => {
  const behind = (figure: string) => api.get('/v1/today/members', 'li', { figure })
  const who = async (figure: string) => {
    const { count, members } = (await behind(figure)).body
    return { count, members: members.map(({ memberId }: { memberId: string }) => memberId) }
  }
  const moveTo = (now: number) => {
    api.clock.now = now
    reactor.now = now
  }
  const happen = (type: 'member.enrolled' | 'booking.created', memberId: string, more: object = {}) =>
    reactor.take([
      envelope(type, {
        id: `${type}-${memberId}`,
        occurredAt: new Date(api.clock.now).toISOString(),
        memberId,
        ...more,
      }),
    ])
  const book = (memberId: string) =>
    happen('booking.created', memberId, {
      pnr: `P${memberId.slice(-5)}`,
      flights: [
        { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', departsAt: '2027-03-01T01:00:00Z', cabin: 'Y' },
      ],
    })

  test('are those who came since yesterday began, the latest first', async () => {
    await happen('member.enrolled', 'CA000000001')
    moveTo(EVENING + 1)
    await minute()
    moveTo(EVENING + 12 * HOUR)
    await minute()
    await happen('member.enrolled', 'CA000000002')
    moveTo(EVENING + 13 * HOUR)
    await happen('member.enrolled', 'CA000000003')
    await book('CA000000002')
    expect(await who('members')).toEqual({ count: 2, members: ['CA000000003', 'CA000000002'] })
    expect(await who('accepted.booking.created')).toEqual({ count: 1, members: ['CA000000002'] })
    expect(await who('heldOut')).toEqual({ count: 0, members: [] })
    expect((await today()).members).toBe(2)
  })

  test('are those of all that is kept where nothing ran yesterday', async () => {
    await book('CA000000001')
    moveTo(EVENING + 48 * HOUR)
    expect(await who('accepted.booking.created')).toEqual({ count: 1, members: ['CA000000001'] })
  })

  test('who was erased is not among them', async () => {
    await happen('member.enrolled', 'CA000000001')
    await book('CA000000001')
    await reactor.take([
      envelope('member.erased', {
        id: 'x',
        occurredAt: new Date(api.clock.now).toISOString(),
        memberId: 'CA000000001',
      }),
    ])
    await reactor.drain()
    expect(await who('accepted.booking.created')).toEqual({ count: 1, members: [] })
  })

  test.each(['events', 'email.sent', 'pending', 'accepted.flight.flown'])('"%s" leads to nobody', async (figure) => {
    const { status, body } = await behind(figure)
    expect([status, body.error.code]).toEqual([404, 'no-such-figure'])
  })
})
