import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { books, complains, enrols, flies, isDisrupted } from '../support/airline.ts'
import { openRun, type Sent } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Everything comes at once, and everything twice; by the clock on the wall. */

/** As service mail, so that no mail waits for another. */
const everyMailAtOnce = Object.fromEntries(
  ['apology', 'booked'].map((id) => [
    `campaigns/${id}.yaml`,
    `${smallRulebook[`campaigns/${id}.yaml`]}class: service\n`,
  ]),
)

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish({ ...smallRulebook, ...everyMailAtOnce })
})
afterAll(() => wingback.end())

const now = () => new Date().toISOString()

describe('500 events for 5 members at once, each delivered twice', () => {
  const members = ['M1', 'M2', 'M3', 'M4', 'M5']
  const PER_MEMBER = 100

  beforeAll(async () => {
    await wingback.put(members.map((memberId) => enrols(memberId, now())))
    await wingback.drain()
    const storm = members.flatMap((memberId) => Array.from({ length: PER_MEMBER }, (_, i) => stormOf(memberId, i)))
    const twice = storm.flatMap((event) => [event, event])
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, i) => wingback.put(twice.filter((_, at) => at % 10 === i))),
    )
    expect(taken.flat().filter(({ ErrorCode }) => ErrorCode)).toEqual([])
    await wingback.drain()
  }, 60_000)

  /** Of a hundred: five complaints of five flights, five bookings, ninety flights. */
  function stormOf(memberId: string, i: number): Sent {
    const id = `storm-${memberId}-${i}`
    if (i % 20 === 0) return complains(memberId, now(), `CMP-${memberId}-${i}`, { id })
    if (i % 20 === 10) return books(memberId, now(), `PNR${i}`, { id })
    return flies(memberId, now(), { id, flightNumber: `${1000 + i}` })
  }

  test('none is lost, and each second delivery is counted as a duplicate', async () => {
    const { events, members: count, pending, queues } = await wingback.status()
    expect(events).toMatchObject({ accepted: 505, duplicates: 500, setAside: 0 })
    expect(events.byType).toMatchObject({ 'flight.completed': 450, 'complaint.filed': 25, 'booking.created': 25 })
    expect([count, pending]).toEqual([5, 0])
    expect(Object.values(queues).reduce((sum, { dead }) => sum + dead, 0)).toBe(0)
    const everybody = await wingback.everybody()
    expect([...everybody.values()].map(({ facts }) => facts.flown.flights)).toEqual(members.map(() => 90))
  })

  test('each complaint is compensated once, and each action is one mail', async () => {
    const { actions } = await wingback.status()
    expect(actions.compensation).toMatchObject({ granted: 25, refused: 0, failed: 0 })
    expect(actions.email).toMatchObject({ sent: 50, skipped: 0, failed: 0, unknown: 0 })
    const everybody = [...(await wingback.everybody()).values()]
    const actionIds = everybody.flatMap(({ wingback: { mails } }) => mails.map(({ actionId }) => actionId))
    expect(new Set(actionIds).size).toBe(50)
    expect(actionIds).toHaveLength(50)
    const causes = everybody.flatMap(({ wingback: { compensations } }) => compensations.map(({ cause }) => cause))
    expect(new Set(causes).size).toBe(25)
    expect(await wingback.mails()).toHaveLength(50)
  })

  test('counting everything anew corrects nothing', async () => {
    expect(await wingback.call('POST', '/v1/recount', {})).toEqual({ corrected: [] })
  })

  test('nothing was an error on the way', () => {
    expect(wingback.errors).toEqual([])
  })
})

test('a disrupted flight with 40 passengers that comes again is one duplicate', async () => {
  const passengers = Array.from({ length: 40 }, (_, i) => `P${i}`)
  await wingback.put(passengers.map((memberId) => enrols(memberId, now())))
  await wingback.drain()
  const before = await wingback.status()
  const flight = isDisrupted(passengers, now())
  await wingback.put([flight])
  await wingback.drain()
  await wingback.put([flight])
  await wingback.drain()
  const after = await wingback.status()
  expect(after.events.accepted - before.events.accepted).toBe(1)
  expect(after.events.byType['flight.disrupted']).toBe(1)
  expect(after.events.duplicates - before.events.duplicates).toBe(1)
  expect(after.actions.email.sent! - before.actions.email.sent!).toBe(40)
})
