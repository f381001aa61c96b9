import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { feedsContext, feedsOf } from '../../support/feeds.ts'
import { connectorOf, translator } from './support.ts'

const mapping = (fields: string, more = '') =>
  connectorOf(`connector: members
kind: csv
event: member.updated
zone: Asia/Shanghai
${more}
fields:
  memberId: CARD
${fields}`)

const detailOf = async (fields: string, cell: string, more = '') => {
  const { events, amiss } = await translator(mapping(fields, more))(`CARD,X\nCW1,${cell}\n`)
  return events[0]?.detail ?? amiss[0]
}

describe('a cell', () => {
  test.each([
    ['  givenName: X', ' Mei ', { givenName: 'Mei' }],
    ['  tier: { column: X, codes: { "6": gold } }', '6', { tier: 'gold' }],
    ['  enrolledOn: { column: X, as: date }', '2016-11-02', { enrolledOn: '2016-11-02' }],
    ['  enrolledOn: { column: X, as: date }', '11/2/2016', { enrolledOn: '2016-11-02' }, 'dates: [M/D/YYYY]'],
    ['  enrolledOn: { column: X, as: date }', '11/2/2016', { enrolledOn: '2016-02-11' }, 'dates: [D/M/YYYY]'],
    ['  enrolledOn: { column: X, as: date }', '2.11.2016 0:00:00', { enrolledOn: '2016-11-02' }, 'dates: [D.M.YYYY]'],
    ['  occurredAt: { column: X, as: time }', '2026-09-20 08:30', { occurredAt: '2026-09-20T00:30:00Z' }],
    ['  occurredAt: { column: X, as: time }', '2026-09-20', { occurredAt: '2026-09-19T16:00:00Z' }],
    ['  occurredAt: { column: X, as: time, endOfDay: true }', '2026-09-20', { occurredAt: '2026-09-20T16:00:00Z' }],
    ['  companyId: { column: X, digits: 6 }', '417', { companyId: '000417' }],
    ['  companyId: X', '="000417"', { companyId: '000417' }],
    ['  companyId: X', "'000417", { companyId: '000417' }],
    ['  givenName: X', '.', { memberId: 'CW1' }, 'absent: ["."]'],
    ['  consent.email: { column: X, as: boolean }', '是', { consent: { email: true } }],
    ['  companyId: X', '1.23457E+11', { code: 'bad-field', hint: 'export the column as text' }],
    ['  enrolledOn: { column: X, as: date }', '2026-02-30', { code: 'bad-field', path: 'row 2, X' }],
    ['  tier: { column: X, codes: { "6": gold } }', '7', { code: 'bad-field', hint: 'add it under codes' }],
    ['  tier: { column: X, codes: { "6": gold }, ifBad: leaveOut }', '7', { memberId: 'CW1' }],
  ])('%s, %j', async (fields, cell, expected, more = '') => {
    expect(await detailOf(fields, cell, more)).toMatchObject(expected)
  })

  test.each([
    ['.', '"1,234.5"', 1234.5],
    [',', '"1.234,5"', 1234.5],
    ['.', '1e3', 1000],
    ['.', '', 0],
  ])('with the decimal mark %s, %j, added to another', async (decimal, cell, sum) => {
    const balance = `  opening.spend: { columns: [X, Y], as: money, currency: CNY }
  opening.asOf: { value: 2026-08-31 }
  opening.flights: { value: 1 }
  opening.distanceKm: { value: 1 }`
    const say = translator(mapping(balance, `decimal: "${decimal}"`))
    const { events } = await say(`CARD,X,Y\nCW1,${cell},1\n`)
    expect(events).toMatchObject([{ detail: { opening: { spend: { amount: sum + 1, currency: 'CNY' } } } }])
  })
})

