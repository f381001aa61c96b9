import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCases, type CaseAnswer } from '../../cli/entitlement/answer.ts'
import { type Besides, type DisruptedFlight, judge } from '../../shared/domain/law/disruption.ts'
import { entitlement } from '../../shared/domain/law/entitlement.ts'
import { type Entitlement, HAPPENINGS, type Incident, LICENCES } from '../../shared/domain/law/incident.ts'
import { REGIMES } from '../../shared/domain/law/regime.ts'
import { isIn } from '../../shared/domain/law/tables/territories.ts'
import { dateAt } from '../../shared/domain/member/legs.ts'
import { coreTextsIn } from '../../shared/domain/texts/core.ts'
import { airportOf, greatCircleKm } from '../../shared/standards/airports/airports.ts'
import { airportTable } from '../../shared/standards/airports/generate.ts'

const DAY = '2025-06-01'

type Row = [what: string, facts: Partial<Incident>, owed: Record<string, unknown>]

function check(regime: Incident['regime'], usual: Partial<Incident>, rows: Row[]) {
  test.each(rows)('%s', (_what, facts, owed) => {
    const outcome = entitlement({ regime, day: DAY, ...usual, ...facts } as Incident)
    expect(outcome).toMatchObject({ entitlement: owed })
  })
}

/** 480 km, 1,720 km, 2,900 km within the Community; 4,400 km within; 2,300 km and 6,200 km out of it. */
const short = { from: 'MUC', to: 'FCO' }
const medium = { from: 'ARN', to: 'FCO' }
const farWithin = { from: 'HEL', to: 'TFS' }
const mediumOut = { from: 'MAD', to: 'TUN' }
const long = { from: 'CDG', to: 'JFK' }

