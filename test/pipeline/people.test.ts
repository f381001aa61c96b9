import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackText } from '../../shared/adapters/aws/compression.ts'
import { patient } from '../../shared/adapters/aws/retry.ts'
import { scan } from '../../shared/adapters/aws/table.ts'
import { dynamo, tablePorts } from '../../shared/lambda/table.ts'
import { table } from '../../shared/pipeline.ts'
import { answers, books, changesConsent, complains, enrols, flies, isErased, leg, merges } from '../support/airline.ts'
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
    expect(facts.consent).toEqual({ email: false, service: true })
    expect(ours.compensations).toHaveLength(1)
    expect((await wingback.member('OLD')).mergedInto).toBe('NEW')
    expect((await wingback.status()).members).toBe(2)
  })

  test('late events to the old card are the survivor’s, and its redeliveries are known', async () => {
    const before = (await wingback.status()).events
    await wingback.put([flies('OLD', '2026-10-04T12:00:00Z', { id: 'late' }), early])
    await wingback.drain()
    await wingback.put([flies('NEW', '2026-10-04T12:00:00Z', { id: 'late' })])
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
  const broken = complains('BYE', T2, 'CMP-BROKEN', { occurredAt: 'yesterday', text: 'still Unmistakable' })
  let exported: Record<string, unknown>

  beforeAll(async () => {
    await wingback.put([enrolment, answers('BYE', T2)])
    await wingback.drain()
    await wingback.put([complaint, broken])
    await wingback.drain()
    expect((await wingback.member('BYE')).wingback.mails).toHaveLength(2)
    exported = JSON.parse(await wingback.command('member', 'BYE', '--export'))
    await wingback.put([isErased('BYE', T2)])
    await wingback.drain()
  })

  test('was shown everything that was kept: the member, what happened, offers, grants, what was set aside', () => {
    expect(exported).toMatchObject({ memberId: 'BYE', exportedAt: expect.any(String) })
    const [card] = exported.cards as Record<string, unknown[]>[]
    expect(card!.member).toMatchObject({ memberId: 'BYE', mails: [expect.anything(), expect.anything()] })
    expect(JSON.stringify(card!.member)).toContain('bye@example.com')
    const told = card!.records as { type: string; detail: { text?: string } }[]
    expect(told.find(({ type }) => type === 'complaint.filed')!.detail.text).toBe('my name is Unmistakable')
    expect([card!.offers, card!.ledger, card!.setAsides].map((kept) => kept!.length)).toEqual([1, 1, 1])
  })

  test('leaves nothing personal anywhere in the table', async () => {
    const table = await everythingStored()
    expect(table).toContain('new@example.com')
    expect(table).not.toMatch(/Unmistakable|bye@example\.com|CMP-BROKEN/)
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
    await wingback.put([enrolment, complaint, flies('BYE', T2), books('BYE', T2, 'PNR1'), enrols('BYE', T2), broken])
    await wingback.drain()
    expect(await everythingStored()).not.toMatch(/Unmistakable|bye@example\.com|CMP-BROKEN/)
    await wingback.put([isErased('BYE', T2)])
    await wingback.drain()
    const erased = await wingback.member('BYE')
    expect(erased).toMatchObject({ erased: true, timeline: [], facts: { flown: { flights: 0 } } })
    expect(JSON.stringify(erased)).not.toMatch(/Unmistakable|example\.com/)
    expect(await wingback.mails()).toHaveLength(mails)
    expect((await wingback.status()).events.byType['member.erased']).toBe(1)
  })
})

/** Every text in the table, deflated ones too; but for rulebooks, which speak of nobody. */
async function everythingStored(): Promise<string> {
  const texts: string[] = []
  for await (const { items } of scan({ client: dynamo(), name: table.name, patience: patient }, {})) {
    const people = items.filter(({ pk }) => !pk!.S!.startsWith('R#'))
    for (const item of people)
      for (const value of Object.values(item)) if (value.S ?? value.B) texts.push(unpackText(value))
  }
  return texts.join('\n')
}

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
