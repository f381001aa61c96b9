import { expect, test } from 'vitest'
import { takeMessages } from '../../shared/app/connect/take.ts'
import { rawStore } from '../../shared/pipeline.ts'
import { apiInMemory } from '../support/api.ts'
import { load } from '../support/rulebooks.ts'

/** From a message with an unknown code to its event: seen, mended in the mapping, replayed over the API. */

const NOW = Date.parse('2026-09-20T04:00:00Z')
const KEY = 'in/ops/2026-09-20/abc'
const message = `<IATA_AIDX_FlightLegNotifRQ TimeStamp="2026-09-20T03:30:00Z" CorrelationID="M1"><FlightLeg><LegIdentifier>
<Airline>XW</Airline><FlightNumber>1061</FlightNumber><DepartureAirport>PEK</DepartureAirport>
<ArrivalAirport>LHR</ArrivalAirport><OriginDate>2026-09-20</OriginDate></LegIdentifier><LegData>
<OperationalStatus>ZAP</OperationalStatus>
<OperationTime OperationQualifier="OFB" TimeType="SCT">2026-09-20T05:00:00Z</OperationTime>
</LegData></FlightLeg></IATA_AIDX_FlightLegNotifRQ>`

async function rulebook(statuses: string) {
  const loaded = await load({ 'connectors/ops.yaml': `connector: ops\nkind: aidx\nstatuses: ${statuses}\n` })
  if (!loaded.ok) throw new Error('the rulebook is not valid')
  return loaded.rulebook
}

async function setUp() {
  const api = apiInMemory(NOW)
  const { ports } = api
  async function work(statuses: string) {
    const messages = ports.queues.take('raw', 10)
    await takeMessages(messages, {
      ...{ ports, rulebook: await rulebook(statuses), now: NOW, alert: () => {} },
      onError: (error) => {
        throw error
      },
    })
    ports.queues.acknowledge(
      'raw',
      messages.map(({ messageId }) => messageId),
    )
    return ports.inbound.take()
  }
  await ports.raw.put(KEY, Buffer.from(message))
  expect(await work('{ OPS: operates }')).toEqual([])
  const { entries } = (await api.call('GET', '/v1/set-asides', 'li')).body
  expect(entries).toHaveLength(1)
  const key = String(entries[0].key)
  const see = (of: string) => api.call('GET', `/v1/set-asides/message`, 'li', {}, { key: of })
  return { api, work, key, see }
}

test('whoever mends a mapping sees the message as it came, the place, and by which version it was read', async () => {
  const { see, key } = await setUp()
  const { version } = (await rulebook('{ OPS: operates }')).connectors.ops!
  expect(await see(key)).toEqual({
    status: 200,
    body: {
      ...{ connector: 'ops', place: 'FlightLeg 1/OperationalStatus', mapping: version, rawKey: KEY },
      ...{ receivedAt: NOW, text: message, isCut: false },
    },
  })
})

test('a replay reads the message anew, by the mapping as it is now', async () => {
  const { api, work, key, see } = await setUp()
  expect((await api.call('POST', '/v1/set-asides/replay', 'li')).body).toMatchObject({ sent: 1 })
  expect(await work('{ OPS: operates, ZAP: cancelled }')).toMatchObject([
    { source: 'airline.ops', type: 'flight.disrupted', detail: { id: 'aidx:M1', kind: 'cancellation' } },
  ])
  expect((await api.call('GET', '/v1/set-asides', 'li')).body.entries).toEqual([])
  expect((await see(key)).status).toBe(404)
})

test('a replay with a mapping that is as it was changes nothing', async () => {
  const { api, work } = await setUp()
  await api.call('POST', '/v1/set-asides/replay', 'li')
  expect(await work('{ OPS: operates }')).toEqual([])
  expect((await api.call('GET', '/v1/set-asides', 'li')).body.entries).toHaveLength(1)
})

test('of a message that is not kept any more it says so, and of an event that was set aside there is none', async () => {
  const { api, key, see } = await setUp()
  api.ports.raw.get = async () => undefined
  expect((await see(key)).body).toMatchObject({ why: 'gone', keptDays: rawStore.keptDays })
  api.ports.raw.get = async () => 'too-large'
  expect((await see(key)).body).toMatchObject({ why: 'too-large', rawKey: KEY })
  expect((await see('2026-10-05T01:00:00Z#abc')).status).toBe(404)
})
