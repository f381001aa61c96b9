import { describe, expect, test } from 'vitest'
import { readInterchange } from '../../../shared/connectors/edifact.ts'
import { feedsContext, feedsOf } from '../../support/feeds.ts'
import { connectorOf, translator } from './support.ts'

const mapping = (more = '') =>
  connectorOf(`connector: reservations
kind: pnrgov
cabins: { J: C, "*": Y }
${more}`)

interface Sent {
  control?: string
  changed?: string
  travellers?: string
  itinerary?: string
  more?: string
}

const ANNA = "TIF+LARK+ANNA:A:1'FTI+XW:CW100001'MON+B:80.00:EUR+T:120.50:EUR'"
const BEN = "TIF+LARK+BEN:A:2'FTI+XW:CW100002'"
const CHILD = "TIF+LARK+CHICK:IN:3'"
const OUT = "TVL+210926:1900:210926:2110+PEK+SHA+XW+1001:J'RPI+1+HK'"
const BACK = "TVL+250926:0900:250926:1105+SHA+PEK+XW+1002:Y'RPI+1+HK'"

const message = ({
  control = '7001',
  changed = '200926:0430',
  travellers = ANNA,
  itinerary = OUT + BACK,
  more = '',
}: Sent = {}) =>
  `UNB+IATA:1+XW+GOV+260920:0500+${control}'UNH+1+PNRGOV:13:1:IA'MSG+:22'ORG+XW:PEK'
TVL+210926:1900:210926:2110+PEK+SHA+XW+1001'EQN+1'SRC'RCI+XW:LRK7Q2::190926:1200'DAT+700:${changed}'
${travellers}${itinerary}${more}UNT+20+1'UNZ+1+${control}'`

describe('a booking', () => {
  test('becomes one event a member, in UTC, by the cabin of its class', async () => {
    const { events, amiss } = await translator(mapping())(message({ travellers: ANNA + CHILD }))
    expect(amiss).toEqual([])
    expect(events).toEqual([
      {
        type: 'booking.created',
        detail: {
          id: 'pnrgov:XW:260920-0500:7001:LRK7Q2:CW100001',
          occurredAt: '2026-09-20T04:30:00Z',
          memberId: 'CW100001',
          pnr: 'LRK7Q2',
          flights: [
            {
              carrier: 'XW',
              flightNumber: '1001',
              from: 'PEK',
              to: 'SHA',
              departsAt: '2026-09-21T11:00:00Z',
              cabin: 'C',
              bookingClass: 'J',
            },
            {
              carrier: 'XW',
              flightNumber: '1002',
              from: 'SHA',
              to: 'PEK',
              departsAt: '2026-09-25T01:00:00Z',
              cabin: 'Y',
              bookingClass: 'Y',
            },
          ],
          fare: { amount: 120.5, currency: 'EUR' },
          travellers: 2,
        },
      },
    ])
  })

  test('is told once, however often governments are sent it', async () => {
    const say = translator(mapping())
    const sent = ['7001', '7002', '7003'].map((control) => message({ control }))
    expect((await say(sent[0]!)).events).toHaveLength(1)
    for (const again of sent.slice(1))
      expect(await say(again)).toMatchObject({ events: [], silent: [{ why: 'told before' }] })
    const changed = await say(message({ control: '7004', changed: '200926:0600', itinerary: OUT }))
    expect(changed.events).toMatchObject([{ type: 'booking.created', detail: { flights: [{ flightNumber: '1001' }] } }])
    expect((await say(sent[2]!)).silent).toMatchObject([{ why: 'older than what is known of the booking' }])
  })

  test('is cancelled where none of its flights is booked any more', async () => {
    const say = translator(mapping())
    await say(message())
    const { events } = await say(
      message({ control: '7002', changed: '200926:0700', itinerary: OUT.replace('HK', 'XX') }),
    )
    expect(events).toEqual([
      {
        type: 'booking.cancelled',
        detail: {
          id: 'pnrgov:XW:260920-0500:7002:LRK7Q2:CW100001',
          occurredAt: '2026-09-20T07:00:00Z',
          memberId: 'CW100001',
          pnr: 'LRK7Q2',
        },
      },
    ])
  })

  test('is another one for who left it in a split, where the mapping says so', async () => {
    const known = {
      holders: {
        LRK7Q2: [
          { memberId: 'CW100001', pnr: 'LRK7Q2', cabin: 'C' as const },
          { memberId: 'CW100002', pnr: 'LRK7Q2', cabin: 'C' as const },
        ],
      },
    }
    const kept = await translator(mapping(), known)(message())
    expect(kept.events.map(({ detail }) => detail.memberId)).toEqual(['CW100001'])
    const { events } = await translator(mapping('leavers: cancelled'), known)(message())
    expect(events.map(({ type, detail }) => [type, detail.memberId])).toEqual([
      ['booking.created', 'CW100001'],
      ['booking.cancelled', 'CW100002'],
    ])
  })

  test('counts the flight that operates it, however that is said', async () => {
    const sold = "TVL+210926:1900:210926:2110+PEK+SHA+XW:CA+9001:J'RPI+1+HK'"
    for (const operates of ["TVL+++++1501:J'", "TRA+CA+1501:J'"]) {
      const { events } = await translator(mapping())(message({ itinerary: sold + operates }))
      expect(events).toMatchObject([{ detail: { flights: [{ carrier: 'CA', flightNumber: '1501' }] } }])
    }
  })

  test('is not read from its history, nor who checked in as who booked', async () => {
    const checkedIn = "TRI++155'TIF+WREN+WILMA:A:9'FTI+XW:CW100009'SSD+12A++++Y'"
    const history = `ABI+4++++XW'TIF+WREN+WILMA:A:9'FTI+XW:CW100009'${BACK}`
    const { events } = await translator(mapping())(message({ itinerary: OUT, more: checkedIn + history }))
    expect(events).toMatchObject([{ detail: { memberId: 'CW100001', flights: [{ flightNumber: '1001' }] } }])
  })

  test('is nobody’s where the card is of another programme, or not one of ours', async () => {
    const foreign = await translator(mapping())(message({ travellers: ANNA.replace('XW:CW', 'LH:CW') }))
    expect(foreign).toMatchObject({
      events: [],
      amiss: [],
      silent: [{ why: 'nobody in it has a card of the programme' }],
    })
    const partner = await translator(mapping('programme: [LH]'))(
      message({ travellers: ANNA.replace('XW:CW', 'LH:CW') }),
    )
    expect(partner.events).toHaveLength(1)
  })
})