describe('EU261', () => {
  describe('delay', () => {
    check('EU261', { event: 'delay', licence: 'EU', extraordinary: false }, [
      ['three hours are enough', { ...short, arrivalDelayMin: 180 }, { amountMinor: 250_00, currency: 'EUR' }],
      ['a minute less is not', { ...short, arrivalDelayMin: 179 }, { amountMinor: 0 }],
      ['1,500 km are still short', { ...medium, distanceKm: 1500, arrivalDelayMin: 180 }, { amountMinor: 250_00 }],
      ['a kilometre more is not', { ...medium, distanceKm: 1501, arrivalDelayMin: 180 }, { amountMinor: 400_00 }],
      ['half is for the long only', { ...medium, arrivalDelayMin: 181 }, { amountMinor: 400_00 }],
      ['within the Community never long', { ...farWithin, arrivalDelayMin: 200 }, { amountMinor: 400_00 }],
      [
        'to a third country by distance',
        { ...mediumOut, distanceKm: 3500, arrivalDelayMin: 200 },
        { amountMinor: 400_00 },
      ],
      ['long, under four hours: half', { ...long, arrivalDelayMin: 239 }, { amountMinor: 300_00 }],
      ['long, four hours: full', { ...long, arrivalDelayMin: 240 }, { amountMinor: 600_00 }],
      ['overseas department: within', { from: 'ORY', to: 'PTP', arrivalDelayMin: 200 }, { amountMinor: 400_00 }],
      ['overseas country: not within', { from: 'CDG', to: 'PPT', arrivalDelayMin: 300 }, { amountMinor: 600_00 }],
      ['Norway and Switzerland: within', { from: 'TOS', to: 'LPA', arrivalDelayMin: 200 }, { amountMinor: 400_00 }],
      ['any carrier from the Community', { ...long, licence: 'US', arrivalDelayMin: 300 }, { amountMinor: 600_00 }],
      ['Gibraltar is left out', { from: 'GIB', to: 'LHR', arrivalDelayMin: 300 }, { inScope: false, amountMinor: 0 }],
      [
        'care without compensation',
        { ...short, departureDelayMin: 120, arrivalDelayMin: 100 },
        { amountMinor: 0, careDue: true, refundRight: false },
      ],
      ['no care a minute before', { ...short, departureDelayMin: 119, arrivalDelayMin: 100 }, { careDue: false }],
      [
        'five hours: the fare back',
        { ...medium, departureDelayMin: 300 },
        { careDue: true, refundRight: true, amountMinor: 0 },
      ],
      [
        'a missed connection counts at the end',
        { from: 'BRE', to: 'ASU', via: ['CDG', 'GRU'], firstLegDepartureDelayMin: 150, arrivalDelayMin: 660 },
        { amountMinor: 600_00, careDue: true },
      ],
    ])
  })

  describe('cancellation', () => {
    const reroute = (departsEarlierMin: number, arrivesLaterMin: number) => ({ departsEarlierMin, arrivesLaterMin })
    check('EU261', { event: 'cancellation', licence: 'EU', ...medium }, [
      ['two weeks are free', { noticeDays: 14 }, { amountMinor: 0, refundRight: true }],
      ['13 days are not', { noticeDays: 13, reroute: null }, { amountMinor: 400_00 }],
      ['7 days, 2 h before and under 4 h late', { noticeDays: 7, reroute: reroute(120, 239) }, { amountMinor: 0 }],
      ['7 days, 4 h late', { noticeDays: 7, reroute: reroute(120, 240) }, { amountMinor: 400_00 }],
      ['7 days, over 2 h before, on time: half', { noticeDays: 7, reroute: reroute(121, 0) }, { amountMinor: 200_00 }],
      ['6 days, 1 h before and under 2 h late', { noticeDays: 6, reroute: reroute(60, 119) }, { amountMinor: 0 }],
      ['6 days, 2 h late: half', { noticeDays: 6, reroute: reroute(60, 120) }, { amountMinor: 200_00 }],
      ['6 days, over 1 h before: half', { noticeDays: 6, reroute: reroute(61, 119) }, { amountMinor: 200_00 }],
      ['three hours late are still half', { noticeDays: 0, reroute: reroute(0, 180) }, { amountMinor: 200_00 }],
      ['and a minute more is not', { noticeDays: 0, reroute: reroute(0, 181) }, { amountMinor: 400_00 }],
      ['no notice proven is none given', {}, { amountMinor: 400_00 }],
      ['extraordinary', { noticeDays: 0, extraordinary: true }, { amountMinor: 0, careDue: true, refundRight: true }],
    ])
  })

  describe('denied boarding and downgrading', () => {
    check('EU261', { licence: 'EU', voluntary: false, ticketPriceMinor: 300_01 }, [
      ['extraordinary or not', { event: 'denied_boarding', ...short, extraordinary: true }, { amountMinor: 250_00 }],
      [
        'four hours exactly: half',
        { event: 'denied_boarding', ...long, reroute: { departsEarlierMin: 0, arrivesLaterMin: 240 } },
        { amountMinor: 300_00 },
      ],
      ['a volunteer', { event: 'denied_boarding', ...short, voluntary: true }, { amountMinor: 0, refundRight: true }],
      ['30 %, to the cent', { event: 'downgrade', ...short }, { amountMinor: 90_00 }],
      ['50 % within', { event: 'downgrade', ...farWithin }, { amountMinor: 150_01 }],
      ['75 % to an overseas department', { event: 'downgrade', from: 'CDG', to: 'RUN' }, { amountMinor: 225_01 }],
      [
        '50 % between two of them',
        { event: 'downgrade', from: 'FDF', to: 'CAY', distanceKm: 1600 },
        { amountMinor: 150_01 },
      ],
      [
        'upgraded',
        { event: 'downgrade', ...short, classChange: { from: 'economy', to: 'business' } },
        { amountMinor: 0 },
      ],
    ])
  })

  test('says why, and by which paragraph', () => {
    const outcome = entitlement({
      regime: 'EU261',
      event: 'delay',
      day: DAY,
      ...long,
      licence: 'EU',
      arrivalDelayMin: 239,
    })
    const { findings, source } = (outcome as { entitlement: Entitlement }).entitlement
    expect(coreTextsIn('en').found(findings)).toContain('3 h 59 late')
    for (const ref of ['261/2004', 'Art. 3(1)(a)', 'Art. 7(1)(c)', 'Art. 7(2)(c)', 'Sturgeon'])
      expect(source).toContain(ref)
  })
})

