import { describe, expect, test } from 'vitest'
import { feedsContext, feedsOf } from '../../support/feeds.ts'
import { connectorOf, translator } from './support.ts'

const mapping = (more = '') =>
  connectorOf(`connector: airport
kind: aidx
statuses: { OP: operates, DX: cancelled, NOP: ignored, DV: diverted }
${more}`)

type Time = [qualifier: string, type: string, at: string]

const leg = (status: string, times: readonly Time[], more = '') => `<FlightLeg><LegIdentifier><Airline>XW</Airline>
<FlightNumber>0015</FlightNumber><DepartureAirport>PEK</DepartureAirport><ArrivalAirport>SHA</ArrivalAirport>
<OriginDate>2026-09-20</OriginDate></LegIdentifier><LegData><OperationalStatus>${status}</OperationalStatus>
${times.map(([q, t, at]) => `<OperationTime OperationQualifier="${q}" TimeType="${t}">${at}</OperationTime>`).join('')}
${more}</LegData></FlightLeg>`

let count = 0
const message = (at: string, ...legs: string[]) =>
  `<IATA_AIDX_FlightLegNotifRQ TimeStamp="${at}" CorrelationID="M${count++}">${legs.join('')}</IATA_AIDX_FlightLegNotifRQ>`

const schedule: Time[] = [
  ['OFB', 'SCT', '2026-09-20T01:00:00Z'],
  ['ONB', 'SCT', '2026-09-20T03:00:00Z'],
]
const arrives = (type: string, minutes: number): Time => [
  'ONB',
  type,
  new Date(Date.UTC(2026, 8, 20, 3, minutes)).toISOString(),
]
const late = (at: string, minutes: number, type = 'EST') =>
  message(at, leg('OP', [...schedule, arrives(type, minutes)]))

