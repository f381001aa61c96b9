import { describe, expect, test } from 'vitest'
import { DAY } from '../../shared/domain/calendar.ts'
import { isTooMuch, judgedDays, type Measure, USUAL_THRESHOLDS } from '../../shared/domain/sending/reputation.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

const start = Date.parse('2026-06-01T04:00:00Z')
const iso = (instant: number) => new Date(instant).toISOString()

test.each<[Measure, mails: number, bad: number, tooMuch: boolean]>([
  ['bounces', 200, 10, true],
  ['bounces', 201, 10, false],
  ['bounces', 9, 9, false],
  ['bounces', 0, 0, false],
  ['complaints', 3000, 3, true],
  ['complaints', 3001, 3, false],
  ['complaints', 10, 2, false],
  ['complaints', 0, 3, true],
])('%s: of %i mails %i are bad: pauses %s', (measure, mails, bad, tooMuch) => {
  expect(isTooMuch(measure, { mails, bad }, USUAL_THRESHOLDS)).toBe(tooMuch)
})

test('a week is judged, today included', () => {
  expect(judgedDays(start)).toHaveLength(7)
  expect([judgedDays(start)[0], judgedDays(start)[6]]).toEqual(['2026-06-01', '2026-05-26'])
})

describe('what SES reports', () => {
  const report = (type: string, n: number, at: number, more = {}) =>
    envelope(
      type,
      {
        id: `a${n}:${type}:${at}`,
        occurredAt: iso(at),
        memberId: `M${n}`,
        actionId: `a${n}`,
        address: `m${n}@example.com`,
        ...more,
      },
      'wingback',
    )
  const bounces = (from: number, to: number, at: number) =>
    Array.from({ length: to - from }, (_, i) => report('email.bounced', from + i, at, { permanent: true }))
  const complaints = (from: number, to: number, at: number) =>
    Array.from({ length: to - from }, (_, i) => report('email.complained', from + i, at))

  async function begin(settings = ''): Promise<Reactor> {
    return reactorOf(await rulebookOf({ settings }), start)
  }
  const paused = async ({ ports }: Reactor) => Object.keys((await ports.world.read()).paused)

  test('pauses the sender at the threshold, once, by its own name, and tells a person', async () => {
    const reactor = await begin()
    await reactor.take(bounces(0, 9, start))
    expect(await paused(reactor)).toEqual([])
    await reactor.take(bounces(9, 10, start))
    await reactor.take(bounces(10, 12, start))
    expect(await paused(reactor)).toEqual(['sender:bounces'])
    expect(reactor.alerts).toEqual(['sender-paused'])
    const { changes } = await reactor.ports.world.changes({ limit: 10 })
    expect(changes).toEqual([
      { at: start, by: 'wingback', what: { is: 'pausedSender', bad: 10, measure: 'bounces', mails: 10 } },
    ])
  })

  test('counts each measure apart', async () => {
    const reactor = await begin()
    await reactor.take([...bounces(0, 9, start), ...complaints(20, 23, start)])
    expect(await paused(reactor)).toEqual(['sender:complaints'])
  })

  test('counts a report once, however often it comes, and passing troubles not at all', async () => {
    const reactor = await begin()
    const some = bounces(0, 9, start)
    await reactor.take(some)
    await reactor.take(some)
    await reactor.take([report('email.bounced', 30, start, { permanent: false })])
    expect(await reactor.ports.reputation.read('bounces', judgedDays(start))).toEqual({ mails: 9, bad: 9 })
  })

  test('is forgotten after a week', async () => {
    const reactor = await begin()
    await reactor.take(bounces(0, 9, start))
    reactor.now = start + 7 * DAY
    await reactor.take(bounces(9, 12, reactor.now))
    expect(await paused(reactor)).toEqual([])
  })

  test('the airline may set other thresholds', async () => {
    const reactor = await begin('pauseSenderAt: { bounces: 100%, complaints: 60% }')
    await reactor.take([...bounces(0, 9, start), ...complaints(20, 23, start)])
    // Three complaints of nine mails that were answered for.
    expect(await paused(reactor)).toEqual([])
  })
})