describe('UK261', () => {
  check('UK261', { event: 'delay', licence: 'other', arrivalDelayMin: 239 }, [
    ['short', { from: 'LHR', to: 'AMS' }, { amountMinor: 220_00, currency: 'GBP' }],
    ['medium, by distance alone', { from: 'MAN', to: 'LPA' }, { amountMinor: 350_00 }],
    ['long, under four hours: half', { from: 'LHR', to: 'ORD' }, { amountMinor: 260_00 }],
    ['to the UK on a third carrier', { from: 'ORD', to: 'LHR' }, { inScope: false, amountMinor: 0 }],
    ['to the UK on a UK carrier', { from: 'ORD', to: 'LHR', licence: 'UK' }, { inScope: true, amountMinor: 260_00 }],
    ['to the EU on a UK carrier', { from: 'ORD', to: 'CDG', licence: 'UK' }, { inScope: true }],
    ['to the EU on an EU carrier', { from: 'ORD', to: 'CDG', licence: 'EU' }, { inScope: false }],
    ['no Community for distances', { from: 'LHR', to: 'RUN', arrivalDelayMin: 240 }, { amountMinor: 520_00 }],
  ])
})

describe('effective dates', () => {
  check('EU261', { event: 'delay', arrivalDelayMin: 300 }, [
    ['the UK in transition', { day: '2020-12-31', from: 'JFK', to: 'LHR', licence: 'UK' }, { amountMinor: 600_00 }],
    ['and after it', { day: '2021-01-01', from: 'JFK', to: 'LHR', licence: 'UK' }, { inScope: false }],
    ['Croatia before', { day: '2013-06-30', from: 'ZAG', to: 'IST', licence: 'other' }, { inScope: false }],
    ['and since', { day: '2013-07-01', from: 'ZAG', to: 'IST', licence: 'other' }, { amountMinor: 250_00 }],
  ])

  test('no rule for the day is said, not guessed', () => {
    const facts = {
      event: 'delay',
      from: 'LHR',
      to: 'JFK',
      licence: 'UK',
      arrivalDelayMin: 300,
      day: '2019-05-01',
    } as const
    expect(entitlement({ regime: 'UK261', ...facts })).toMatchObject({ problem: { field: 'day' } })
    const standard = { carrierCaused: true, departureDelayMin: 300, standard: 'Air China' }
    const early = { ...facts, ...standard, from: 'PEK', day: '2016-12-31' }
    expect(entitlement({ regime: 'CN', ...early })).toMatchObject({ problem: { field: 'day' } })
  })

  test('territories change with time', () => {
    expect(isIn('community', 'CH', '2006-11-30')).toBe(false)
    expect(isIn('community', 'CH', '2006-12-01')).toBe(true)
    expect(isIn('union', 'CH', DAY)).toBe(false)
    expect(isIn('union', 'AX', DAY)).toBe(true)
    expect(isIn('community', airportOf('ECN')!.country, DAY)).toBe(false)
  })
})

describe('China', () => {
  const table = { standard: 'Air China', carrierCaused: true }
  check('CN', { licence: 'CN', from: 'PVG', to: 'CTU' }, [
    ['four hours', { event: 'delay', ...table, departureDelayMin: 240 }, { amountMinor: 200_00, currency: 'CNY' }],
    ['a minute less', { event: 'delay', ...table, departureDelayMin: 239 }, { amountMinor: 0, care: 'carrier' }],
    ['eight hours', { event: 'delay', ...table, departureDelayMin: 480 }, { amountMinor: 400_00 }],
    [
      'in money or in kind',
      { event: 'delay', ...table, standard: 'CATA 2010', departureDelayMin: 300 },
      { amountMinor: 200_00, orInKindMinor: 300_00 },
    ],
    ['a quarter of an hour is none', { event: 'delay', ...table, departureDelayMin: 15 }, { amountMinor: 0 }],
    [
      'weather needs no table',
      { event: 'delay', carrierCaused: false, departureDelayMin: 600 },
      { amountMinor: 0, care: 'passenger' },
    ],
    [
      'weather at a stopover',
      { event: 'delay', carrierCaused: false, departureDelayMin: 90, place: 'stopover' },
      { care: 'carrier' },
    ],
    [
      'weather at a stopover abroad',
      { event: 'delay', to: 'NRT', carrierCaused: false, departureDelayMin: 90, place: 'stopover' },
      { care: 'passenger' },
    ],
    [
      'cancelled',
      { event: 'cancellation', carrierCaused: true },
      { amountMinor: 0, refundRight: true, within: { days: 7, of: 'business' } },
    ],
    [
      'two hours on board',
      { event: 'tarmac_delay', onBoardMin: 120, departureTimeKnown: false },
      { waterAndFood: true, disembark: false },
    ],
    [
      'three, to leave at a known time',
      { event: 'tarmac_delay', onBoardMin: 180, departureTimeKnown: true },
      { disembark: false },
    ],
    [
      'three, and nobody knows when',
      { event: 'tarmac_delay', onBoardMin: 180, departureTimeKnown: false },
      { disembark: true },
    ],
    ['told within 30 minutes', { event: 'notification', toldAfterMin: 30 }, { withinRule: true }],
    ['never told', { event: 'notification', toldAfterMin: null }, { withinRule: false }],
    [
      'elsewhere',
      { event: 'notification', toldAfterMin: 40, licence: 'other', from: 'HKG', to: 'TPE' },
      { inScope: false },
    ],
  ])
})

