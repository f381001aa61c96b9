import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicatesAmong } from '../../shared/domain/ledger/audit.ts'
import { alsoTaken, COMPLAINTS_OF_A_CAUSE, namesOfCause } from '../../shared/domain/ledger/cause.ts'
import type { Grant } from '../../shared/domain/ledger/grant.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import { datedLeg, legAs, legOf, namesOf, parseLeg, readLeg } from '../../shared/domain/member/legs.ts'
import { type Complaint, LIMITS } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { disruptedBy } from '../support/disrupted.ts'

/** One take-off and landing has one name, whoever speaks of it. */

const flight = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' }
const named = (from: string, scheduledDeparture: string, more: Partial<typeof flight> = {}) =>
  legOf({ ...flight, from, scheduledDeparture: Date.parse(scheduledDeparture), ...more })

test.each([
  ['a morning in Beijing that is the evening before in UTC', 'PEK', '2026-09-30T23:30:00Z', '2026-10-01'],
  ['an evening in New York that is the next day in UTC', 'JFK', '2026-10-02T03:30:00Z', '2026-10-01'],
  ['Xinjiang, where airlines write Beijing time', 'URC', '2026-09-30T16:30:00Z', '2026-10-01'],
  ['the night in which clocks are put back', 'FRA', '2026-10-24T22:30:00Z', '2026-10-25'],
  ['an airport that opened lately', 'DXN', '2026-09-30T19:00:00Z', '2026-10-01'],
  ['one that is not known: the date is UTC’s, and says so', 'QQQ', '2026-09-30T19:00:00Z', '2026-09-30Z'],
])('the date is that at the origin: %s', (_what, from, departure, date) => {
  const leg = named(from, departure)
  expect(leg).toBe(`CA1501:${from}-SHA:${date}`)
  expect(parseLeg(leg)).toEqual({ number: 'CA1501', from, to: 'SHA', date: date.slice(0, 10) })
})

test('two systems may differ about the minute', () => {
  expect(named('PEK', '2026-10-01T00:30:00Z')).toBe(named('PEK', '2026-10-01T00:35:00Z'))
})

test('a name read is itself', () => {
  const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) })
  fc.assert(
    fc.property(
      fc.constantFrom('PEK', 'JFK', 'QQQ', 'APW'),
      instants,
      fc.constantFrom('1', '974D'),
      (from, at, flightNumber) => {
        const leg = legOf({ ...flight, flightNumber, from, scheduledDeparture: at })
        expect(readLeg(leg)).toEqual({ ok: true, name: leg })
        // As it was called before.
        const instant = `${new Date(at).toISOString().slice(0, 16)}Z`
        expect(readLeg(`CCA0${flightNumber}:${from}-SHA:${instant}`)).toEqual({ ok: true, name: leg })
      },
    ),
  )
})

test('the operational suffix tells flights apart where the airline says so', () => {
  const leg = named('FRA', '2026-10-01T08:00:00Z', { flightNumber: '974D' })
  expect(legAs(leg, { flightSuffix: 'ignored' })).toBe('CA974:FRA-SHA:2026-10-01')
  expect(legAs(leg, { flightSuffix: 'counted' })).toBe(leg)
  expect(legAs('complaint:C1', { flightSuffix: 'ignored' })).toBe('complaint:C1')
})

test('a leg reported while the clocks at its origin were not known is still that leg', () => {
  const then = 'CA1501:PEK-SHA:2026-09-30Z'
  const report = {
    at: 1,
    eventId: 't',
    leg: then,
    kind: 'delay',
    departsAt: Date.parse('2026-09-30T23:30:00Z'),
  } as const
  const known = { ...newMember('M'), disruptions: disruptedBy([report]) }
  const suffix = { flightSuffix: 'ignored' } as const
  expect(datedLeg(then, report.departsAt)).toBe('CA1501:PEK-SHA:2026-10-01')
  expect(namesOf('CA1501:PEK-SHA:2026-10-01', known, suffix)).toEqual(['CA1501:PEK-SHA:2026-10-01', then])
  expect(namesOf('CA1501:PEK-SHA:2026-09-30', known, suffix)).toEqual(['CA1501:PEK-SHA:2026-09-30'])
})

test('reconcile tells of a leg that was paid twice under names of before', () => {
  const grant = (grantId: string, key: string) => ({ grantId, key, action: grantId, state: 'granted' }) as Grant
  const paid = (...keys: string[]) => duplicatesAmong(keys.map((key, i) => grant(`g${i}`, key))).map(({ what }) => what)
  expect(paid('CA720:FRA-PEK:2026-10-05T12:00Z+statutory', 'CA0720:FRA-PEK:2026-10-05T12:00Z+statutory')).toEqual([
    'CA720:FRA-PEK:2026-10-05+statutory: grants g0, g1',
  ])
  expect(paid('CA720:FRA-PEK:2026-10-05T12:00Z+statutory', 'CA720:FRA-PEK:2026-10-05+goodwill')).toEqual([])
})

test('reconcile tells once of grants that share a name, whichever, and not of what the law owes for two flights', () => {
  const paid = (basis: Grant['basis'], ...keyed: string[][]) =>
    duplicatesAmong(
      keyed.map(([key, ...alsoKeyed], i) => {
        return { grantId: `g${i}`, key: key!, alsoKeyed, basis, action: `a${i}`, state: 'granted' } as unknown as Grant
      }),
    ).map(({ code, what }) => `${code} ${what}`)
  const [a, b, complaint] = ['CA720:FRA-PEK:2026-10-05+x', 'CA721:PEK-FRA:2026-10-06+x', 'complaint:C1+x'] as const
  expect(paid('goodwill', [a, complaint], [b, complaint])).toEqual([`cause-paid-twice ${a}: grants g0, g1`])
  expect(paid('goodwill', [a], [b], [b, a, complaint], [complaint])).toEqual([
    `cause-paid-twice ${a}: grants g0, g1, g2, g3`,
  ])
  expect(paid('goodwill', [a], [b], [complaint])).toEqual([])
  expect(paid('statutory', [a, complaint], [b, complaint])).toEqual([])
  expect(paid('statutory', [a, complaint], [complaint])).toEqual([`cause-paid-twice ${a}: grants g0, g1`])
})