describe('a file', () => {
  const plain = mapping('  givenName: NAME')

  test.each<[string, Buffer]>([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFCARD,NAME\r\nCW1,梅\r\n')],
    ['UTF-16', Buffer.from('\uFEFFCARD\tNAME\r\nCW1\t梅\r\n', 'utf16le')],
    [
      'GBK',
      Buffer.concat([Buffer.from('CARD;NAME\r\nCW1;'), Buffer.from([0xcd, 0xf5, 0xc3, 0xb7]), Buffer.from('\r\n')]),
    ],
    ['semicolons and blanks in its header', Buffer.from(' CARD ; NAME\nCW1;梅\n')],
  ])('in %s', async (_, bytes) => {
    const { events, amiss } = await translator(plain)(bytes)
    expect(amiss).toEqual([])
    expect(events).toMatchObject([{ detail: { memberId: 'CW1', givenName: expect.stringMatching(/^王?梅$/) } }])
  })

  test('of every day tells only what changed', async () => {
    const say = translator(plain)
    expect((await say('CARD,NAME\nCW1,Ann\nCW2,Ben\n')).events).toHaveLength(2)
    const { events, silent } = await say('CARD,NAME\nCW1,Ann\nCW2,Benjamin\nCW3,Cleo\n')
    expect(events.map(({ detail }) => detail.givenName)).toEqual(['Benjamin', 'Cleo'])
    expect(silent).toMatchObject([{ why: 'as it was in an earlier file' }])
  })

  test('has rows that each count by themselves', async () => {
    const { events, amiss } = await translator(plain)('CARD,NAME\nCW1,Ann\nCA#1,Ben\n\nCW3\nCW4,"Dora\nCW5,Ed\n')
    expect(events.map(({ detail }) => detail.memberId)).toEqual(['CW1', 'CW3'])
    expect(amiss).toMatchObject([{ code: 'bad-csv' }, { code: 'bad-member' }])
  })

  test('without a column that the mapping speaks of is set aside whole, with what was meant', async () => {
    expect((await translator(plain)('CARD,NAMES\nCW1,Ann\n')).amiss).toMatchObject([
      { code: 'bad-csv', message: 'the file has no column "NAME"', hint: 'did you mean "NAMES"?' },
    ])
  })

  test('of flights makes events of flights', async () => {
    const flights = connectorOf(`connector: flown
kind: csv
event: flight.completed
zone: Asia/Shanghai
fields:
  memberId: CARD
  carrier: { value: XW }
  flightNumber: NO
  from: FROM
  to: TO
  scheduledDeparture: { column: STD, as: time }
  occurredAt: { column: STD, as: time }
  cabin: { column: CLASS, codes: { J: C, "*": Y } }
  distanceKm: { column: KM, as: number }`)
    const { events, amiss } = await translator(flights)(
      'CARD,NO,FROM,TO,STD,CLASS,KM\nCW1,0015,PEK,SHA,2026-09-20 09:00,J,1080\n',
    )
    expect(amiss).toEqual([])
    expect(events).toMatchObject([
      {
        type: 'flight.completed',
        detail: { scheduledDeparture: '2026-09-20T01:00:00Z', cabin: 'C', distanceKm: 1080 },
      },
    ])
  })
})

test('a row is a booking, with its flights and how many travel', async () => {
  const bookings = connectorOf(`connector: booked
kind: csv
event: booking.created
zone: Asia/Shanghai
fields:
  memberId: CARD
  pnr: REF
  travellers: { column: PAX, as: whole }
  flights.0.carrier: { value: XW }
  flights.0.flightNumber: NO
  flights.0.from: FROM
  flights.0.to: TO
  flights.0.departsAt: { column: STD, as: time }
  flights.0.cabin: { value: Y }`)
  const { events, amiss } = await translator(bookings)(
    'CARD,REF,PAX,NO,FROM,TO,STD\nCW1,LRK7Q2,3,0015,PEK,SHA,2026-09-20 09:00\n',
  )
  expect(amiss).toEqual([])
  expect(events).toMatchObject([
    {
      type: 'booking.created',
      detail: { travellers: 3, flights: [{ flightNumber: '0015', departsAt: '2026-09-20T01:00:00Z', cabin: 'Y' }] },
    },
  ])
})

