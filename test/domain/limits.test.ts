import { describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { hintsOf } from '../../shared/domain/campaign/world.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import type { RecordBody } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { at, envelope } from '../support/events.ts'
import { failing } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** The limits of a campaign over all its members, through the pipeline in memory. */

const start = at('2026-06-01T04:00:00Z')

const campaign = (limits: string, steps: string) => `campaign: thanks
trigger: booking.created
limits: ${limits}
budget: care
steps: ${steps}`

async function airline(rulebook: Rulebook, members: number) {
  const clock = { now: start }
  const ports = createMemoryPorts({ now: () => clock.now })
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  await publishTo(ports, rulebook, start)
  const ids = Array.from({ length: members }, (_, i) => `M${i}`)
  const occurredAt = new Date(start).toISOString()
  for (const memberId of ids) {
    const who = { occurredAt, memberId }
    const consent = { email: true }
    await pipeline.put(envelope('member.enrolled', { ...who, id: `e-${memberId}`, email: 'a@example.com', consent }))
  }
  await pipeline.settle()
  return { clock, ports, rulebooks, pipeline, ids, book: () => book(ids, pipeline.put) }

  async function book(some: readonly string[], put: typeof pipeline.put): Promise<void> {
    for (const memberId of some) {
      const flights = [
        { carrier: 'CA', flightNumber: '1', from: 'PEK', to: 'SHA', departsAt: '2026-09-01T00:00:00Z', cabin: 'Y' },
      ]
      await put(
        envelope('booking.created', { id: `b-${memberId}`, occurredAt, memberId, pnr: `P${memberId}`, flights }),
      )
    }
  }
}

async function outcomesOf(ports: MemoryPorts, ids: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const id of ids) {
    const bodies = (await ports.records.list(id)).map(({ body }) => JSON.parse(body) as RecordBody)
    for (const { outcome, gates } of bodies.flatMap(({ receipts }) => receipts)) {
      const gate = outcome === 'skipped' || outcome === 'held' ? ` ${gates?.at(-1)?.gate}` : ''
      counts[outcome + gate] = (counts[outcome + gate] ?? 0) + 1
    }
  }
  return counts
}

describe('a sending rate', () => {
  test('is kept to the minute; what is beyond waits its turn, and nothing is lost', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign('{ perMinute: 7 }', '[email: hello]')] })
    const { clock, ports, pipeline, ids, book } = await airline(rulebook, 50)
    await book()
    await pipeline.advanceTo(start + HOUR)
    const byMinute = Map.groupBy(ports.mailer.mails, ({ at }) => Math.floor(at / MINUTE))
    for (const mails of byMinute.values()) expect(mails.length).toBeLessThanOrEqual(7)
    expect(ports.mailer.mails).toHaveLength(50)
    expect(Math.max(...byMinute.keys()) - Math.floor(start / MINUTE)).toBeLessThanOrEqual(9)
    expect(await outcomesOf(ports, ids)).toMatchObject({ sent: 50 })
    expect(clock.now).toBe(start + HOUR)
  })
})

describe('at most in all', () => {
  test.each([
    ['mails', '[email: hello, wait: 1h, email: sorry]', { sent: 40, 'skipped inAll': 60 }],
    [
      'offers',
      '[upgradeOffer: { cabin: C, validFor: 7d }, email: offer]',
      { issued: 20, sent: 20, 'skipped inAll': 60 },
    ],
    ['grants', '[compensation: { miles: 10, reason: care }]', { granted: 20, 'skipped inAll': 30 }],
  ])('so many members get %s, the rest a receipt that says why', async (_, steps, expected) => {
    const rulebook = await rulebookOf({ campaigns: [campaign('{ inAll: 20 }', steps)] })
    const { ports, pipeline, ids, book } = await airline(rulebook, 50)
    await book()
    await pipeline.advanceTo(start + 3 * HOUR)
    expect(await outcomesOf(ports, ids)).toMatchObject(expected)
    expect(await ports.limits.taken(['thanks'])).toEqual({ thanks: 20 })
  })

  test.each([
    ['as it is counted', (ports: MemoryPorts) => ({ limits: failing(ports.limits, 'takeOne', 'after') }), 1],
    [
      'before the place is written',
      (ports: MemoryPorts) => ({ members: failing(ports.members, 'write', 'before') }),
      1,
    ],
    ['after the place was written', (ports: MemoryPorts) => ({ members: failing(ports.members, 'write', 'after') }), 0],
    [
      'before the claim is written',
      (ports: MemoryPorts) => ({ members: failing(ports.members, 'write', 'before', 2) }),
      0,
    ],
  ])('a sender that ends %s never makes it more, and costs a place at most', async (_, breakIt, lost) => {
    const rulebook = await rulebookOf({ campaigns: [campaign('{ inAll: 3 }', '[email: hello]')] })
    const { clock, ports, pipeline, rulebooks, book } = await airline(rulebook, 6)
    const take = ports.queues.take
    const first = { bodies: [] as { messageId: string; body: string }[] }
    ports.queues.take = (queue, atMost) => {
      if (queue !== 'emails' || first.bodies.length > 0) return take(queue, atMost)
      first.bodies = take(queue, atMost)
      return []
    }
    await book()
    await pipeline.settle()
    const dependencies = {
      ports: { ...ports, ...breakIt(ports) },
      rulebooks,
      hints: hintsOf(await ports.world.read()),
      links: { baseUrl: 'https://a.example', keys: ['k'] },
      now: clock.now,
      onError: () => {},
      alert: () => {},
    }
    await deliverEmails(first.bodies.slice(0, 1), dependencies)
    ports.queues.release(
      'emails',
      first.bodies.map(({ messageId }) => messageId),
    )
    await pipeline.settle()
    await pipeline.advanceTo(start + HOUR)
    expect(ports.mailer.mails).toHaveLength(3 - lost)
    expect(await ports.limits.taken(['thanks'])).toEqual({ thanks: 3 })
  })

  test('a conflict with another writer does not count twice', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign('{ inAll: 3 }', '[email: hello]')] })
    const { ports, pipeline, book } = await airline(rulebook, 3)
    const write = ports.members.write
    let rounds = 0
    ports.members.write = async (member) => {
      const isPlace = decodeMember(member).journeys.some(({ counted }) => counted)
      return isPlace && ++rounds % 2 === 1 ? 'conflict' : write(member)
    }
    await book()
    await pipeline.settle()
    expect(ports.mailer.mails).toHaveLength(3)
    expect(await ports.limits.taken(['thanks'])).toEqual({ thanks: 3 })
  })
})
