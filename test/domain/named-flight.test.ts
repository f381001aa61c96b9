import { describe, expect, test } from 'vitest'
import { namedComplaint } from '../../shared/domain/ledger/named-complaint.ts'
import { namedFlight } from '../../shared/domain/ledger/named-flight.ts'
import { readLeg } from '../../shared/domain/member/legs.ts'
import { LIMITS } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { said } from '../support/said.ts'

/** The flight an agent writes as the cause of a grant: one name, or a slip of the hand pays twice. */

const LEG = 'CA1501:PEK-SHA:2026-10-01'
const KNOWN = { unknownToo: false, flightSuffix: 'ignored' } as const
const ANY = { ...KNOWN, unknownToo: true }

describe('a leg as written', () => {
  test.each([
    [LEG],
    ['ca1501:pek-sha:2026-10-01'],
    ['CCA1501:PEK-SHA:2026-10-01'],
    ['CA01501:PEK-SHA:2026-10-01'],
    ['ＣＡ１５０１：ＰＥＫ－ＳＨＡ：２０２６－１０－０１'],
    ['CA1501:PEK-SHA:2026-10-01T00:30Z'],
    ['CA1501:PEK-SHA:2026-10-01T08:30+08:00'],
    ['CA1501:PEK-SHA:2026-09-30T16:30:00.000Z'],
  ])('%s has the one name', (text) => {
    expect(readLeg(text)).toEqual({ ok: true, name: LEG })
  })

  test.each([
    'hello',
    'XW1001:PEK',
    '1501:PEK-SHA:2026-10-01',
    'CA1501:PEK-SHA',
    'CA1501:PEK-SHA:2026-10-01T00:30',
    'CA1501:PEK-SHA:2026-13-01',
    'CA1501:PEK-SHA:2026-02-30',
    'CA1501:PEK-SHA:2026-13-01T00:30Z',
  ])('%s is none', (text) => {
    expect(namedFlight(text, newMember('M'), ANY)).toMatchObject({
      code: 'bad-flight',
      hint: expect.stringContaining(LEG),
    })
  })

  test('an airport by its ICAO code is told so', () => {
    expect(readLeg('CA1501:ZBAA-SHA:2026-10-01')).toMatchObject({ ok: false, hint: expect.stringContaining('ICAO') })
  })
})

describe('whose flight', () => {
  const departsAt = Date.parse('2026-10-01T00:30Z')
  const flight = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', cabin: 'Y' as const }
  const booked = {
    ...newMember('M'),
    bookings: [{ pnr: 'K3YWCU', created: { at: 0, eventId: 'e', flights: [{ ...flight, departsAt }] } }],
  }
  const complained = {
    ...newMember('M'),
    complaints: [{ complaintId: 'C', filed: { at: 0, eventId: 'e', category: 'bag', leg: LEG } }],
  }
  const flown = {
    ...newMember('M'),
    flights: [{ ...flight, at: departsAt + 7_200_000, date: '2026-10-01', eventId: 't', distanceKm: 1000 }],
  }
  const OTHER = 'CA1501:PEK-SHA:2026-10-11'

  test.each([
    ['booked', booked],
    ['complained of', complained],
    ['flown', flown],
    ['nothing known', newMember('M')],
  ])('theirs: %s', (_how, member) => {
    expect(namedFlight(LEG, member, KNOWN)).toEqual({ ok: true, leg: LEG })
  })

  test.each([
    ['booked', booked, `did you mean ${LEG}?`],
    ['complained of', complained, `did you mean ${LEG}?`],
    ['flown', flown, `did you mean ${LEG}?`],
  ])('another than the one %s is refused, unless the agent insists', (_how, member, hint) => {
    expect(said(namedFlight(OTHER, member, KNOWN))).toMatchObject({
      code: 'unknown-flight',
      hint: expect.stringContaining(hint),
    })
    expect(namedFlight(OTHER, member, ANY)).toEqual({ ok: true, leg: OTHER })
  })
})

describe('the complaint that an agent names', () => {
  const complaintsOf = (...ids: string[]) => ({ complaints: ids.map((complaintId) => ({ complaintId })) })
  const asked = (member: Parameters<typeof namedComplaint>[1], unknownToo = false) =>
    said(namedComplaint('CMP-9', member, { unknownToo }))

  test('is one of theirs, unless the agent insists', () => {
    expect(asked(complaintsOf('CMP-1', 'CMP-9'))).toEqual({ ok: true })
    expect(asked(complaintsOf('CMP-8'))).toMatchObject({
      code: 'unknown-complaint',
      hint: 'did you mean CMP-8? if it exists all the same, confirm it (in the terminal with --unknown-complaint)',
    })
    expect(asked(complaintsOf())).toMatchObject({ code: 'unknown-complaint' })
    expect(asked(complaintsOf(), true)).toEqual({ ok: true })
  })

  test('may be an older one, where as many are remembered as can be', () => {
    const many = Array.from({ length: LIMITS.complaints }, (_, i) => `CMP-1${i}`)
    expect(asked(complaintsOf(...many))).toEqual({ ok: true })
  })
})

describe('the operational suffix', () => {
  const complained = {
    ...newMember('M'),
    complaints: [
      { complaintId: 'C', filed: { at: 0, eventId: 'e', category: 'bag', leg: 'LH974D:FRA-EDI:2026-10-01' } },
    ],
  }
  const asked = 'LH974:FRA-EDI:2026-10-01'

  test('is not counted, unless the airline says so', () => {
    expect(namedFlight(asked, complained, KNOWN)).toEqual({ ok: true, leg: asked })
    expect(namedFlight(asked, complained, { ...KNOWN, flightSuffix: 'counted' })).toMatchObject({
      code: 'unknown-flight',
    })
  })
})