describe('what is told of a leg', () => {
  test('only what reaches another band of delay', async () => {
    const say = translator(mapping())
    const told: unknown[] = []
    for (const [i, minutes] of [5, 14, 15, 29, 31, 20, 10, 0].entries()) {
      const { events } = await say(late(`2026-09-20T00:1${i}:00Z`, minutes))
      told.push(events.map(({ detail }) => detail.arrivalDelayMinutes))
    }
    expect(told).toEqual([[], [], [15], [], [31], [20], [10], []])
  })

  test('that what was an estimate has happened, also where it came in time after all', async () => {
    const say = translator(mapping())
    await say(late('2026-09-20T00:10:00Z', 200))
    const { events } = await say(late('2026-09-20T03:06:00Z', 5, 'ACT'))
    expect(events).toMatchObject([{ detail: { certainty: 'actual', arrivalDelayMinutes: 5 } }])
  })

  test('nothing of a message that is older than what is known, but the schedule it brings', async () => {
    const say = translator(mapping())
    const arrival: Time[] = [['ONB', 'SCT', '2026-09-20T03:00:00Z'], arrives('EST', 40)]
    const first = await say(message('2026-09-20T00:20:00Z', leg('OP', arrival)))
    expect(first.amiss).toMatchObject([{ code: 'unknown-leg', path: 'FlightLeg 1' }])
    const older = await say(late('2026-09-20T00:10:00Z', 100))
    expect(older).toMatchObject({ events: [], silent: [{ why: 'older than what is known of the leg' }] })
    const again = await say(message('2026-09-20T00:20:00Z', leg('OP', arrival)))
    expect(again.events).toMatchObject([
      { detail: { scheduledDeparture: '2026-09-20T01:00:00Z', arrivalDelayMinutes: 40 } },
    ])
  })

  test('the same message again is no news, and has the same id', async () => {
    const once = late('2026-09-20T00:10:00Z', 45)
    const say = translator(mapping())
    const [first, second] = [await say(once), await say(once)]
    expect(second).toMatchObject({ events: [], amiss: [] })
    const [alone] = (await translator(mapping())(once)).events
    expect(alone).toEqual(first.events[0])
  })

  test('the same under one id, whatever was told before', async () => {
    const departs = (type: string, minutes: number): Time => [
      'OFB',
      type,
      new Date(Date.UTC(2026, 8, 20, 1, minutes)).toISOString(),
    ]
    const offBlocks = message('2026-09-20T02:00:00Z', leg('OP', [...schedule, departs('ACT', 70), arrives('EST', 65)]))
    const histories: Time[][] = [[], [departs('EST', 70)], [arrives('EST', 65)], [departs('ACT', 70)]]
    const said = new Map<unknown, string>()
    for (const before of histories) {
      const say = translator(mapping())
      if (before.length > 0) await say(message('2026-09-20T00:10:00Z', leg('OP', [...schedule, ...before])))
      for (const event of (await say(offBlocks)).events) {
        const text = JSON.stringify(event)
        expect(said.get(event.detail.id) ?? text).toBe(text)
        said.set(event.detail.id, text)
      }
    }
    expect(said.size).toBe(2)
  })

  test('a cancellation once, and that it flies after all', async () => {
    const say = translator(mapping())
    const cancelled = (at: string) => message(at, leg('DX', [...schedule, ['CNL', 'ACT', '2026-09-18T00:30:00Z']]))
    const { events } = await say(cancelled('2026-09-18T01:00:00Z'))
    expect(events).toMatchObject([{ type: 'flight.disrupted', detail: { kind: 'cancellation', noticeDays: 2 } }])
    expect((await say(cancelled('2026-09-18T02:00:00Z'))).events).toEqual([])
    expect((await say(late('2026-09-18T03:00:00Z', 60))).events.map(({ type }) => type)).toEqual([
      'flight.reinstated',
      'flight.disrupted',
    ])
  })

  test('that it departs at another time, and delays against that time', async () => {
    const say = translator(mapping())
    await say(message('2026-09-19T00:00:00Z', leg('OP', schedule)))
    const later: Time[] = [
      ['OFB', 'SCT', '2026-09-20T05:00:00Z'],
      ['ONB', 'SCT', '2026-09-20T07:00:00Z'],
    ]
    const { events } = await say(message('2026-09-19T01:00:00Z', leg('OP', later)))
    expect(events).toMatchObject([
      {
        type: 'flight.rescheduled',
        detail: { scheduledDeparture: '2026-09-20T01:00:00Z', newDeparture: '2026-09-20T05:00:00Z' },
      },
    ])
    expect((await say(message('2026-09-19T02:00:00Z', leg('OP', later)))).events).toEqual([])
  })

  test('the cause once it is known, by the table of codes or by the code itself', async () => {
    const say = translator(mapping('delayCodes: { "72": { cause: weather, extraordinary: true } }'))
    const because = (at: string, code: string) =>
      message(
        at,
        leg(
          'OP',
          [...schedule, arrives('EST', 40)],
          `<IrregularityDelay><ReasonCode>${code}</ReasonCode></IrregularityDelay>`,
        ),
      )
    await say(late('2026-09-20T00:10:00Z', 40))
    expect((await say(because('2026-09-20T00:11:00Z', '72'))).events).toMatchObject([
      { detail: { cause: 'weather', extraordinary: true } },
    ])
    expect((await say(because('2026-09-20T00:12:00Z', '93'))).events).toMatchObject([
      { detail: { cause: '93', extraordinary: 'unknown' } },
    ])
  })

  test('under which other numbers it is sold', async () => {
    const share = '<CodeShareInfo><Airline>CA</Airline><FlightNumber>0815</FlightNumber></CodeShareInfo>'
    const { events } = await translator(mapping())(
      message('2026-09-20T00:10:00Z', leg('OP', [...schedule, arrives('EST', 40)], share)),
    )
    expect(events[0]!.detail.marketedAs).toEqual([{ carrier: 'CA', flightNumber: '815' }])
  })

  test('times without an offset are those of the airport, where the mapping says so', async () => {
    const local: Time[] = [
      ['OFB', 'SCT', '2026-09-20T09:00:00'],
      ['ONB', 'SCT', '2026-09-20T11:00:00'],
      ['ONB', 'EST', '2026-09-20T11:45:00'],
    ]
    const { events } = await translator(mapping('timesWithoutOffset: local'))(
      message('2026-09-20T00:10:00Z', leg('OP', local)),
    )
    expect(events).toMatchObject([{ detail: { scheduledDeparture: '2026-09-20T01:00:00Z', arrivalDelayMinutes: 45 } }])
  })

  test('a number flies every day: yesterday’s flight is not today’s', async () => {
    const say = translator(mapping())
    const day = (date: string, text: string) => text.replaceAll('2026-09-20', date)
    await say(late('2026-09-20T00:10:00Z', 200))
    expect((await say(day('2026-09-21', late('2026-09-20T00:20:00Z', 0)))).events).toEqual([])
    expect((await say(day('2026-09-21', late('2026-09-20T00:20:00Z', 200)))).events).toMatchObject([
      { type: 'flight.disrupted', detail: { scheduledDeparture: '2026-09-21T01:00:00Z' } },
    ])
  })
})