describe('who was on board', () => {
  const boarding = mapping('boarded: checkedIn')
  /** After a flight of the booking: who checked in for it, and who only has a seat. */
  const seen = (...refs: string[]) =>
    `DAT+2:210926:1700'${refs.map((ref) => `TRI++15:::15'TIF+LARK+X:A:${ref}'SSD+12A'`).join('')}`
  const seated = "DAT+2:'TRI++16:::16'TIF+LARK+X:A:2'SSD+12B'"
  const left = (control: string, itinerary: string, at = '260921:1300') =>
    message({ control, travellers: ANNA + BEN + CHILD, itinerary }).replace('260920:0500', at)

  test('is told once the flight has left: who checked in was, who was booked and did not was not', async () => {
    const tell = translator(boarding)
    const early = await tell(left('1', OUT + seen('1') + BACK, '260921:1000'))
    expect(early.events.map(({ type }) => type)).toEqual(['booking.created', 'booking.created'])
    const { events } = await tell(left('2', OUT + seen('1', '3') + seated + BACK + seated))
    expect(events).toEqual([
      {
        type: 'flight.boarded',
        detail: {
          ...{ id: 'pnrgov:XW:260921-1300:2:boarded:XW1001', occurredAt: '2026-09-21T13:00:00Z' },
          ...{ carrier: 'XW', flightNumber: '1001', from: 'PEK', to: 'SHA' },
          scheduledDeparture: '2026-09-21T11:00:00Z',
          passengers: [
            { memberId: 'CW100001', pnr: 'LRK7Q2', cabin: 'C', boarded: true },
            { memberId: 'CW100002', pnr: 'LRK7Q2', cabin: 'C', boarded: false },
          ],
        },
      },
    ])
  })

  test('is told again only of whom it is news', async () => {
    const tell = translator(boarding)
    await tell(left('2', OUT + seen('1') + BACK))
    expect((await tell(left('3', OUT + seen('1') + BACK))).events).toEqual([])
    const { events } = await tell(left('4', OUT + seen('1', '2') + BACK, '260921:1400'))
    expect(events).toMatchObject([{ detail: { passengers: [{ memberId: 'CW100002', boarded: true }] } }])
    const late = await tell(left('5', OUT + seen('1') + BACK, '260921:1330'))
    expect(late.events).toEqual([])
  })

  test('is not told where the feed says of nobody that they checked in, nor without being asked for', async () => {
    const { events, silent } = await translator(boarding)(left('2', OUT + seated + BACK))
    expect(events.map(({ type }) => type)).toEqual(['booking.created', 'booking.created'])
    expect(silent).toContainEqual(
      expect.objectContaining({ place: 'the flight of the message', why: 'nobody is said to have checked in' }),
    )
    const { events: others } = await translator(mapping())(left('2', OUT + seen('1') + BACK))
    expect(others.map(({ type }) => type)).not.toContain('flight.boarded')
  })

  test('who has no card is in nothing that comes of it', async () => {
    const translation = await translator(boarding)(left('2', OUT + seen('1', '2', '3') + BACK))
    expect(JSON.stringify(translation)).not.toMatch(/LARK|CHICK/)
  })
})