test('a field that cannot be one is a problem of the mapping', () => {
  const mapping = (field: string) =>
    `connector: x\nkind: csv\nevent: member.updated\nzone: UTC\nfields: { ${field}: CARD }`
  for (const field of ['__proto__.polluted', 'a..b', '"opening.flights "'])
    expect(() => connectorOf(mapping(field))).toThrow('must go by fields such as memberId')
})

const feeds = feedsOf('csv')
const LAST = { 'ffp-export-23col.csv': 'leaveOut', 'ffp-export-bad-rows.csv': 'setAside' } as Record<string, string>

;(feeds.length > 0 ? describe : describe.skip)('exports of a real programme', () => {
  test.each(feeds.map((feed) => [feed.file, feed] as const))('%s', async (file, { bytes, expected }) => {
    const programme = connectorOf(`connector: programme
kind: csv
event: member.enrolled
zone: Asia/Shanghai
dates: [M/D/YYYY, YYYY/M/D]
id: "ffp:{LOAD_TIME}:{MEMBER_NO}"
fields:
  memberId: MEMBER_NO
  occurredAt: { column: LOAD_TIME, as: time, endOfDay: true }
  enrolledOn: { column: FFP_DATE, as: date }
  gender: { column: GENDER, codes: { Male: male, Female: female } }
  tier: { column: FFP_TIER, codes: { "4": member, "5": silver, "6": gold } }
  opening.asOf: { column: LOAD_TIME, as: date }
  opening.flights: { column: FLIGHT_COUNT, as: whole }
  opening.distanceKm: { column: SEG_KM_SUM, as: number }
  opening.spend: { columns: [SUM_YR_1, SUM_YR_2], as: money, currency: CNY }
  opening.firstFlightOn: { column: FIRST_FLIGHT_DATE, as: date }
  opening.lastFlightOn: { column: LAST_FLIGHT_DATE, as: date, ifBad: ${LAST[file]} }
  opening.averageDiscount: { column: avg_discount, as: number }`)
    const { events, amiss } = await translator(programme, feedsContext())(bytes)
    const wanted = expected.filter(({ DetailType }) => DetailType !== undefined)
    expect(events).toEqual(wanted.map(({ DetailType, Detail }) => ({ type: DetailType, detail: Detail })))
    expect(amiss.map(({ code }) => code).sort()).toEqual(expected.flatMap(({ SetAside }) => SetAside ?? []).sort())
  })
})

describe('a file that is dropped', () => {
  const small = connectorOf(
    'connector: members\nkind: csv\nevent: member.updated\nzone: UTC\nfields: { memberId: CARD, tier: TIER }\n',
  )

  test('may be packed; what was cut off, or would fill the memory, is refused', async () => {
    const packed = gzipSync('CARD,TIER\nM1,gold\n')
    expect((await translator(small)(packed)).events).toMatchObject([{ detail: { memberId: 'M1', tier: 'gold' } }])
    const cut = await translator(small)(packed.subarray(0, 15))
    expect(cut).toMatchObject({ events: [], amiss: [{ code: 'not-this-kind', path: 'message' }] })
    const bomb = await translator(small)(gzipSync(Buffer.alloc(60 * 1024 * 1024, '0')))
    expect(bomb).toMatchObject({ events: [], amiss: [{ code: 'too-large', path: 'message' }] })
  })

  test.each([
    ['nothing', ''],
    ['one line of something else', `${'x'.repeat(10_000_000)}`],
    ['bytes of something else', '\u0000\u0001\u0002'],
    ['a header that lacks a column', 'CARD,TIRE\n'],
  ])('of %s says that it is no such table', async (_, text) => {
    const { events, amiss } = await translator(small)(text)
    expect({ events, codes: amiss.map(({ code }) => code) }).toEqual({ events: [], codes: ['bad-csv'] })
  })

  test('of a header alone has no rows: nothing changed since yesterday', async () => {
    expect(await translator(small)('CARD,TIER\n')).toMatchObject({ events: [], amiss: [] })
  })
})