describe('a member stored with the names of before', () => {
  const leg = 'CCA0720:FRA-PEK:2026-10-05T23:30Z'
  const now = 'CA720:FRA-PEK:2026-10-06'
  const at = Date.parse('2026-10-06T12:00:00Z')
  const state = {
    format: 2,
    flights: [[at, 't', 'CCA', '0720', 'FRA', 'PEK', 'Y', 7788, null, null, 250]],
    disruptions: [[at, 't', leg, 'delay', 'technical', false, 'CN', 250, null, 'k3ywcu', 'Y']],
    complaints: [{ complaintId: 'C1', filed: { at, eventId: 'e', category: 'delay', leg } }],
    entries: [
      { campaign: 'care', key: leg, at },
      { campaign: 'sorry', key: 'C1', at },
    ],
    compensations: [
      {
        actionId: 'a',
        campaign: 'owed',
        cause: `${leg}+statutory+30000`,
        basis: 'statutory',
        kind: 'cash',
        amount: 1,
        grantedAt: at,
      },
    ],
    pending: [
      {
        actionId: 'p',
        kind: 'compensation',
        campaign: 'c',
        class: 'service',
        rulebook: 'r',
        key: leg,
        step: '1',
        decidedAt: at,
        handedAt: at,
        handovers: 1,
        state: 'decided',
        plan: { kind: 'compensation', grantKey: `${leg}+goodwill` },
      },
    ],
    journeys: [
      { campaign: 'c', rulebook: 'r', key: leg, enteredAt: at, pc: 0, cause: { leg, fields: {} }, happened: {} },
    ],
  }
  const member = decodeMember({ memberId: 'M1', state: JSON.stringify(state) })

  test('has the names of now in everything it is asked by', () => {
    expect(member).toMatchObject({
      flights: [{ carrier: 'CA', flightNumber: '720', date: '2026-10-06' }],
      disruptions: [
        { leg: now, words: { departsAt: { says: Date.parse('2026-10-05T23:30:00Z') }, pnr: { says: 'K3YWCU' } } },
      ],
      complaints: [{ filed: { leg: now } }],
      entries: [{ key: now }, { key: 'C1' }],
      compensations: [{ cause: `${now}+statutory+30000` }],
      pending: [{ plan: { grantKey: `${now}+goodwill` } }],
      journeys: [{ cause: { leg: now } }],
    })
  })

  test('and keeps the keys that ids are made of', () => {
    expect([member.journeys[0]!.key, member.pending[0]!.key]).toEqual([leg, leg])
  })
})

describe('the names of a cause', () => {
  const leg = 'CA720:FRA-PEK:2026-10-06'
  const corrected = 'CA721:PEK-FRA:2026-10-07'
  const rule = { flightSuffix: 'ignored' } as const
  const complaint = (complaintId: string, of?: string) => {
    return { complaintId, filed: { at: 0, eventId: 'e', category: 'delay', ...(of && { leg: of }) } }
  }
  const knowing = (...complaints: Complaint[]) => ({ complaints, disruptions: [] })
  const goodwill = (cause: Parameters<typeof namesOfCause>[0], member: ReturnType<typeof knowing>) =>
    namesOfCause(cause, 'goodwill', member, rule)

  test('a complaint is the same cause before and after its flight is told', () => {
    expect(goodwill({ complaintId: 'C1' }, knowing())).toEqual(['complaint:C1'])
    expect(goodwill({ complaintId: 'C1', leg }, knowing())).toEqual([leg, 'complaint:C1'])
    expect(goodwill({ complaintId: 'C1' }, knowing(complaint('C1', leg)))).toEqual([leg, 'complaint:C1'])
  })

  test('a flight is also what was complained of it, whatever suffix the complaint wrote', () => {
    const known = knowing(complaint('C1', leg.replace(':', 'D:')), complaint('C2'), complaint('C3', corrected))
    expect(goodwill({ leg }, known)).toEqual([leg, leg.replace(':', 'D:'), 'complaint:C1'])
  })

  test('goodwill is for the flight a complaint was of when it began, and for the one it was corrected to', () => {
    const known = knowing(complaint('C1', corrected))
    expect(goodwill({ complaintId: 'C1', leg }, known)).toEqual([leg, corrected, 'complaint:C1'])
  })

  test('what the law owes is for the one flight that is named', () => {
    const known = knowing(complaint('C1', corrected))
    expect(namesOfCause({ complaintId: 'C1', leg }, 'statutory', known, rule)).toEqual([leg, 'complaint:C1'])
    expect(namesOfCause({ complaintId: 'C1' }, 'statutory', known, rule)).toEqual([corrected, 'complaint:C1'])
  })

  test('are at most as many as a transaction has room for', () => {
    const known = knowing(...Array.from({ length: LIMITS.complaints }, (_, i) => complaint(`C${i}`, leg)))
    const names = goodwill({ complaintId: 'forgotten', leg }, known)
    const alsoKeyed = names.slice(1).map((name) => `${name}+goodwill`)
    const taken = alsoTaken({ basis: 'goodwill', key: `${names[0]}+goodwill`, alsoKeyed })
    expect(taken).toHaveLength(COMPLAINTS_OF_A_CAUSE)
  })
})