describe('US DOT', () => {
  const home = { from: 'SEA', to: 'SJU' }
  const abroad = { from: 'SEA', to: 'ICN' }
  check('US-DOT', { licence: 'US', choice: 'declines' }, [
    [
      'three hours at home, Puerto Rico included',
      { event: 'schedule_change', ...home, arrivalChangeMin: 180 },
      { refund: 'fare', within: { days: 7, of: 'business' } },
    ],
    ['not three abroad', { event: 'schedule_change', ...abroad, arrivalChangeMin: 359 }, { refund: 'none' }],
    ['six abroad, earlier', { event: 'schedule_change', ...abroad, departureChangeMin: -360 }, { refund: 'fare' }],
    ['leaving later is none', { event: 'schedule_change', ...home, departureChangeMin: 400 }, { refund: 'none' }],
    ['arriving earlier is none', { event: 'schedule_change', ...home, arrivalChangeMin: -400 }, { refund: 'none' }],
    [
      'an upgrade is none',
      { event: 'schedule_change', ...home, classChange: { from: 'economy', to: 'first' } },
      { refund: 'none' },
    ],
    ['fewer connections are none', { event: 'schedule_change', ...home, addedConnections: -1 }, { refund: 'none' }],
    [
      'cancelled, paid cash',
      { event: 'cancellation', ...home, paidBy: 'other', ticketPriceMinor: 120_50 },
      { refund: 'fare', within: { days: 20, of: 'calendar' }, amountMinor: 120_50 },
    ],
    [
      'cancelled, took a voucher',
      { event: 'cancellation', ...home, choice: 'accepts' },
      { refund: 'none', cashCompensationMinor: 0 },
    ],
    [
      'a bag within 12 h',
      { event: 'bag_delay', ...home, bagLateHours: 12, reported: true, feeMinor: 35_00 },
      { refund: 'none', amountMinor: 0 },
    ],
    [
      'a bag over 12 h',
      { event: 'bag_delay', ...home, bagLateHours: 12.5, reported: true, feeMinor: 35_00 },
      { refund: 'bag fee', amountMinor: 35_00 },
    ],
    [
      '12 h in the air: 15',
      { event: 'bag_delay', ...abroad, bagLateHours: 15.5, flightHours: 12, reported: true },
      { refund: 'bag fee' },
    ],
    [
      'more: 30',
      { event: 'bag_delay', ...abroad, bagLateHours: 30, flightHours: 12.5, reported: true },
      { refund: 'none' },
    ],
    ['not reported', { event: 'bag_delay', ...home, bagLateHours: 90, reported: false }, { refund: 'none' }],
    [
      'no Wi-Fi',
      { event: 'ancillary', ...home, provided: false, feeMinor: 8_00 },
      { refund: 'ancillary fee', amountMinor: 8_00, currency: 'USD' },
    ],
    ['Wi-Fi', { event: 'ancillary', ...home, provided: true, feeMinor: 8_00 }, { refund: 'none', amountMinor: 0 }],
    [
      'bumped, an hour late',
      { event: 'denied_boarding', ...home, voluntary: false, reroute: { departsEarlierMin: 0, arrivesLaterMin: 60 } },
      { amountMinor: 0 },
    ],
    [
      'bumped, under two',
      {
        event: 'denied_boarding',
        ...home,
        voluntary: false,
        ticketPriceMinor: 300_00,
        reroute: { departsEarlierMin: 0, arrivesLaterMin: 119 },
      },
      { amountMinor: 600_00 },
    ],
    [
      'bumped, two: at most 2,150',
      {
        event: 'denied_boarding',
        ...home,
        voluntary: false,
        ticketPriceMinor: 900_00,
        reroute: { departsEarlierMin: 0, arrivesLaterMin: 120 },
      },
      { amountMinor: 2150_00 },
    ],
    [
      'in 2023: at most 1,550',
      { event: 'denied_boarding', day: '2023-01-01', ...home, voluntary: false, ticketPriceMinor: 900_00 },
      { amountMinor: 1550_00 },
    ],
    [
      'abroad the line is at four',
      {
        event: 'denied_boarding',
        ...abroad,
        voluntary: false,
        ticketPriceMinor: 100_00,
        reroute: { departsEarlierMin: 0, arrivesLaterMin: 239 },
      },
      { amountMinor: 200_00 },
    ],
    ['bumped in Seoul', { event: 'denied_boarding', from: 'ICN', to: 'SEA', voluntary: false }, { amountMinor: 0 }],
    [
      'three hours on the tarmac',
      { event: 'tarmac_delay', ...home, onBoardMin: 180 },
      { waterAndFood: true, disembark: true },
    ],
    ['four abroad', { event: 'tarmac_delay', ...abroad, onBoardMin: 239 }, { waterAndFood: true, disembark: false }],
    ['elsewhere', { event: 'cancellation', from: 'YVR', to: 'LHR' }, { inScope: false, amountMinor: 0 }],
  ])
})

