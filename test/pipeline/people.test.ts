import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tablePorts } from '../../shared/lambda/table.ts'
import { books, changesConsent, complains, enrols, flies, isErased, leg, merges } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Two cards of one person; somebody who asks to be forgotten; a clock that was left in the past. */

let wingback: Awaited<ReturnType<typeof openRun>>
const T0 = '2026-10-05T04:00:00Z'
const T1 = '2026-10-05T05:00:00Z'
const T2 = '2026-10-05T06:00:00Z'

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(smallRulebook)
  await wingback.begin(T0)
})
afterAll(() => wingback.end())

describe('two cards of one person', () => {
  const flight = leg('2026-10-04T01:00:00Z')
  const early = flies('OLD', '2026-10-01T02:00:00Z', { id: 'early' })

  beforeAll(async () => {
    await wingback.put([enrols('OLD', T0), enrols('NEW', T0, { tier: 'gold' }), enrols('OTHER', T0)])
    await wingback.put([early, flies('OLD', '2026-10-02T02:00:00Z'), flies('NEW', '2026-10-03T02:00:00Z')])
    await wingback.put([complains('OLD', T0, 'CMP-OLD', { flight })])
    await wingback.drain()
    await wingback.moveTo(T1)
    await wingback.put([changesConsent('OLD', T1, false)])
    await wingback.drain()
    await wingback.put([merges('OLD', T1, 'NEW')])
    await wingback.drain()
    await wingback.moveTo(T2)
  })

  test('are one member, with the facts of both and the stricter consent', async () => {
    const { facts, wingback: ours } = await wingback.member('NEW')
    expect([facts.flown.flights, facts.tier, facts.openComplaints]).toEqual([3, 'gold', 1])
    expect(facts.consent).toEqual({ email: false })
    expect(ours.compensations).toHaveLength(1)
    expect((await wingback.member('OLD')).mergedInto).toBe('NEW')
    expect((await wingback.status()).members).toBe(2)
  })

  test('late events to the old card are the survivor’s, and its redeliveries are known', async () => {
    const before = (await wingback.status()).events
    await wingback.put([flies('OLD', '2026-10-03T12:00:00Z', { id: 'late' }), early])
    await wingback.drain()
    await wingback.put([flies('NEW', '2026-10-03T12:00:00Z', { id: 'late' })])
    await wingback.drain()
    expect((await wingback.member('NEW')).facts.flown.flights).toBe(4)
    const { accepted, duplicates } = (await wingback.status()).events
    expect([accepted - before.accepted, duplicates - before.duplicates]).toEqual([1, 2])
  })

  test('one flight under both cards is paid for once; another person’s is their own', async () => {
    const { granted } = (await wingback.status()).actions.compensation
    await wingback.put([
      complains('NEW', T2, 'CMP-NEW', { flight }),
      complains('OLD', T2, 'CMP-AGAIN', { flight }),
      complains('OTHER', T2, 'CMP-OTHER', { flight }),
    ])
    await wingback.drain()
    const { compensation } = (await wingback.status()).actions
    expect([compensation.granted! - granted!, compensation.refused]).toEqual([1, 2])
    expect((await wingback.member('NEW')).wingback.compensations).toHaveLength(1)
    const told = (await wingback.mails()).filter(({ destination }) => destination.to[0] === 'new@example.com')
    expect(told).toEqual([])
  })
})

describe('somebody who asks to be forgotten', () => {
  const enrolment = enrols('BYE', T2, { familyName: 'Unmistakable' })
  const complaint = complains('BYE', T2, 'CMP-BYE', { text: 'my name is Unmistakable' })

  beforeAll(async () => {
    await wingback.put([enrolment, complaint])
    await wingback.drain()
    expect((await wingback.member('BYE')).wingback.mails).toHaveLength(1)
    await wingback.put([isErased('BYE', T2)])
    await wingback.drain()
  })

  test('is a card without anything, and the ledger keeps the amount', async () => {
    const erased = await wingback.member('BYE')
    expect(erased).toMatchObject({ erased: true, timeline: [] })
    expect(JSON.stringify(erased)).not.toMatch(/Unmistakable|example\.com|CMP-BYE/)
    const { events } = await wingback.status()
    expect(events.byType['member.erased']).toBe(1)
    // Three people were given 1,000 miles each, at 0.05 CNY a mile.
    expect(await tablePorts().ledger.spent(['care'])).toEqual({ care: 3 * 5000 })
  })

  test('late events and replays do not bring them back', async () => {
    const mails = (await wingback.mails()).length
    await wingback.put([enrolment, complaint, flies('BYE', T2), books('BYE', T2, 'PNR1'), enrols('BYE', T2)])
    await wingback.drain()
    await wingback.put([isErased('BYE', T2)])
    await wingback.drain()
    const erased = await wingback.member('BYE')
    expect(erased).toMatchObject({ erased: true, timeline: [], facts: { flown: { flights: 0 } } })
    expect(JSON.stringify(erased)).not.toMatch(/Unmistakable|example\.com/)
    expect(await wingback.mails()).toHaveLength(mails)
    expect((await wingback.status()).events.byType['member.erased']).toBe(1)
  })
})

test('after a replay left the clock in the past, an event of now brings it back to the wall', async () => {
  expect((await wingback.status()).clock.now).toBe(new Date(T2).toISOString())
  const now = new Date().toISOString()
  await wingback.put([enrols('LIVE', now)])
  await wingback.drain()
  await wingback.put([books('LIVE', new Date().toISOString(), 'PNR1')])
  await wingback.drain()
  const { events, clock } = await wingback.status()
  expect(events.setAside).toBe(0)
  expect(clock.now >= now).toBe(true)
  const { wingback: ours } = await wingback.member('LIVE')
  expect(ours.mails.map(({ campaign, sentAt }) => [campaign, sentAt >= now])).toEqual([['booked', true]])
})

test('nothing was an error on the way', () => {
  expect(wingback.errors).toEqual([])
})
