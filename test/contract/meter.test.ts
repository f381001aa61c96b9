import { expect, test } from 'vitest'
import { createMeter } from '../../shared/adapters/aws/index.ts'
import { shortHash } from '../../shared/standards/hash.ts'
import { openAws } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
/** Longer than a write unit, also when it is packed. */
const long = Array.from({ length: 150 }, (_, i) => shortHash(String(i), 10)).join('')

test('the meter counts calls and units as they are billed', async () => {
  const meter = createMeter()
  const { members, queues, bus, mailer, ledger, close } = await openAws({ meter })
  expect(meter.calls).toEqual({})

  await members.write({ memberId: 'anna', version: 1, state: long, wakeAt: T })
  expect(meter).toMatchObject({ calls: { PutItem: 1 }, writeUnits: 2, indexWriteUnits: 1, readUnits: 0 })
  await members.write({ memberId: 'anna', version: 2, state: 'x', wakeAt: T })
  expect(meter.indexWriteUnits).toBe(1)
  await members.write({ memberId: 'anna', version: 3, state: 'x', wakeAt: T + 1 })
  expect(meter.indexWriteUnits).toBe(3)
  await members.due(T + 1, 10)
  expect(meter.calls.Query).toBe(4)
  expect(meter.readUnits).toBeGreaterThanOrEqual(0.5)
  const { readUnits } = meter
  await members.write({ memberId: 'anna', version: 4, state: 'x' })
  expect(meter.indexWriteUnits).toBe(4)
  await members.read(['anna', 'nobody'])
  expect(meter.calls.BatchGetItem).toBe(1)
  expect(meter.readUnits).toBeGreaterThanOrEqual(readUnits + 0.5)

  const before = meter.writeUnits
  const budget = { id: 'b', currency: 'CNY', limitMinor: 1_000, asOf: 1 }
  const texts = { key: 'k', actionId: 'a', campaign: 'c', rulebook: 'r', reason: 'r', basis: 'goodwill' as const }
  const request = {
    ...texts,
    memberId: 'anna',
    requestedBy: 'li',
    kind: 'miles' as const,
    amount: 1,
    costMinor: 1,
    budget,
    now: T,
  }
  await ledger.grant(request)
  expect(meter.calls.TransactWriteItems).toBe(3)
  expect(meter.writeUnits - before).toBeGreaterThanOrEqual(20 + 6)

  await queues.send('events', [...Array(9).fill('x'), 'y'.repeat(150_000)])
  expect(meter).toMatchObject({ calls: { SendMessageBatch: 1 }, queueRequests: 3 })
  const answered = { occurredAt: '2026-10-01T00:00:00Z', offerId: 'o' }
  await bus.publish([
    { type: 'offer.accepted', detail: { ...answered, id: 'a', memberId: 'anna' } },
    { type: 'offer.accepted', detail: { ...answered, id: 'b', memberId: 'x'.repeat(70_000) } },
  ])
  expect(meter).toMatchObject({ calls: { PutEvents: 1 }, busEvents: 3 })
  const body = { subject: 's', html: 'h', text: 't', headers: {}, tags: {} }
  await mailer.send({ to: 'anna@example.com', from: 'hello@wing.example', ...body })
  expect(meter.calls.SendEmail).toBe(1)
  await close()
})
