import { expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { Announcement } from '../../shared/contract/announcements.ts'
import { openAws } from './stores.ts'

const announcements = Array.from(
  { length: 23 },
  (_, i): Announcement => ({
    type: 'offer.accepted',
    detail: { id: `a${i}:accepted`, occurredAt: '2026-10-01T08:00:00.000Z', memberId: `m${i}`, offerId: `offer-${i}` },
  }),
)

test('the bus in memory keeps what was announced', async () => {
  const { bus } = createMemoryPorts()
  await bus.publish(announcements)
  expect(bus.announcements).toEqual(announcements)
})

test('the bus in EventBridge gets every announcement, from Wingback', async () => {
  const { bus, parts, close } = await openAws()
  await bus.publish(announcements)
  await bus.publish([])
  const taken = (await parts.announcements()) as Record<string, unknown>[]
  expect(taken).toHaveLength(23)
  for (const { type, detail } of announcements)
    expect(taken).toContainEqual(expect.objectContaining({ source: 'wingback', 'detail-type': type, detail }))
  await close()
})

test('an announcement the bus does not take is an error', async () => {
  const waits: number[] = []
  const patience = {
    attempts: 3,
    firstDelayMs: 10,
    longestDelayMs: 1_000,
    wait: async (ms: number) => void waits.push(ms),
  }
  const { bus, close } = await openAws({ patience })
  const misnamed = { ...announcements[0]!, type: 'x'.repeat(129) } as unknown as Announcement
  await expect(bus.publish([misnamed])).rejects.toThrow('1 of 1 not taken')
  expect(waits).toHaveLength(2)
  await close()
})
