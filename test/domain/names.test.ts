import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { eventFieldOf } from '../../shared/domain/audience/event-fields.ts'
import { AIRPORT, CABIN, CARRIER, ROUTE } from '../../shared/domain/audience/fields/travel.ts'
import { readMatcher } from '../../shared/domain/audience/matcher.ts'
import { rootCursor } from '../../shared/domain/cursor.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import type { Finding } from '../../shared/domain/problem.ts'
import { readFlightNumber } from '../../shared/standards/flight-number.ts'
import { type NameKind, names } from '../../shared/standards/names.ts'
import { envelope } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'

/** How producers write one thing, and its one form. */
const WRITTEN: [NameKind, string, readonly string[]][] = [
  ['carrier', 'CA', ['CA', 'ca', ' CA ', 'ＣＡ', 'CCA', 'cca']],
  ['carrier', '9C', ['9C', '9c', 'CQH']],
  ['flightNumber', '720', ['720', '0720', '00720', '７２０', ' 720']],
  ['flightNumber', '974D', ['974D', '0974d', '974 d', '９７４Ｄ']],
  ['airport', 'PEK', ['PEK', 'pek', ' PEK', 'ＰＥＫ']],
  ['route', 'PEK-SHA', ['PEK-SHA', 'pek-sha', 'PEK－SHA', 'PEK - SHA']],
  ['cabin', 'C', ['C', 'c', 'Ｃ']],
  ['pnr', 'K3YWCU', ['K3YWCU', 'k3ywcu', ' K3YWCU']],
  ['card', 'CA000012345', ['CA000012345', 'ca000012345', 'CA 0000 12345', 'ＣＡ０００012345']],
]

test.each(WRITTEN)('a %s has one form: %s', (kind, form, written) => {
  for (const each of written) expect(names[kind](each)).toEqual({ ok: true, name: form })
})

/** What names nothing, and what it was probably meant for. */
const FAULTY: [NameKind, string, string][] = [
  ['carrier', 'XYZ', 'write the IATA code'],
  ['carrier', '7L*', 'not an airline code'],
  ['carrier', '12', 'not an airline code'],
  ['carrier', 'Air China', 'not an airline code'],
  ['flightNumber', '12345', 'one to four digits'],
  ['flightNumber', '0', 'not a flight number'],
  ['flightNumber', 'CA1501', 'write "1501"'],
  ['flightNumber', '1501/2', 'not a flight number'],
  ['airport', 'ZBAA', 'ICAO'],
  ['airport', 'Beijing', 'not an IATA airport code'],
  ['route', 'PEKSHA', 'not a route such as PEK-SHA'],
  ['route', 'ZBAA-SHA', 'ICAO'],
  ['cabin', 'J', 'did you mean "C"?'],
  ['cabin', 'business', 'did you mean "C"?'],
  ['cabin', '公务舱', 'did you mean "C"?'],
  ['cabin', 'Q', 'Y is economy'],
  ['pnr', 'K3-YWCU', 'booking reference'],
  ['card', '卡1', 'letters, digits'],
]

test.each(FAULTY)('of a %s "%s" is none, and it says: %s', (kind, text, said) => {
  expect(JSON.stringify(names[kind](text)).replaceAll('\\"', '"')).toContain(said)
})

test('a name is its own form: reading it again changes nothing', () => {
  const kinds = Object.keys(names) as NameKind[]
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.string({ maxLength: 12 }), (kind, text) => {
      const read = names[kind](text)
      if (read.ok) expect(names[kind](read.name)).toEqual(read)
    }),
  )
})

describe('a flight number that has its airline before it', () => {
  test.each([
    ['CA1501', 'CA', '1501'],
    ['CCA1501', 'CA', '1501'],
    ['CA 0720', 'CA', '720'],
    ['9C8801', '9C', '8801'],
    ['U21234', 'U2', '1234'],
  ])('%s of %s is %s', (text, carrier, name) => {
    expect(readFlightNumber(text, carrier)).toEqual({ ok: true, name })
  })

  test('of another airline is a fault', () => {
    expect(readFlightNumber('CA1501', 'ZH')).toMatchObject({ message: expect.stringContaining('a flight of CA') })
  })
})

const leg = {
  carrier: 'cca',
  flightNumber: 'ＣＡ0720',
  from: 'fra',
  to: ' pek',
  scheduledDeparture: '2026-10-05T12:00:00Z',
}
const about = { id: 'e', occurredAt: '2026-10-06T00:00:00Z', memberId: 'ca 0000 1' }
const now = Date.parse('2026-11-01')
const CANONICAL = { carrier: 'CA', flightNumber: '720', from: 'FRA', to: 'PEK' }