describe('a card in an SSR FQTV', () => {
  test.each([
    ['beside its traveller', "TIF+LARK+ANNA:A:1'SSR+FQTV:HK:1:XW:::::CW100001'", ''],
    ['with the airline before it', "TIF+LARK+ANNA:A:1'SSR+FQTV:HK:1:XW:::::/XWCW100001-GOLD'", ''],
    ['for a traveller by their reference', "TIF+LARK+ANNA:A:1'TIF+LARK+BEN:A:2'SSR+FQTV:HK:1:XW:::::CW100001+::1'", ''],
    ['after a flight', "TIF+LARK+ANNA:A:1'", "SSR+FQTV:HK:1:XW:::PEK:SHA:CW100001+::1'"],
  ])('%s is theirs', async (_, travellers, more) => {
    const { events } = await translator(mapping())(message({ travellers, itinerary: OUT + more + BACK }))
    expect(events.map(({ detail }) => detail.memberId)).toEqual(['CW100001'])
  })

  test('of another programme, or of nobody who is named, is nobody’s', async () => {
    const travellers = "TIF+LARK+ANNA:A:1'SSR+FQTV:HK:1:LH:::::LH99200300'"
    const itinerary = `${OUT}SSR+FQTV:HK:1:XW:::::CW100001+::7'${BACK}`
    expect((await translator(mapping())(message({ travellers, itinerary }))).events).toEqual([])
  })
})

describe('what cannot be read', () => {
  test('a segment costs the other flights nothing', async () => {
    const { events, amiss } = await translator(mapping())(message({ itinerary: OUT + BACK.replace('1105', '4321') }))
    expect(amiss).toMatchObject([{ code: 'bad-segment', path: expect.stringMatching(/^PNR LRK7Q2, segment \d+$/) }])
    expect(events).toMatchObject([{ detail: { flights: [{ flightNumber: '1001' }] } }])
  })

  test('a class that the mapping does not know', async () => {
    const strict = connectorOf('connector: x\nkind: pnrgov\ncabins: { J: C }')
    const { events, amiss } = await translator(strict)(message())
    expect(amiss).toMatchObject([{ code: 'unknown-code', hint: 'add "Y" under cabins' }])
    expect(events).toHaveLength(1)
  })

  test('names and documents of travellers are in nothing that comes of it', async () => {
    const documents = "SSR+DOCS:HK:1:XW:::::/P/CHN/E1234567/CHN/01JAN80/F/31DEC30/LARK/ANNA+::1'"
    const bad = { travellers: ANNA + documents + BEN, itinerary: OUT.replace('1900', '9900') + BACK }
    const said = JSON.stringify(await translator(mapping())(message(bad)))
    expect(said).toContain('CW100002')
    expect(said).not.toMatch(/LARK|ANNA|E1234567|01JAN80/)
  })

  test.each([
    ['is cut off', message().slice(0, -40), 'bad-edifact'],
    ['is cut off at a mark', message().slice(0, message().indexOf('UNT')), 'bad-edifact'],
    ['has something after its end', `${message()}\nRegards, operations`, 'bad-edifact'],
    ['is no EDIFACT', 'Dear all', 'not-this-kind'],
    ['is empty', '', 'not-this-kind'],
  ])('a message that %s is set aside whole', async (_, text, code) => {
    expect(await translator(mapping())(text)).toMatchObject({ events: [], amiss: [{ code }] })
  })
})

describe('the marks of an interchange', () => {
  const segmentsOf = (text: string) => {
    const read = readInterchange(Buffer.from(text))
    return read.ok ? read.interchange.segments.map(({ tag, elements }) => [tag, ...elements]) : read.fault
  }

  test('lines may break anywhere, and a released mark is a letter', () => {
    expect(segmentsOf("UNB+A\r\nB:1+X?+Y?:Z??+it?'s'\n UNZ+1'")).toEqual([
      ['UNB', ['AB', '1'], ['X+Y:Z?'], ["it's"]],
      ['UNZ', ['1']],
    ])
  })

  test('a blank in UNA says that there is no release character: a blank before a mark stays a blank', () => {
    expect(segmentsOf("UNA:+.  'UNB+A B+C +D?'UNZ+1'")).toEqual([
      ['UNB', ['A B'], ['C '], ['D?']],
      ['UNZ', ['1']],
    ])
  })

  test('UNA says which they are', () => {
    expect(segmentsOf('UNA#|.\\*~UNB|A#1|B\\|C~UNZ|1~')).toEqual([
      ['UNB', ['A', '1'], ['B|C']],
      ['UNZ', ['1']],
    ])
  })
})

const feeds = feedsOf('pnrgov')

;(feeds.length > 0 ? describe : describe.skip)('messages of real reservation systems', () => {
  const connector = connectorOf('connector: x\nkind: pnrgov\ncabins: { "LH.Z": C, "EN.Z": C, "*": Y }')
  test.each(feeds.map((feed) => [feed.file, feed] as const))('%s', async (_, { bytes, expected }) => {
    const { events, amiss } = await translator(connector, feedsContext())(bytes)
    const wanted = expected.filter(({ DetailType }) => DetailType !== undefined)
    // How many travel is newer than the expectations.
    const said = events.map(({ type, detail: { travellers: _, ...detail } }) => ({ type, detail }))
    expect(said).toEqual(wanted.map(({ DetailType, Detail }) => ({ type: DetailType, detail: Detail })))
    expect(amiss.map(({ code }) => code)).toEqual(expected.flatMap(({ SetAside }) => SetAside ?? []))
  })
})