describe('airports', () => {
  test('the table is current (else: node shared/standards/airports/generate.ts)', () => {
    expect(readFileSync('shared/standards/airports/table.ts', 'utf8')).toBe(airportTable())
  })

  test('distances are great circles', () => {
    const km = (from: string, to: string) => Math.round(greatCircleKm(airportOf(from)!, airportOf(to)!))
    expect(km('FCO', 'HAM')).toBe(1327)
    expect(km('PEK', 'FRA')).toBe(7788)
    expect(km('FRA', 'PEK')).toBe(7788)
    expect(km('AKL', 'AKL')).toBe(0)
  })

  test('airlines in Xinjiang write Beijing time', () => {
    expect(airportOf('URC')!.zone).toBe('Asia/Shanghai')
    expect(airportOf('KHG')!.zone).toBe('Asia/Shanghai')
    expect(airportOf('HKG')!.zone).toBe('Asia/Hong_Kong')
  })
})

describe('a disruption on the bus', () => {
  const flight: DisruptedFlight = {
    kind: 'delay',
    from: 'FRA',
    to: 'PEK',
    day: '2025-06-01',
    arrivalDelayMinutes: 300,
    extraordinary: false,
    carrierLicence: 'CN',
  }

  const owedFor = (disrupted: DisruptedFlight, besides?: Besides) =>
    judge(disrupted, besides).flatMap((outcome) => ('entitlement' in outcome ? [outcome.entitlement] : []))

  test('is judged by every regime that covers it', () => {
    const owed = owedFor(flight, { standard: 'Air China' })
    expect(owed.map(({ regime, amountMinor }) => [regime, amountMinor])).toEqual([
      ['EU261', 600_00],
      ['CN', 200_00],
    ])
    expect(owedFor({ ...flight, from: 'PEK', to: 'FRA' })).toMatchObject([{ regime: 'CN', amountMinor: null }])
  })

  test('counts to the end of the booking', () => {
    const [owed] = owedFor({ ...flight, to: 'MUC' }, { to: 'ATH' })
    expect(owed).toMatchObject({ regime: 'EU261', amountMinor: 400_00 })
  })

  test('is of the day that the airport writes', () => {
    // 1 January 2021 in Frankfurt, 31 December 2020 in Toronto.
    const owedFrom = (from: string) =>
      owedFor({
        ...flight,
        from,
        to: 'LHR',
        carrierLicence: 'UK',
        day: dateAt(from, Date.parse('2021-01-01T02:00:00Z')),
      })
    expect(owedFrom('FRA')).toMatchObject([{ regime: 'EU261' }, { regime: 'UK261' }])
    expect(owedFrom('YYZ')).toMatchObject([{ regime: 'EU261' }])
  })

  test('denied boarding and cancellation', () => {
    expect(owedFor({ ...flight, kind: 'deniedBoarding', reroute: { arrivesLaterMin: 200 } })).toMatchObject([
      { amountMinor: 300_00 },
    ])
    const [cancelled] = owedFor({ ...flight, kind: 'cancellation', noticeDays: 14 })
    expect(cancelled).toMatchObject({ amountMinor: 0, refundRight: true })
    expect(owedFor({ ...flight, kind: 'baggageDelay' })).toEqual([])
  })
})

