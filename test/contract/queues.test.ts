import { ReceiveMessageCommand } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { queues as wiring } from '../../shared/pipeline.ts'
import { openAws, wholeStores } from './stores.ts'

describe.each(wholeStores)('queues in %s', (_name, open) => {
  test('take any number of messages and count what waits', async () => {
    const { queues, close } = await open()
    await queues.send(
      'events',
      Array.from({ length: 23 }, (_, i) => `{"n":${i}}`),
    )
    await queues.send('emails', ['x'.repeat(200_000), 'y'.repeat(200_000), 'z'])
    await queues.send('offers', ['later'], { delaySeconds: 600 })
    await queues.send('offers', [])
    const depths = await queues.depths()
    expect(Object.keys(depths).sort()).toEqual(Object.keys(wiring).sort())
    expect(depths).toMatchObject({
      events: { waiting: 23, inFlight: 0, dead: 0 },
      emails: { waiting: 3 },
      offers: { waiting: 1 },
      tasks: { waiting: 0, inFlight: 0, dead: 0 },
    })
    await close()
  })
})

test('SQS gets every message once, delayed ones later', async () => {
  const { queues, clients, parts, close } = await openAws()
  const bodies = Array.from({ length: 10 }, (_, i) => `message ${i}`)
  await queues.send('events', bodies)
  await queues.send('events', ['not yet'], { delaySeconds: 600 })
  const receive = new ReceiveMessageCommand({ QueueUrl: parts.queueUrls.events, MaxNumberOfMessages: 10 })
  const { Messages } = await clients.sqs.send(receive)
  expect(Messages?.map(({ Body }) => Body).sort()).toEqual(bodies)
  expect((await clients.sqs.send(receive)).Messages ?? []).toEqual([])
  expect((await queues.depths()).events).toEqual({ waiting: 1, inFlight: 10, dead: 0 })
  await close()
})

test('a queue without a URL is an error that names it', async () => {
  const { queues, close } = await openAws({ queueUrls: {} })
  await expect(queues.send('emails', ['x'])).rejects.toThrow('emails')
  await close()
})

describe('queues in memory, as workers see them', () => {
  const T = Date.UTC(2026, 9, 1)
  const visible = wiring.events.visibilitySeconds * 1000

  function opened() {
    let clock = T
    const { queues } = createMemoryPorts({ now: () => clock })
    const bodies = (atMost = 10) => queues.take('events', atMost).map(({ body }) => body)
    return {
      queues,
      bodies,
      moveTo: (to: number) => {
        clock = to
      },
    }
  }

  test('hand out in order, and nothing twice while it is with a worker', async () => {
    const { queues, bodies } = opened()
    await queues.send('events', ['a', 'b', 'c'])
    expect(bodies(2)).toEqual(['a', 'b'])
    expect(bodies()).toEqual(['c'])
    expect(bodies()).toEqual([])
    expect((await queues.depths()).events).toEqual({ waiting: 0, inFlight: 3, dead: 0 })
  })

  test('bring back what was not acknowledged, and only that', async () => {
    const { queues, bodies, moveTo } = opened()
    await queues.send('events', ['a', 'b', 'c'])
    const [a, b] = queues.take('events', 2)
    queues.acknowledge('events', [a!.messageId])
    expect(queues.nextAt('events')).toBe(T)
    expect(bodies()).toEqual(['c'])
    expect(queues.nextAt('events')).toBe(T + visible)
    moveTo(T + visible - 1)
    expect(bodies()).toEqual([])
    moveTo(T + visible)
    expect(queues.take('events', 10)).toEqual([
      { messageId: b!.messageId, body: 'b', receives: 2 },
      expect.objectContaining({ body: 'c', receives: 2 }),
    ])
  })

  test('an acknowledgement after the time is up deletes nothing that another worker has not', async () => {
    const { queues, moveTo } = opened()
    await queues.send('events', ['a'])
    const [first] = queues.take('events', 1)
    moveTo(T + visible)
    const [second] = queues.take('events', 1)
    expect(second).toEqual({ ...first, receives: 2 })
    moveTo(T + visible + 1)
    expect(queues.take('events', 1)).toEqual([])
    queues.release('events', [second!.messageId])
    expect(queues.take('events', 1)).toEqual([{ ...first, receives: 3 }])
  })

  test('give up on a message after its receives', async () => {
    const { queues } = opened()
    await queues.send('events', ['poison', 'good'])
    for (let i = 0; i < wiring.events.receives; i++) {
      const taken = queues.take('events', 1)
      expect(taken).toMatchObject([{ body: i % 2 ? 'good' : 'poison' }])
      queues.release(
        'events',
        taken.map(({ messageId }) => messageId),
      )
    }
    const rest = wiring.events.receives
    for (let i = 0; i < rest; i++)
      queues.release(
        'events',
        queues.take('events', 1).map(({ messageId }) => messageId),
      )
    expect(queues.dead('events')).toEqual(['poison', 'good'])
    expect((await queues.depths()).events).toEqual({ waiting: 0, inFlight: 0, dead: 2 })
    expect(queues.nextAt('events')).toBeUndefined()
  })

  test('hold back delayed messages until their time', async () => {
    const { queues, bodies, moveTo } = opened()
    await queues.send('events', ['in two'], { delaySeconds: 2 })
    await queues.send('events', ['in one'], { delaySeconds: 1 })
    expect(bodies()).toEqual([])
    expect(queues.nextAt('events')).toBe(T + 1000)
    moveTo(T + 1000)
    expect(bodies()).toEqual(['in one'])
    moveTo(T + 2000)
    expect(bodies()).toEqual(['in two'])
  })
})