describe('events', () => {
  test.each([
    [
      'flight.completed',
      { ...about, ...leg, pnr: 'k3ywcu', cabin: 'y', distanceKm: 1 },
      { ...CANONICAL, pnr: 'K3YWCU', cabin: 'Y' },
    ],
    ['complaint.filed', { ...about, complaintId: 'C1', category: 'delay', flight: leg }, { flight: CANONICAL }],
    ['survey.answered', { ...about, nps: 1, flight: leg }, { flight: CANONICAL }],
    [
      'booking.created',
      { ...about, pnr: 'k3ywcu', flights: [{ ...leg, departsAt: '2026-10-05T12:00:00Z', cabin: 'Ｙ' }] },
      { pnr: 'K3YWCU', flights: [CANONICAL] },
    ],
    [
      'flight.disrupted',
      {
        ...about,
        ...leg,
        kind: 'delay',
        cause: 'technical',
        extraordinary: false,
        carrierLicence: 'CN',
        passengers: [{ memberId: 'ca 0000 1', pnr: 'k3ywcu' }],
      },
      { ...CANONICAL, passengers: [{ memberId: 'CA00001', pnr: 'K3YWCU' }] },
    ],
    ['member.updated', { ...about, homeAirport: 'pek' }, { memberId: 'CA00001', homeAirport: 'PEK' }],
    ['member.merged', { ...about, into: 'ca 0000 2' }, { into: 'CA00002' }],
  ])('%s has names in their one form', (type, detail, expected) => {
    expect(parseEnvelope(envelope(type, detail), now)).toMatchObject({ ok: true, event: expected })
  })

  test.each([
    [{ carrier: 'QQQ' }, 'carrier', 'IATA'],
    [{ flightNumber: 'MU1501' }, 'flightNumber', 'operates'],
    [{ from: 'ZBAA' }, 'from', 'PEK for ZBAA'],
  ])('what names nothing is set aside with where and what was meant: %j', (wrong, path, hint) => {
    const detail = { ...about, complaintId: 'C1', category: 'delay', flight: { ...leg, ...wrong } }
    const fault = { code: 'bad-field', path: `flight.${path}`, hint: expect.stringContaining(hint) }
    expect(parseEnvelope(envelope('complaint.filed', detail), now)).toMatchObject({ ok: false, fault })
  })
})

describe('rules', () => {
  test.each([
    ['flight.completed', 'carrier', 'cca', 'CA'],
    ['flight.completed', 'flightNumber', '0720', '720'],
    ['complaint.filed', 'flight.from', 'ｐｅｋ', 'PEK'],
    ['booking.created', 'flights.cabin', 'c', 'C'],
    ['booking.created', 'pnr', 'k3ywcu', 'K3YWCU'],
    ['member.updated', 'homeAirport', 'sha', 'SHA'],
  ] as const)('a condition on %s that asks for %s "%s" means %s', (type, path, written, name) => {
    const matcher = readMatcher(rootCursor(written, 'rule', []), eventFieldOf(type, path)!.type)
    expect(matcher!.holds(name)).toBe(true)
  })

  test.each([
    [CARRIER, 'ces', 'MU'],
    [AIRPORT, 'pek', 'PEK'],
    [ROUTE, 'pek-sha', 'PEK-SHA'],
    [CABIN, 'Ｙ', 'Y'],
  ])('a filter %j "%s" means %s', (type, written, name) => {
    expect(readMatcher(rootCursor([written], 'rule', []), type)!.among).toEqual([name])
  })

  test('what names nothing is said with what was meant', () => {
    const findings: Finding[] = []
    expect(readMatcher(rootCursor('ZBAA', 'rule', findings), AIRPORT)).toBeUndefined()
    expect(findings).toMatchObject([{ code: 'bad-value', hint: expect.stringContaining('PEK for ZBAA') }])
  })
})

test('merges, words of consent and erasures find a card however it is written', async () => {
  const reactor = reactorOf(undefined, now)
  const say = async (type: string, occurredAt: string, detail: Record<string, unknown>) => {
    await reactor.take([envelope(type, { id: `${type}-${occurredAt}`, occurredAt, ...detail })])
    await reactor.drain()
  }
  await say('member.enrolled', '2026-01-01T00:00:00Z', { memberId: 'CA 000 1', email: 'a@example.com' })
  await say('member.enrolled', '2026-01-01T00:00:01Z', { memberId: 'ca0002', consent: { email: true } })
  await say('consent.changed', '2026-01-02T00:00:00Z', { memberId: 'ＣＡ0002', channel: 'email', granted: false })
  await say('member.merged', '2026-01-03T00:00:00Z', { memberId: 'ca0002', into: 'ca0001' })
  const survivor = await reactor.member('CA0001')
  expect(survivor.aliases).toEqual(['CA0002'])
  expect(profileOf(survivor).consentEmail).toBe(false)
  await say('member.erased', '2026-01-04T00:00:00Z', { memberId: 'ca 0002' })
  expect(await reactor.member('CA0001')).toMatchObject({ erasedAt: expect.any(Number), layers: [] })
})
