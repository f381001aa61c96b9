import { expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { sentWakes, wakeDue } from '../../shared/app/wake/wake.ts'
import { MINUTE } from '../../shared/domain/calendar.ts'
import { failing } from '../support/reactor.ts'

const start = Date.parse('2026-06-01T04:00:00Z')

async function withDue(count: number) {
  const clock = { now: start }
  const ports = createMemoryPorts({ now: () => clock.now })
  for (let i = 0; i < count; i++)
    await ports.members.write({ memberId: `M${i}`, version: 1, state: '{}', wakeAt: start - i })
  return ports
}

test('a storm is woken within minutes, each member once, however long the queue takes', async () => {
  const ports = await withDue(50_000)
  const sent = sentWakes()
  const woken: number[] = []
  for (let minute = 0; minute < 5; minute++) {
    woken.push(await wakeDue({ ports, now: start + minute * MINUTE, sent }))
    await letReact(minute < 3 ? 20_000 : 0)
  }
  expect(woken).toEqual([20_000, 20_000, 10_000, 0, 0])

  /** As many as the queue got through in the minute leave the index. */
  async function letReact(count: number): Promise<void> {
    for (const { messageId, body } of ports.queues.take('events', count)) {
      const { memberId } = JSON.parse(body).detail
      const [stored] = (await ports.members.read([memberId])).values()
      await ports.members.write({ ...stored!, version: 2, wakeAt: undefined })
      ports.queues.acknowledge('events', [messageId])
    }
  }
})

test('what waits in the queue is not sent again each minute, and is after a quarter of an hour', async () => {
  const ports = await withDue(3)
  const sent = sentWakes()
  const at = (minutes: number) => wakeDue({ ports, now: start + minutes * MINUTE, sent })
  expect([await at(0), await at(1), await at(14), await at(15), await at(16)]).toEqual([3, 0, 0, 3, 0])
})

test('what could not be sent is sent in the next run, and another process sends without knowing', async () => {
  const ports = await withDue(2)
  const sent = sentWakes()
  const broken = { ...ports, queues: failing(ports.queues, 'send', 'before') }
  await expect(wakeDue({ ports: broken, now: start, sent })).rejects.toThrow()
  expect(await wakeDue({ ports, now: start + MINUTE, sent })).toBe(2)
  expect(await wakeDue({ ports, now: start + 2 * MINUTE, sent: sentWakes() })).toBe(2)
})