describe('files of cases', () => {
  const good = {
    id: 'A',
    regime: 'EU261',
    event: 'delay',
    from: 'FRA',
    to: 'CDG',
    carrier_licence: 'EU',
    given: { arrival_delay_min: 200, extraordinary: false },
  }

  test('answers in the words of the file', () => {
    expect(answerCases({ cases: [good] }, DAY)).toEqual([
      {
        id: 'A',
        amount: 250,
        currency: 'EUR',
        in_scope: true,
        care_due: true,
        reason: expect.stringContaining('3 h 20 late'),
        source: expect.stringContaining('Art. 7(1)(a)'),
      },
    ])
  })

  test('a date chooses the law', () => {
    const uk = { ...good, from: 'LHR', to: 'JFK', date: '2020-06-01' }
    expect(answerCases({ cases: [uk] }, DAY)).toMatchObject([{ amount: 300 }])
    expect(answerCases({ cases: [{ ...uk, date: undefined }] }, DAY)).toMatchObject([{ in_scope: false }])
  })

  test.each<[field: string, wrong: Record<string, unknown>, message: string]>([
    ['regime', { regime: 'EU262' }, 'EU261?'],
    ['event', { event: 'cancelation' }, 'cancellation?'],
    ['event', { event: 'bag_delay' }, 'it has delay'],
    ['from', { from: 'fra' }, 'IATA'],
    ['to', { to: 'XXQ' }, 'not a known airport'],
    ['carrier_licence', { carrier_licence: undefined }, 'must be one of'],
    ['date', { date: '2025-02-30' }, 'day'],
    ['given', { given: undefined }, 'expected object'],
    ['given.arrival_delay_min', { given: { arrival_delay_min: '3h' } }, 'expected number'],
    ['given.arrival_delay_min', { given: {} }, 'is needed'],
    ['given.arival_delay_min', { given: { arival_delay_min: 200 } }, 'arrival_delay_min?'],
    [
      'given.reroute.arrives_later_min',
      { event: 'cancellation', given: { reroute: { arrives_later_min: 'x' } } },
      'number',
    ],
    ['given.voluntary', { event: 'denied_boarding', given: {} }, 'is needed'],
    ['given.ticket_price', { event: 'downgrade', given: {} }, 'is needed'],
    ['given.class_change', { event: 'downgrade', given: { class_change: 'sofa to bench' } }, 'business to economy'],
    ['given.delay_min', { regime: 'CN', given: { carrier_caused: true, standard: 'Air China' } }, 'is needed'],
    ['given.standard', { regime: 'CN', given: { carrier_caused: true, delay_min: 300, standard: 'X' } }, 'Air China'],
    ['given.carrier_knew_at', { regime: 'CN', event: 'notification', given: { carrier_knew_at: '25:00' } }, 'time'],
    ['given.passenger', { regime: 'US-DOT', event: 'cancellation', given: { passenger: '?' } }, 'accepts or declines'],
    ['date', { regime: 'US-DOT', date: '2001-01-01', event: 'cancellation', to: 'JFK' }, 'no rule'],
  ])('names the field: %s', (field, wrong, message) => {
    const scope = wrong.regime === 'CN' ? { carrier_licence: 'CN' } : {}
    const [answer] = answerCases({ cases: [{ ...good, ...scope, ...wrong }] }, DAY)!
    expect(answer).toMatchObject({ id: 'A', problems: [{ field, message: expect.stringContaining(message) }] })
  })

  test('one bad case spoils no other', () => {
    const answers = answerCases({ cases: [null, good, { ...good }, { ...good, id: 'B' }] }, DAY)!
    expect(answers.map((each) => [each.id, 'problems' in each])).toEqual([
      ['case 1', true],
      ['A', false],
      ['A', true],
      ['B', false],
    ])
    expect(answerCases([], DAY)).toBeUndefined()
    expect(answerCases(null, DAY)).toBeUndefined()
  })

  test.each([
    ['declines the new itinerary and any credit', 'fare'],
    ['does not travel', 'fare'],
    ['says nothing', 'fare'],
    ['wants the money back', 'fare'],
    ['accepts rebooking, no charge', 'none'],
    ['takes a voucher', 'none'],
  ])('what the passenger chose: %s', (passenger, refund) => {
    const cancelled = { ...good, regime: 'US-DOT', event: 'cancellation', to: 'JFK', given: { passenger } }
    expect(answerCases({ cases: [cancelled] }, DAY)).toMatchObject([{ refund }])
  })

  test('as a command, for people and for machines', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wingback-law-'))
    const file = join(folder, 'cases.json')
    await writeFile(file, JSON.stringify({ cases: [good, { ...good, id: 'B', given: {} }] }))
    const people = await run(file, '--on', DAY)
    expect(people.out).toContain('A: 250.00 EUR; care')
    expect(people.out).toContain('1 of 2 cases answered. Not legal advice.')
    expect(people.err).toContain('B: given.arrival_delay_min: is needed')
    expect(people.code).toBe(1)
    expect(JSON.parse((await run(file, '--json')).out)).toMatchObject([{ id: 'A', amount: 250 }, { id: 'B' }])
    await writeFile(file, JSON.stringify({ cases: [good] }))
    expect(await run(file)).toMatchObject({ code: 0, err: '' })
    await writeFile(file, '[')
    expect((await run(file)).err).toContain('is not JSON')
    await rm(folder, { recursive: true })
  })

  function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
    const command = ['--no-warnings', 'cli/main.ts', 'entitlement', ...args]
    return new Promise((resolve) => {
      const child = execFile(process.execPath, command, (_error, out, err) => {
        resolve({ out, err, code: child.exitCode ?? -1 })
      })
    })
  }

  test('told after midnight', () => {
    const told = { ...good, regime: 'CN', event: 'notification', carrier_licence: 'CN' }
    const given = { carrier_knew_at: '23:50', passengers_told_at: '00:15' }
    expect(answerCases({ cases: [{ ...told, given }] }, DAY)).toMatchObject([{ within_rule: true }])
  })
})