describe('what cannot be read', () => {
  test.each<[string, string, object]>([
    ['is cut off', late('2026-09-20T00:10:00Z', 40).slice(0, -30), { code: 'bad-xml' }],
    [
      'has a document type',
      `<!DOCTYPE x [<!ENTITY e "boom">]>${late('2026-09-20T00:10:00Z', 40)}`,
      { code: 'bad-xml' },
    ],
    ['is another kind', '<Envelope/>', { code: 'not-this-kind', message: 'the message is a Envelope' }],
    ['is no XML', 'QU HDQOCXW', { code: 'bad-xml' }],
    ['is empty', '', { code: 'bad-xml' }],
    ['has millions of elements', `<x>${'<a/>'.repeat(2_000_000)}</x>`, { code: 'too-large' }],
    [
      'has a status that the mapping does not know',
      message('2026-09-20T00:10:00Z', leg('OB', schedule)),
      { code: 'unknown-code' },
    ],
    [
      'has no number',
      late('2026-09-20T00:10:00Z', 40).replace('0015', ''),
      { code: 'bad-field', path: 'FlightLeg 1/FlightNumber' },
    ],
    [
      'has no day',
      late('2026-09-20T00:10:00Z', 40).replace('>2026-09-20<', '>20 SEP<'),
      { path: 'FlightLeg 1/OriginDate' },
    ],
    [
      'has a time that is none',
      late('2026-09-20T00:10:00Z', 40).replace('T03:00:00Z', 'T33:00:00Z'),
      { code: 'bad-field' },
    ],
    [
      'has an ICAO airport',
      late('2026-09-20T00:10:00Z', 40).replace('>PEK<', '>ZBAA<'),
      { hint: expect.stringContaining('IATA') },
    ],
  ])('a message that %s', async (_, text, fault) => {
    const { events, amiss } = await translator(mapping())(text)
    expect(events).toEqual([])
    expect(amiss).toMatchObject([fault])
  })

  test('entities are not replaced', async () => {
    const { amiss } = await translator(mapping())(late('2026-09-20T00:10:00Z', 40).replace('>PEK<', '>&pek;<'))
    expect(amiss).toHaveLength(1)
  })

  test('a thousand elements within one another', async () => {
    const deep = message('2026-09-20T00:10:00Z', '<a>'.repeat(1000) + '</a>'.repeat(1000))
    expect((await translator(mapping())(deep)).amiss).toMatchObject([{ code: 'bad-xml' }])
  })

  test('one leg of a message costs the others nothing', async () => {
    const good = leg('OP', [...schedule, arrives('EST', 40)])
    const { events, amiss } = await translator(mapping())(message('2026-09-20T00:10:00Z', leg('ZZ', []), good))
    expect(amiss).toMatchObject([{ path: 'FlightLeg 1/OperationalStatus' }])
    expect(events).toHaveLength(1)
  })

  test('a message without a name goes by what it says', async () => {
    const nameless = late('2026-09-20T00:10:00Z', 40).replace(/ CorrelationID="\w+"/, '')
    const ids = [nameless, nameless.replaceAll('\n', '\r\n'), nameless.replace('00:10', '00:11')].map(
      async (text) => (await translator(mapping())(text)).events[0]!.detail.id,
    )
    const [one, sameOne, other] = await Promise.all(ids)
    expect(one).toBe(sameOne)
    expect(one).not.toBe(other)
  })
})

const feeds = feedsOf('aidx')

/** What of the expectations today's contract says otherwise: it has a word for what is not known. */
const asOfToday = (detail: Record<string, unknown> = {}) => {
  const { passengers: _, ...rest } = detail
  return rest.cause === 'unknown' ? { ...rest, extraordinary: 'unknown' } : rest
}

;(feeds.length > 0 ? describe : describe.skip)('messages of a real airport', () => {
  test.each(feeds.map((feed) => [feed.file, feed] as const))('%s', async (_, { bytes, expected }) => {
    const connector = mapping('completes: booked\nlicences: { JQ: other, QF: other, VA: other }')
    const { events, amiss } = await translator(connector, feedsContext())(bytes)
    expect(amiss).toEqual([])
    const wanted = expected.filter(({ DetailType }) => DetailType !== undefined)
    expect(events).toMatchObject(
      wanted.map(({ DetailType, Detail }) => ({ type: DetailType, detail: asOfToday(Detail) })),
    )
    expect(events).toHaveLength(wanted.length)
  })
})
