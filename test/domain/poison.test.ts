import { describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { works } from '../../shared/app/rehearsal/functions.ts'
import type { QueueName } from '../../shared/pipeline.ts'
import { createdOf } from '../../shared/ports/raw-created.ts'
import { at, envelope } from '../support/events.ts'
import { nothingSpecial } from '../support/life.ts'
import { failing } from '../support/reactor.ts'

/** One message that nobody can read hurts itself alone, in every queue. */

const NOW = at('2026-10-02T00:00:00Z')
const OCCURRED = '2026-10-01T00:00:00Z'

const REPORT = report({ destination: [], tags: { action: ['a'], member: ['M1'] } })

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const strange: [string, string][] = [
  ['nothing', ''],
  ['no JSON', '{"id": "cut off'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['an object without anything', '{}'],
  ['a type that is no text', '{"id":"d","source":"airline.x","time":"","detail":{},"detail-type":{"toString":1}}'],
  ['numbers for names', '{"id":1,"source":2,"time":3,"detail":4,"detail-type":5,"memberId":6,"actionId":7}'],
  [
    'half a character',
    '{"id":"\\ud800","source":"airline.\\udfff","time":"\\ud800","detail":"\\ud800","detail-type":"\\ud800"}',
  ],
  ['a type of 60 KB', JSON.stringify({ ...envelope('x', {}), 'detail-type': 'x'.repeat(60_000) })],
  ['a time of 60 KB', JSON.stringify({ ...envelope('x', {}), time: 'x'.repeat(60_000) })],
  [
    'keys of prototypes',
    '{"__proto__":{"a":1},"constructor":{"prototype":1},"memberId":{"__proto__":null},"actionId":[]}',
  ],
  [
    'a hundred thousand levels',
    `{"id":"d","source":"airline.x","detail-type":"x","time":"","detail":${deep(100_000)}}`,
  ],
  ['names longer than any key', JSON.stringify({ memberId: 'x'.repeat(5000), actionId: 'x', grantId: 'x' })],
  ['a report without a receiver', REPORT],
]

function report(mail: object): string {
  return JSON.stringify({ eventType: 'Bounce', mail, bounce: { bounceType: 'Permanent', bouncedRecipients: [] } })
}

const enrolled = JSON.stringify(envelope('member.enrolled', { id: 'e', occurredAt: OCCURRED, memberId: 'M1' }))
const flight = JSON.stringify(
  envelope('flight.disrupted', {
    id: 'f',
    occurredAt: OCCURRED,
    carrier: 'CA',
    flightNumber: '1501',
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: OCCURRED,
    kind: 'delay',
    cause: 'technical',
    extraordinary: false,
    carrierLicence: 'CN',
    passengers: [{ memberId: 'M1' }],
  }),
)

/** A sound message of each queue, and what shows that it was done. */
const sound: Record<QueueName, [body: string, isDone: (ports: MemoryPorts) => Promise<boolean>]> = {
  events: [enrolled, async ({ members }) => (await members.count()) === 1],
  flights: [flight, async ({ queues }) => (await queues.depths()).events!.waiting === 1],
  strays: [
    JSON.stringify({ ...JSON.parse(flight), source: 'airlines.ops' }),
    async ({ setAsides }) => {
      const { entries } = await setAsides.list({ limit: 10 })
      return entries.some(({ fault }) => fault.code === 'unknown-source')
    },
  ],
  emails: [JSON.stringify({ memberId: 'M1', actionId: 'gone' }), async () => true],
  messages: [JSON.stringify({ memberId: 'M1', actionId: 'gone' }), async () => true],
  compensations: [JSON.stringify({ memberId: 'M1', actionId: 'gone' }), async () => true],
  offers: [JSON.stringify({ memberId: 'M1', actionId: 'gone' }), async () => true],
  tasks: [JSON.stringify({ memberId: 'M1', actionId: 'gone' }), async () => true],
  erasures: [JSON.stringify({ memberId: 'M1' }), async () => true],
  sweeps: [JSON.stringify({ rulebook: 'not the live one' }), async () => true],
  rehearsals: [JSON.stringify({ draft: 'gone', at: 0, n: 0 }), async () => true],
  'help-desk': [
    JSON.stringify({
      ...envelope('task.opened', { id: 'a:opened', occurredAt: OCCURRED, complaintId: 'zendesk:1' }),
      source: 'wingback',
    }),
    async () => true,
  ],
  // Anything may be a message of another system.
  inbox: ['<a/>', async ({ queues }) => (await queues.depths()).raw!.waiting >= 1],
  raw: [
    JSON.stringify(createdOf('in/nobody/2026-09-01/x', NOW)),
    async ({ setAsides }) => {
      const { entries } = await setAsides.list({ limit: 10 })
      return entries.some(({ fault }) => fault.code === 'unknown-connector')
    },
  ],
}

/** Queues that others than our own functions fill: what is none of theirs is set aside, or is somebody else's. */
const OPEN: readonly string[] = ['events', 'flights', 'strays', 'inbox', 'raw']

async function work(
  queue: QueueName,
  bodies: readonly string[],
  broken: (ports: MemoryPorts) => Partial<MemoryPorts> = () => ({}),
) {
  const ports = createMemoryPorts({ now: () => NOW })
  const errors: unknown[] = []
  const failed = await works[queue](
    bodies.map((body, i) => ({ messageId: `m${i}`, body })),
    {
      ports: { ...ports, ...broken(ports) },
      rulebooks: { load: () => Promise.reject(new Error('none')), get: () => undefined },
      hints: nothingSpecial,
      live: undefined,
      now: NOW,
      onError: (error) => errors.push(error),
      alert: () => {},
      pause: async () => {},
    },
  )
  return { ports, errors, failed }
}

describe.each(Object.keys(sound) as QueueName[])('the queue %s', (queue) => {
  const [good, isDone] = sound[queue]

  test.each(strange)('does what is sound beside %s', async (_, bad) => {
    const { ports, failed } = await work(queue, [bad, good])
    expect(failed).not.toContain('m1')
    expect(await isDone(ports)).toBe(true)
    const { entries } = await ports.setAsides.list({ limit: 10 })
    // A report of SES belongs into the queue of events, whatever it leaves out.
    const isReport = queue === 'events' && bad === REPORT
    if (queue === 'events' || queue === 'flights') expect(entries).toHaveLength(isReport ? 0 : 1)
    if (!OPEN.includes(queue)) expect(failed).toEqual(['m0'])
  })
})

test.each(['events', 'flights'] as const)('in %s, one that cannot be set aside is tried again alone', async (queue) => {
  const [good, isDone] = sound[queue]
  const { ports, failed, errors } = await work(queue, ['one', good, 'two'], ({ setAsides }) => ({
    setAsides: failing(setAsides, 'put', 'before'),
  }))
  expect(failed).toEqual(['m0'])
  expect(errors).toHaveLength(1)
  expect(await isDone(ports)).toBe(true)
  const { entries } = await ports.setAsides.list({ limit: 10 })
  expect(entries.map(({ envelope }) => envelope.detail)).toEqual(['two'])
  expect(await ports.tally.read()).toMatchObject({ setAside: 1 })
})
