import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import type { Alert } from '../../../shared/app/alerts.ts'
import { receive } from '../../../shared/app/connect/receive.ts'
import { takeMessages } from '../../../shared/app/connect/take.ts'
import { linkKeys } from '../../../shared/app/links/keys.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { load } from '../../support/rulebooks.ts'

const NOW = Date.UTC(2026, 8, 20, 4)

const rulebookWith = async (statuses: string): Promise<Rulebook> => {
  const loaded = await load({
    'connectors/ops.yaml': `connector: ops\nkind: aidx\nstatuses: ${statuses}\n`,
    'connectors/pss.yaml': 'connector: pss\nkind: pnrgov\ncabins: { "*": Y }\n',
    'connectors/members.yaml':
      'connector: members\nkind: csv\nevent: member.updated\nzone: UTC\nfields: { memberId: CARD, tier: TIER }\n',
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.rulebook
}

const late = (minutes: number, status = 'OPS', at = '2026-09-20T03:30:00Z') =>
  Buffer.from(`<IATA_AIDX_FlightLegNotifRQ TimeStamp="${at}" CorrelationID="M${minutes}"><FlightLeg><LegIdentifier>
<Airline>XW</Airline><FlightNumber>1061</FlightNumber><DepartureAirport>PEK</DepartureAirport>
<ArrivalAirport>LHR</ArrivalAirport><OriginDate>2026-09-20</OriginDate></LegIdentifier><LegData>
<OperationalStatus>${status}</OperationalStatus>
<OperationTime OperationQualifier="OFB" TimeType="SCT">2026-09-20T05:00:00Z</OperationTime>
<OperationTime OperationQualifier="OFB" TimeType="EST">${new Date(Date.UTC(2026, 8, 20, 5, minutes)).toISOString()}</OperationTime>
</LegData></FlightLeg></IATA_AIDX_FlightLegNotifRQ>`)

async function inbox(statuses = '{ OPS: operates }') {
  const ports = createMemoryPorts({ now: () => NOW })
  let rulebook: Rulebook | undefined = await rulebookWith(statuses)
  const errors: unknown[] = []
  const alerts: Alert[] = []
  const wall = NOW
  const keys = linkKeys(
    async () => 'ops=old secret\nops=new secret\nother=its secret',
    () => NOW,
  )
  const certificates = { ops: ['CN=ops.example.com,O=Cloudwing'] }
  const sign = (body: Uint8Array, key = 'new secret', at = wall) => {
    const timestamp = String(Math.floor(at / 1000))
    const signature = createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex')
    return { 'x-wingback-timestamp': timestamp, 'x-wingback-signature': signature }
  }
  const post = (
    body: Uint8Array,
    headers: Record<string, string> = sign(body),
    name = 'ops',
    method = 'POST',
    certificate?: string,
  ) =>
    receive(
      { method, path: `/in/${name}`, query: {}, headers, body, certificate },
      { ports, rulebook, keys, certificates, wall },
    )
  async function work() {
    const messages = ports.queues.take('raw', 100)
    const failed = await takeMessages(messages, {
      ...{ ports, rulebook, now: NOW },
      onError: (error) => errors.push(error),
      alert: (what) => alerts.push(what),
    })
    ports.queues.release('raw', failed)
    const done = messages.map(({ messageId }) => messageId).filter((id) => !failed.includes(id))
    ports.queues.acknowledge('raw', done)
    return ports.inbound.take()
  }
  const aside = async () => (await ports.setAsides.list({ limit: 100 })).entries
  return {
    ...{ ports, post, sign, work, aside, errors, alerts },
    publish: async (newStatuses: string | undefined) => {
      rulebook = newStatuses === undefined ? undefined : await rulebookWith(newStatuses)
    },
  }
}

describe('a message that is posted', () => {
  test('is kept, translated, and put on the bus in the name of its system', async () => {
    const { post, work, ports } = await inbox()
    expect(await post(late(50))).toMatchObject({ status: 202, body: '{"kept":true}' })
    expect(await work()).toMatchObject([
      { source: 'airline.ops', type: 'flight.disrupted', detail: { id: 'aidx:M50', departureDelayMinutes: 50 } },
    ])
    expect(await ports.tally.read()).toMatchObject({ 'messages.translated': 1, 'messages.events': 1 })
  })

  test('and comes again is known, and is not translated again', async () => {
    const { post, work } = await inbox()
    await post(late(50))
    expect(await post(late(50))).toMatchObject({ status: 202, body: '{"known":true}' })
    expect(await work()).toHaveLength(1)
    expect(await work()).toEqual([])
  })

  test('is taken with the old key and the new one, while a key is changed', async () => {
    const { post, sign } = await inbox()
    for (const key of ['old secret', 'new secret']) expect((await post(late(50), sign(late(50), key))).status).toBe(202)
  })

  test.each([
    ['the certificate that may', 'CN=ops.example.com,O=Cloudwing', 'ops', 202],
    ['another one of the truststore', 'CN=pss.example.com,O=Cloudwing', 'ops', 401],
    ['one that may send to another connector', 'CN=ops.example.com,O=Cloudwing', 'pss', 401],
    ['one, for a connector named like a part of every object', 'CN=ops.example.com,O=Cloudwing', 'constructor', 401],
  ])('without a signature, with %s, is answered accordingly', async (_, certificate, name, status) => {
    const { post } = await inbox()
    expect((await post(late(50), {}, name, 'POST', certificate)).status).toBe(status)
  })

  test.each<[string, (sign: Awaited<ReturnType<typeof inbox>>['sign']) => Record<string, string>, string]>([
    ['is not signed', () => ({}), 'unsigned'],
    ['is signed with another key', (sign) => sign(late(50), 'its secret'), 'wrong-signature'],
    ['is signed as another one', (sign) => sign(late(51)), 'wrong-signature'],
    ['was recorded six minutes ago', (sign) => sign(late(50), 'new secret', NOW - 6 * 60_000), 'stale'],
    ['is of the future', (sign) => sign(late(50), 'new secret', NOW + 6 * 60_000), 'stale'],
    ['has a time that is none', (sign) => ({ ...sign(late(50)), 'x-wingback-timestamp': 'now' }), 'stale'],
    [
      'has a signature that is none',
      (sign) => ({ ...sign(late(50)), 'x-wingback-signature': 'zz' }),
      'wrong-signature',
    ],
  ])('and %s is refused, and kept nowhere', async (_, headers, code) => {
    const { post, sign, ports } = await inbox()
    const answer = await post(late(50), headers(sign))
    expect(answer.status).toBe(401)
    expect(answer.body).toContain(`"${code}"`)
    expect((await ports.queues.depths()).raw?.waiting).toBe(0)
  })

  test('to nobody is answered as one with a wrong signature is: what is connected is not told', async () => {
    const { post, sign } = await inbox()
    const [wrong, nobody] = [
      await post(late(50), sign(late(50), 'x')),
      await post(late(50), sign(late(50), 'x'), 'nobody'),
    ]
    expect(nobody).toEqual(wrong)
  })

  test.each([
    ['GET', late(50), 405],
    ['POST', Buffer.alloc(0), 400],
    ['POST', Buffer.alloc(6 * 1024 * 1024), 413],
  ])('by %s, or empty, or too large, is refused', async (method, body, status) => {
    const { post, sign } = await inbox()
    expect((await post(body, sign(body), 'ops', method)).status).toBe(status)
  })
})

describe('what cannot be translated', () => {
  test('is set aside with its place and the mapping’s version, without what it says, and once', async () => {
    const { post, work, aside, ports, alerts } = await inbox()
    await post(late(50, 'BRD'))
    expect(await work()).toEqual([])
    expect(alerts).toEqual(['message-set-aside'])
    const [entry, ...more] = await aside()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      fault: { code: 'unknown-code', path: 'FlightLeg 1/OperationalStatus' },
      envelope: {
        source: 'raw.ops',
        detail: { key: expect.stringMatching(/^in\/ops\/2026-09-20\//), mapping: expect.any(String) },
      },
    })
    expect(JSON.stringify(entry!.envelope)).not.toContain('1061')
    await ports.queues.send('raw', [JSON.stringify({ ...entry!.envelope, setAsideKey: entry!.key })])
    await work()
    expect(await aside()).toHaveLength(1)
    expect(await ports.tally.read()).toMatchObject({ setAside: 1 })
    // It is no news then.
    expect(alerts).toHaveLength(1)
  })

  test('is translated from the raw message once the mapping is mended, and leaves the list', async () => {
    const { post, work, aside, publish, ports } = await inbox()
    await post(late(50, 'BRD'))
    await work()
    const [entry] = await aside()
    await publish('{ OPS: operates, BRD: operates }')
    await ports.queues.send('raw', [JSON.stringify({ ...entry!.envelope, setAsideKey: entry!.key })])
    expect(await work()).toMatchObject([{ detail: { id: 'aidx:M50' } }])
    expect(await aside()).toEqual([])
    expect((await ports.tally.read()).setAside ?? 0).toBe(0)
  })

  test('waits for its connector, where the live rulebook has none', async () => {
    const { post, work, aside, publish } = await inbox()
    await post(late(50))
    await publish(undefined)
    expect(await work()).toEqual([])
    expect(await aside()).toMatchObject([{ fault: { code: 'unknown-connector' } }])
  })

  test('says so where the raw message is gone', async () => {
    const { work, aside, ports } = await inbox()
    const gone = {
      id: 'x',
      source: 'raw.ops',
      'detail-type': 'message',
      time: '',
      detail: { key: 'in/ops/2026-08-01/x' },
    }
    await ports.queues.send('raw', [JSON.stringify(gone)])
    await work()
    expect(await aside()).toMatchObject([{ fault: { code: 'raw-is-gone' } }])
  })
})

describe('a crash', () => {
  test('between the bus and what is remembered puts the same events there again, under the same ids', async () => {
    const { post, work, ports, errors } = await inbox()
    await post(late(50))
    const { learn } = ports.told
    ports.told.learn = () => Promise.reject(new Error('crash'))
    const first = await work()
    ports.told.learn = learn
    expect(errors).toHaveLength(1)
    expect(await work()).toEqual(first)
  })

  test('of others who tell of the same leg meanwhile: it is held against what they told', async () => {
    const { post, work, ports } = await inbox()
    await post(late(50))
    const { learn } = ports.told
    let isFirst = true
    ports.told.learn = async (learnt, now) => {
      if (isFirst) {
        isFirst = false
        await learn(learnt, now)
        return 'conflict'
      }
      return learn(learnt, now)
    }
    // Told twice under one id: whoever gets it sees one.
    const events = await work()
    expect(new Set(events.map(({ detail }) => (detail as { id: string }).id))).toEqual(new Set(['aidx:M50']))
  })
})

describe('what is told of and told again', () => {
  const booking = (minute: number, status: string) =>
    Buffer.from(`UNB+IATA:1+XW+GOV+260920:03${minute}+${minute}'UNH+1+PNRGOV:13:1:IA'TVL+210926:1900:210926:2110+PEK+SHA+XW+1001'
SRC'RCI+XW:LRK7Q2'DAT+700:200926:03${minute}'TIF+LARK+ANNA:A:1'FTI+XW:CW100001'TVL+210926:1900:210926:2110+PEK+SHA+XW+1001:J'
RPI+1+${status}'UNT+9+1'UNZ+1+${minute}'`)

  test('of a booking is each change, however many there are', async () => {
    const { ports, work, errors, aside } = await inbox()
    const told: string[] = []
    for (const [i, status] of ['HK', 'HK', 'XX', 'HK', 'XX'].entries()) {
      await ports.raw.put(`in/pss/2026-09-20/${i}`, booking(10 + i, status))
      told.push((await work()).map(({ type }) => type).join())
    }
    expect(errors).toEqual([])
    expect(await aside()).toEqual([])
    expect(told).toEqual(['booking.created', '', 'booking.cancelled', 'booking.created', 'booking.cancelled'])
  })

  test('of a row is each change, however many there are', async () => {
    const { ports, work, errors } = await inbox()
    const told: unknown[] = []
    for (const [i, tier] of ['gold', 'gold', 'silver', 'gold'].entries()) {
      await ports.raw.put(`drop/members/${i}-members.csv`, Buffer.from(`CARD,TIER\nCW100001,${tier}\n`))
      told.push((await work()).map(({ detail }) => (detail as { tier: string }).tier).join())
    }
    expect(errors).toEqual([])
    expect(told).toEqual(['gold', '', 'silver', 'gold'])
  })
})
