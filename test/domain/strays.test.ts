import { expect, test } from 'vitest'
import { setStraysAside } from '../../shared/app/react/strays.ts'
import { apiInMemory } from '../support/api.ts'

const NOW = Date.parse('2026-10-01T08:00:00Z')

function world() {
  const { ports, call } = apiInMemory(NOW)
  const alerts: string[] = []
  return {
    ports,
    call,
    alerts,
    stray: (...bodies: string[]) =>
      setStraysAside(
        bodies.map((body, i) => ({ messageId: `m${i}`, body })),
        { ports, now: NOW, onError: (error) => expect(error).toBeUndefined(), alert: (what) => alerts.push(what) },
      ),
  }
}

const from = (source: string, id = source) =>
  JSON.stringify({
    id,
    source,
    'detail-type': 'flight.disrupted',
    time: '2026-10-01T08:00:00Z',
    detail: { id, memberId: 'M1' },
  })

test('what comes from no airline system is kept, counted and told once a batch', async () => {
  const { ports, alerts, stray } = world()
  expect(await stray(from('airlines.ops'), from('wingback'))).toEqual([])
  const { entries } = await ports.setAsides.list({ limit: 10 })
  expect(entries.map(({ fault }) => fault.code)).toEqual(['unknown-source', 'unknown-source'])
  expect(entries.map(({ envelope }) => envelope.source).sort()).toEqual(['airlines.ops', 'wingback'])
  expect(await ports.tally.read()).toEqual({ setAside: 2 })
  expect(alerts).toEqual(['unknown-source'])
  await stray(from('airlines.ops'))
  expect(await ports.tally.read()).toEqual({ setAside: 2 })
  expect(alerts).toHaveLength(1)
})

test.each([
  ['airlines.ops', 'airline.ops'],
  ['Airline.ops', 'airline.ops'],
  ['AIRLINE/dcs', 'airline.dcs'],
  ['qualtrics', 'airline.qualtrics'],
  ['aws.partner/zendesk.com/1/default', undefined],
])('of %s is said what it was probably meant to be', async (source, meant) => {
  const { ports, stray } = world()
  await stray(from(source))
  const { entries } = await ports.setAsides.list({ limit: 1 })
  expect(entries[0]!.fault.hint!.split('maybe ')[1]).toBe(meant)
})

test('a replay takes none of it: whoever may put anything on the bus would be Wingback, or any system', async () => {
  const { ports, call, stray } = world()
  await stray(from('airlines.ops'), from('wingback'))
  const { body } = await call('POST', '/v1/set-asides/replay', 'ops')
  expect(body).toMatchObject({ sent: 0, unsendable: 2 })
  for (const queue of ['events', 'flights', 'strays'] as const) expect(ports.queues.take(queue, 10)).toEqual([])
})