test('whatever is asked, the answer is an answer or a problem', () => {
  const minutes = fc.option(fc.integer({ min: -500, max: 2000 }), { nil: undefined })
  const flag = fc.option(fc.boolean(), { nil: undefined })
  const airport = fc.constantFrom('FRA', 'LHR', 'JFK', 'PEK', 'RUN', 'SJU', 'DXB', 'ZZZ')
  const incident = fc.record({
    regime: fc.constantFrom(...REGIMES),
    event: fc.constantFrom(...HAPPENINGS),
    licence: fc.constantFrom(...LICENCES),
    day: fc.constantFrom('1999-01-01', '2010-06-01', '2018-06-01', DAY),
    from: airport,
    to: airport,
    arrivalDelayMin: minutes,
    departureDelayMin: minutes,
    extraordinary: flag,
    carrierCaused: flag,
    voluntary: flag,
    reported: flag,
    provided: flag,
    ticketPriceMinor: fc.option(fc.nat(1_000_000), { nil: undefined }),
    bagLateHours: fc.option(fc.nat(100), { nil: undefined }),
    standard: fc.option(fc.constantFrom('Air China', 'CATA 2010', '?'), { nil: undefined }),
  })
  fc.assert(
    fc.property(incident, (facts) => {
      const outcome = entitlement(facts)
      if ('problem' in outcome) return coreTextsIn('en').found([outcome.problem.finding]) !== ''
      const { amountMinor, inScope, source } = outcome.entitlement
      expect(amountMinor === null || (Number.isSafeInteger(amountMinor) && amountMinor >= 0)).toBe(true)
      expect(inScope || amountMinor === 0).toBe(true)
      expect(source).not.toBe('')
      return true
    }),
    { numRuns: 2000 },
  )
})

/** The worked cases that are kept beside the checkout, where they are: what is expected, and the articles named. */
const WORKED = '../shared/data/compensation-cases.json'

interface Worked {
  id: string
  expected: Record<string, unknown>
  source: string
}

const worked = existsSync(WORKED) ? (JSON.parse(readFileSync(WORKED, 'utf8')) as { cases: Worked[] }) : { cases: [] }

;(worked.cases.length > 0 ? describe : describe.skip)('worked cases', () => {
  const answers = new Map(answerCases(worked, DAY)!.map((answer) => [answer.id, answer as CaseAnswer]))
  test.each(worked.cases.map((each) => [each.id, each] as const))('%s', (id, { expected, source }) => {
    const answer = answers.get(id)!
    expect(answer).toMatchObject(expected)
    for (const [article] of source.matchAll(/Art\. \d+\(\d\)\(.\)/g)) expect(answer.source).toContain(article)
  })
})
